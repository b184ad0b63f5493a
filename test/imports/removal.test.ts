import { expect, test } from 'vitest'
import { openAccount, type Refused, table } from './support/world.ts'

const today = () => new Date().toISOString().slice(0, 10)
const order = (external_id: string, name: string, amount: string) => ({ external_id, name, amount, currency: 'EUR' })

const lines = [
  'Date;Description;Amount',
  '2025-03-13;Ana Ruiz;100.00',
  '2025-03-13;Ana Ruiz;100.00',
  '2025-03-14;Eva Sosa;20.00',
]
const month = lines.join('\n')
const timeout = 60_000

async function imported() {
  const world = await openAccount()
  const first = await world.import(month)
  const pathOf = (id: string) => `/accounts/${world.accountId}/movements/${id}`
  return {
    ...world,
    first: first.body,
    remove: (id: string) => world.user.delete<{ id: string; amount: string } & Refused>(pathOf(id)),
    restore: (id: string) => world.user.post<Refused>(`${pathOf(id)}/restore`),
    removed: async () =>
      (await world.user.get<{ id: string }[]>(`/accounts/${world.accountId}/removed-movements`)).body.map(
        ({ id }) => id,
      ),
    amounts: async () => (await world.movements()).map(({ amount }) => amount).sort(),
  }
}

test('a removed movement does not come back with the next import, nor once its import is undone', {
  timeout,
}, async () => {
  const world = await imported()
  const twin = (await world.movements()).find(({ amount }) => amount === '100.00')
  const id = twin?.id ?? ''

  const gone = await world.remove(id)
  expect([gone.status, gone.body.amount]).toEqual([200, '100.00'])
  expect((await world.remove(id)).status, 'twice changes nothing').toBe(200)
  expect(await world.amounts()).toEqual(['100.00', '20.00'])
  expect(await world.removed()).toEqual([id])

  const again = await world.import(`${month}\n2025-03-15;Ida Paz;7.00`)
  expect([again.body.inserted, again.body.duplicates]).toEqual([1, 3])
  await world.undo(world.first.id)
  await world.undo(again.body.id)
  expect(await world.amounts()).toEqual([])
  const last = await world.import(month, { force: 'true' })
  expect(last.body.inserted).toBe(2)
  expect(await world.amounts()).toEqual(['100.00', '20.00'])
})

test('put back, it is what it was, and its files know it again', { timeout }, async () => {
  const world = await imported()
  const before = await world.movements()
  const eva = before.find(({ amount }) => amount === '20.00')
  await world.remove(eva?.id ?? '')
  await world.import(`${month}\n2025-03-15;Ida Paz;7.00`)

  expect((await world.restore(eva?.id ?? '')).status).toBe(200)
  expect((await world.restore(eva?.id ?? '')).status, 'twice changes nothing').toBe(200)
  expect((await world.movements()).find(({ id }) => id === eva?.id)).toEqual(eva)
  expect(await world.removed()).toEqual([])
  // The second file holds it too, so undoing the first leaves it.
  await world.undo(world.first.id)
  expect((await world.movements()).map(({ id }) => id)).toContain(eva?.id)
})

test('what a request was matched with is free again, and matched again once it is back', { timeout }, async () => {
  const world = await openAccount()
  await world.expectPayments(order('ORD-1', 'Eva Sosa', '20.00'))
  await world.import(table([today(), 'Eva Sosa', '20.00']))
  const statusOf = async () => (await world.requests())[0]?.status
  await expect.poll(statusOf, { timeout: 20_000 }).toBe('matched')
  const id = (await world.movements()).find(({ amount }) => amount === '20.00')?.id ?? ''
  const path = `/accounts/${world.accountId}/movements/${id}`

  await world.user.delete(path)
  await expect.poll(statusOf, { timeout: 20_000 }).not.toBe('matched')
  await world.user.post(`${path}/restore`)
  await expect.poll(statusOf, { timeout: 20_000 }).toBe('matched')
})

test('what the bank reports itself stays; nobody removes what is another\u2019s', { timeout }, async () => {
  const world = await imported()
  await world.scrape({
    external_id: 'T-9',
    amount: '55.00',
    currency: 'EUR',
    sender_name: 'Leo',
    received_at: '2025-03-20T10:00:00Z',
  })
  const own = (await world.movements()).find(({ amount }) => amount === '55.00')?.id ?? ''
  const refused = await world.remove(own)
  expect([refused.status, refused.body.code]).toEqual([409, 'movement.notFromFile'])

  const stranger = await world.core.signUp()
  const eva = (await world.movements()).find(({ amount }) => amount === '20.00')?.id ?? ''
  expect((await stranger.delete(`/accounts/${world.accountId}/movements/${eva}`)).status).toBe(404)
  expect((await world.restore(eva)).status).toBe(404)
})
