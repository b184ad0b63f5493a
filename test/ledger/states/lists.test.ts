import { expect, test, vi } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type Listed, openRun, type Refusal, runsPath } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const day = '2025-01-10'

interface EntryAnswer {
  readonly id: string
  readonly reconciliation_status: string
}

async function withOneMatch() {
  const world = await openRun()
  const { core, user, books, run, path, items } = world
  const book = (amount: number) =>
    bookPayment(user, { bank: books.bank, other: books.receivables }, { amount, date: day })
  const [first, second] = [await book(700), await book(900)]
  await uploadTo(core, user, run.id, camt({ entries: [700, 50].map((amount) => ({ amount, date: day })) }))
  const [item] = await items()
  await user.post(`${path}/manual-match`, { source_entry_ids: [item?.id], ledger_entry_ids: [first.id] })
  return { ...world, first, second }
}

test('what one run matched is no open entry of any run, and stands in gl-all with its status (126)', async () => {
  const { user, newRun, first, second } = await withOneMatch()
  const other = await newRun()
  const only = await user.get<Listed<EntryAnswer>>(`${runsPath}/${other.id}/gl-only`)
  expect(only.body.data.map(({ id }) => id)).toEqual([second.id])
  const all = await user.get<Listed<EntryAnswer>>(`${runsPath}/${other.id}/gl-all?from=2025-01-01`)
  const shown = new Map(all.body.data.map(({ id, reconciliation_status: status }) => [id, status]))
  expect([shown.get(first.id), shown.get(second.id)]).toEqual(['reconciled', 'unreconciled'])
})

test('the accounts count what the worklist lists (127)', async () => {
  const { user, books, path } = await withOneMatch()
  const accounts = await user.get<Listed<Record<string, unknown>>>(`/v1/ledgers/accounts?ledger_id=${books.bank.id}`)
  const totals: number[] = []
  for (const group of ['open_source', 'open_ledger'])
    totals.push((await user.get<Listed<unknown>>(`${path}/worklist?group=${group}`)).body.total)
  expect(totals).toEqual([1, 1])
  expect(accounts.body.data).toMatchObject([
    { unreconciled_count: 2, open_items: totals[0], open_entries: totals[1], unreconciled_amount: { amount: '-850' } },
  ])
})

const filter = (value: object) => `filter=${encodeURIComponent(JSON.stringify(value))}`
const lists = ['', '/items', '/matches', '/sources', '/gl-only', '/gl-all', '/discrepancies'] as const

test.each(lists)('list %s refuses an unknown field and a limit of 501 (131)', async (list) => {
  const { user, run } = await openRun()
  const path = list === '' ? runsPath : `${runsPath}/${run.id}${list}`
  for (const query of [
    filter({ nonsense: 1 }),
    'limit=501',
    'limit=0',
    'offset=-1',
    'order=up',
    'sort=nonsense',
    'filter=[]',
  ]) {
    const { status, body } = await user.get<Refusal>(`${path}?${query}`)
    expect([query, status, body.code]).toEqual([query, 400, 'invalid_request'])
  }
  const answer = await user.get<Record<string, unknown>>(`${path}?limit=500`)
  expect(answer.status).toBe(200)
  expect(Object.keys(answer.body)).toEqual(
    expect.arrayContaining(['data', 'total', 'total_unfiltered', 'has_more', 'keys']),
  )
})

test('without a token nothing is answered, not even that a run exists (132)', async () => {
  const { core, path } = await openRun()
  for (const to of [path, `${path}/items`, '/v1/ledgers', '/v1/ledgers/accounts', '/v1/ledgers/reconciliation/runs']) {
    const { status, body } = await core.call<Refusal>('GET', to)
    expect([to, status, body.code]).toEqual([to, 401, 'unauthenticated'])
  }
  const stranger = await core.signUp({ email: 'eve@example.com' })
  expect((await stranger.get<Refusal>(path)).body.code).toBe('not_found')
})
