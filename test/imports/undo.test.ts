import { describe, expect, test } from 'vitest'
import { openAccount, type Refused, table } from './support/world.ts'

const today = () => new Date().toISOString().slice(0, 10)
const order = (external_id: string, name: string, amount: string) => ({ external_id, name, amount, currency: 'EUR' })
const statuses = (requests: readonly { external_id: string; status: string }[]) =>
  Object.fromEntries(requests.map(({ external_id, status }) => [external_id, status]))

describe('an import', { timeout: 60_000 }, () => {
  test('matches what was expected and tells it, once; undone, the match is undone and told where that is wanted', async () => {
    const world = await openAccount({ settings: { notify_on_unmatched: true } })
    await world.expectPayments(order('A-1', 'Ana Ruiz', '100.00'), order('A-2', 'Juan Perez', '250.00'))

    const { body } = await world.import(
      table([today(), 'Ana Ruiz', '100.00'], [today(), 'Juan Perez', '250.00'], [today(), 'Eva Sosa', '9.00']),
    )
    expect(statuses(await world.requests())).toEqual({ 'A-1': 'matched', 'A-2': 'matched' })
    await expect.poll(() => world.customer.webhooks().length, { timeout: 10_000 }).toBe(2)
    expect((await world.read(body.id)).body.undo).toMatchObject({ movements: 3, kept: 0, matches: 2, by_person: 0 })

    const undone = await world.undo(body.id)
    expect([undone.status, undone.body.status, undone.body.inserted]).toEqual([200, 'undone', 0])
    expect(await world.movements()).toEqual([])
    expect(statuses(await world.requests())).toEqual({ 'A-1': 'not_found', 'A-2': 'not_found' })
    await expect.poll(() => world.customer.webhooks().length, { timeout: 10_000 }).toBe(4)
    expect(
      world.customer
        .webhooks()
        .slice(2)
        .map(({ status }) => status),
    ).toEqual(['unmatched', 'unmatched'])

    expect((await world.undo(body.id)).body.status).toBe('undone')
    const again = await world.import(
      table([today(), 'Ana Ruiz', '100.00'], [today(), 'Juan Perez', '250.00'], [today(), 'Eva Sosa', '9.00']),
    )
    expect(again.body.inserted).toBe(3)
    expect(statuses(await world.requests())).toEqual({ 'A-1': 'matched', 'A-2': 'matched' })
  })

  test('lists first what a person decided; the record of the decision outlives the undo', async () => {
    const world = await openAccount()
    await world.expectPayments(order('A-1', 'Ana Ruiz', '100.00'), order('B-1', 'Zoe Quiroga', '70.00'))
    const { body } = await world.import(table([today(), 'Ana Ruiz', '100.00'], [today(), 'Another Payer', '70.00']))
    const [movement] = (await world.movements()).filter(({ amount }) => amount === '70.00')
    const request = (await world.requests()).find(({ external_id }) => external_id === 'B-1')
    await world.user.post(`/conciliation/${request?.id}/match`, { bank_transaction_id: movement?.id })

    const stake = (await world.read(body.id)).body.undo
    expect(stake).toMatchObject({ matches: 2, by_person: 1 })
    expect(stake?.list.map(({ external_id, matched_by }) => [external_id, matched_by])).toEqual([
      ['B-1', 'manual'],
      ['A-1', 'engine'],
    ])

    await world.undo(body.id)
    const detail = await world.user.get<{ status: string; acts?: readonly { kind: string }[] }>(
      `/conciliation/${request?.id}`,
    )
    expect(detail.body.status).toBe('not_found')
    expect(detail.body.acts?.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['match', 'undo']))
  })

  test('keeps what another import or a reading brought as well', async () => {
    const world = await openAccount()
    const first = await world.import(table(['2025-03-14', 'Ana Ruiz', '100.00'], ['2025-03-14', 'Eva Sosa', '5.00']))
    await world.import(table(['2025-03-14', 'Ana Ruiz', '100.00'], ['2025-03-15', 'Juan Perez', '250.00']))
    await world.scrape({
      external_id: 'S-9',
      amount: '5.00',
      currency: 'EUR',
      sender_name: 'Eva Sosa',
      received_at: '2025-03-14T12:00:00Z',
    })

    expect((await world.read(first.body.id)).body.undo).toMatchObject({ movements: 0, kept: 2 })
    await world.undo(first.body.id)

    expect((await world.movements()).map(({ amount }) => amount).sort()).toEqual(['100.00', '250.00', '5.00'])
  })

  test('forwards each movement once where movements are passed through', async () => {
    const world = await openAccount({ mode: 'passthrough' })
    const file = table([today(), 'Ana Ruiz', '100.00'], [today(), 'Juan Perez', '250.00'])

    await world.import(file)
    await world.import(file, { force: 'true' })

    await expect.poll(() => world.customer.webhooks().length, { timeout: 10_000 }).toBe(2)
    expect(world.customer.webhooks().map(({ name }) => name)).toEqual(['Ana Ruiz', 'Juan Perez'])
  })

  test('that is not done, or is of another account, is not undone', async () => {
    const world = await openAccount()
    const other = await world.addOne('Other')
    const { body } = await world.import(table(['2025-03-14', 'Ana Ruiz', '100.00']))

    const foreign = await world.user.post<Refused>(`/accounts/${other}/imports/${body.id}/undo`)
    expect([foreign.status, foreign.body.code]).toEqual([404, 'import.missing'])
  })

  test('is forgotten with everything else when the mode is switched, so that its file can be imported again', async () => {
    const world = await openAccount()
    const file = table([today(), 'Ana Ruiz', '100.00'])
    await world.import(file)

    await world.user.put('/me/operation-mode', { mode: 'passthrough' })

    expect((await world.user.get(`/accounts/${world.accountId}/imports`)).body).toEqual([])
    expect((await world.import(file)).body.inserted).toBe(1)
  })
})
