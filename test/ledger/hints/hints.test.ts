import { expect, test } from 'vitest'
import type { CoreEvent } from '../../../main/core/events.ts'
import { bookPayment } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun, runsPath } from '../support/world.ts'

const patience = { timeout: 10_000 }

async function watched() {
  const world = await openRun()
  const seen: CoreEvent[] = []
  world.core.core.events.subscribe((event) => seen.push(event))
  const kinds = () => [...new Set(seen.map(({ type }) => type))].sort()
  /** Nothing is on its way any more: a last change of its own has been told. */
  let markers = 0
  async function settled() {
    markers += 1
    const body = { name: `Marker ${markers}` }
    const marker = await world.user.post<{ id: string }>('/v1/ledgers/counterparties', body)
    await expect
      .poll(() => seen.some(({ data }) => (data.ids as string[] | undefined)?.includes(marker.body.id)), patience)
      .toBe(true)
    return seen.splice(0)
  }
  await settled()
  return { ...world, seen, kinds, settled }
}

test('an import and a matching pass are told with their progress, as few hints as screens need', async () => {
  const { core, user, books, run, path, settled } = await watched()
  for (let at = 1; at <= 30; at += 1)
    await bookPayment(
      user,
      { bank: books.bank, other: books.receivables },
      { amount: at * 1_000, date: '2025-01-10', document_no: `INV-2025-${String(at).padStart(4, '0')}` },
    )
  const booked = (await settled()).filter(({ type }) => type === 'ledger.updated')
  expect(new Set(booked.flatMap(({ data }) => data.ids as string[]))).toEqual(
    new Set([books.bank.id, books.receivables.id]),
  )

  const entries = Array.from({ length: 30 }, (_, at) => ({
    amount: (at + 1) * 1_000,
    date: '2025-01-10',
    text: `INV-2025-${String(at + 1).padStart(4, '0')}`,
  }))
  await uploadTo(core, user, run.id, camt({ entries }))
  const imported = await settled()
  expect(imported.filter(({ type }) => type === 'reconciliation.progress').at(-1)?.data).toMatchObject({
    run_id: run.id,
    ledger_id: books.bank.id,
    job: 'import',
    step: expect.any(String),
  })
  expect(imported.filter(({ type }) => type === 'reconciliation.updated').at(-1)?.data).toMatchObject({
    run_id: run.id,
    ledger_id: books.bank.id,
    status: 'pending',
  })

  await user.post(`${path}/auto-match`)
  const matched = await settled()
  const of = (type: string) => matched.filter((event) => event.type === type)
  expect(of('reconciliation.progress').every(({ data }) => data.job === 'match')).toBe(true)
  expect(of('reconciliation.updated').at(-1)?.data).toMatchObject({ run_id: run.id, status: 'completed' })
  for (const type of ['match.updated', 'item.updated', 'discrepancy.updated'])
    expect(of(type).at(-1)?.data).toEqual({ run_id: run.id })

  await user.post(`${path}/accept-all`, { min_band: 'possible' })
  const accepted = (await settled()).filter(({ type }) => type === 'match.updated')
  const ids = accepted.flatMap(({ data }) => (data.ids ?? []) as string[])
  expect(new Set(ids).size).toBe(30)
  expect(accepted.length).toBeLessThan(30)
})

test('what was refused is not told, and nobody is told of the books of others', async () => {
  const { core, user, path, run, settled } = await watched()
  expect((await user.post(`${path}/close`)).status).toBe(409)
  expect((await user.post('/v1/ledgers', { code: '1810', type: 'asset', currency_code: 'EUR' })).status).toBe(409)
  expect((await settled()).map(({ type }) => type)).toEqual(['counterparty.updated'])

  const other = await core.signUp({ email: 'other@example.com' })
  const stream = await core.core.api.fetch(
    new Request('http://core.test/events', { headers: { authorization: `Bearer ${other.token}` } }),
    { clientAddress: 'test' },
  )
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await user.post(`${runsPath}/${run.id}/reopen`, { reason: 'x' })
  await core.call('PATCH', `${runsPath}/${run.id}`, { note: 'mine' }, user.token)
  await settled()
  const own = await other.post<{ id: string }>('/v1/ledgers/counterparties', { name: 'Theirs' })
  let told = ''
  while (!told.includes(own.body.id)) told += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  expect(told).not.toContain(run.id)
})
