import { expect, test, vi } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { camt, type MadeEntry, uploadTo } from '../support/statement-files.ts'
import { verifyFolder } from '../support/verify.ts'
import { openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const table = (rows: readonly string[]) => ['Date;Text;Amount', ...rows].join('\n')
const csv = table([
  '2025-01-10;ACME order 7;500,00',
  '2025-01-10;Twin;20,00',
  '2025-01-10;Twin;20,00',
  '2025-01-11;Fee;-1,50',
])
const entries: readonly MadeEntry[] = [
  { amount: 2000, date: '2025-01-10', name: 'Twin Ltd', text: 'a', reference: 'B-2' },
  { amount: 2000, date: '2025-01-10', name: 'Twin Ltd', text: 'b', reference: 'B-3' },
  {
    amount: 50_000,
    date: '2025-01-10',
    name: 'ACME GmbH',
    text: 'INV-2025-0007',
    reference: 'B-1',
    account: 'DE12500105170648489890',
  },
  { amount: -150, date: '2025-01-11', text: 'Account fee', reference: 'B-4' },
]

async function withCsv() {
  const world = await openRun()
  const { core, user, books, run, path } = world
  const send = (content: string, fields: Readonly<Record<string, string>> = {}) =>
    uploadTo(core, user, run.id, content, fields, content.startsWith('<') ? 'statement.xml' : 'lines.csv')
  expect((await send(csv)).body).toMatchObject({ imported: 4 })
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 50_000, date: '2025-01-10' },
  )
  const [order] = await world.items()
  const match = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [order?.id],
    ledger_entry_ids: [entry.id],
  })
  return { ...world, send, order, matchId: match.body.id }
}

test('a table of some days, then the bank’s own statement of them: enriched, none added, matches kept (79)', async () => {
  const { send, items, matches, order, matchId } = await withCsv()
  const before = (await items()).map(({ id }) => id)

  const richer = await send(camt({ entries }))

  expect(richer).toMatchObject({
    status: 201,
    body: { imported: 0, skipped_duplicates: 4, warnings: [{ code: 'lines_enriched', count: 4 }] },
  })
  const after = await items()
  expect(after.map(({ id }) => id)).toEqual(before)
  expect(after.find(({ id }) => id === order?.id)).toMatchObject({
    counterparty_name: 'ACME GmbH',
    counterparty_account: 'DE12500105170648489890',
    remittance_text: 'INV-2025-0007',
    match_status: 'matched',
  })
  expect(await matches()).toMatchObject([{ id: matchId, status: 'accepted' }])

  // Either file may come again: each line is known under both of its identities.
  for (const content of [camt({ entries }), csv])
    expect((await send(content, { force: 'true' })).body).toMatchObject({ imported: 0, skipped_duplicates: 4 })
  expect((await items()).find(({ id }) => id === order?.id)).toMatchObject({ counterparty_name: 'ACME GmbH' })
})

test('days whose amounts differ are named and nothing is imported, until the user says so', async () => {
  const { send, items } = await withCsv()
  const other = camt({
    entries: [
      ...entries.slice(0, 3),
      { amount: -150, date: '2025-01-11' },
      { amount: 900, date: '2025-01-11', text: 'New' },
    ],
  })
  const refused = await send(other)
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'days_differ',
      details: [{ code: 'day_differs', message: '2025-01-11: known -1.50; in this file -1.50 + 9.00' }],
    },
  })
  expect(await items()).toHaveLength(4)
  const forced = await send(other, { force: 'true' })
  expect(forced).toMatchObject({ status: 201, body: { imported: 1, skipped_duplicates: 4 } })
  expect((await items()).map(({ amount }) => amount.amount).sort()).toEqual(
    ['-150', '2000', '2000', '50000', '900'].sort(),
  )
})

test('when the first file goes, what the second one brought too comes back as its own', async () => {
  const { user, path, send, items, matchId } = await withCsv()
  const richer = await send(camt({ entries }))
  const files = await user.get<{ data: { id: string }[] }>(`${path}/sources`)
  const first = `${path}/sources/${files.body.data[0]?.id}`
  expect((await user.delete<Refusal>(first)).body.code).toBe('file_in_use')
  await user.post(`/v1/ledgers/reconciliation/matches/${matchId}/reject`)
  expect((await user.delete(first)).status).toBe(204)
  const left = await items()
  expect(left.map(({ amount, match_status }) => [amount.amount, match_status]).sort()).toEqual([
    ['-150', 'unmatched'],
    ['2000', 'unmatched'],
    ['2000', 'unmatched'],
    ['50000', 'unmatched'],
  ])
  expect(new Set(left.map((item) => (item as unknown as { source_file_id: string }).source_file_id))).toEqual(
    new Set([richer.body.source_file.id]),
  )
})

test('the trail knows lines that were completed, and lines that came back: verification finds no fault', async () => {
  const { core, user, path, send, items, matchId } = await withCsv()
  await send(camt({ entries }))
  const check = () => verifyFolder(core.dataDir).faults.map(({ message }) => message)
  expect(check()).toEqual([])
  const [, twin] = await items()
  await user.post(`/v1/ledgers/reconciliation/items/${twin?.id}/split`, { parts: [{ amount: 500 }, { amount: 1500 }] })
  expect(check()).toEqual([])
  await user.post(`/v1/ledgers/reconciliation/items/${twin?.id}/join`)
  await user.post(`/v1/ledgers/reconciliation/matches/${matchId}/reject`)
  const files = await user.get<{ data: { id: string }[] }>(`${path}/sources`)
  expect((await user.delete(`${path}/sources/${files.body.data[0]?.id}`)).status).toBe(204)
  expect(check()).toEqual([])
})
