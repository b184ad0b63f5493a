import { expect, test } from 'vitest'
import { minorOf } from '../../../main/core/ledger/worklist/search.ts'
import { bookPayment } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun } from '../support/world.ts'

interface Row {
  readonly kind: string
  readonly id: string
  readonly group: string
  readonly name: string | null
  readonly score: number | null
  readonly amount: { readonly amount: string }
}
interface Worklist {
  readonly data: readonly Row[]
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
}

async function matchedRun() {
  const world = await openRun()
  const { core, user, books, run, path } = world
  const book = (amount: number, date: string, facts: object) =>
    bookPayment(user, { bank: books.bank, other: books.receivables }, { amount, date, ...facts })
  await book(50000, '2025-03-03', { document_no: 'INV-2025-0007', counterparty_name: 'Müller GmbH' })
  await book(12345, '2025-03-05', { counterparty_name: 'Nobody Else' })
  await uploadTo(
    core,
    user,
    run.id,
    camt({
      opening: 0,
      entries: [
        { amount: 50000, date: '2025-03-04', name: 'Müller GmbH', text: 'Rechnung INV-2025-0007' },
        { amount: -123456, date: '2025-03-06', name: 'Landlord', text: 'Rent' },
      ],
    }),
  )
  await user.post(`${path}/auto-match`)
  return { ...world, worklist: async (query = '') => (await user.get<Worklist>(`${path}/worklist${query}`)).body }
}

test('the worklist is one queue: suggestions first, then what has none, on both sides', async () => {
  const { worklist } = await matchedRun()

  const all = await worklist()

  const { strong = 0, likely = 0, possible = 0, ...others } = all.counts
  expect(strong + likely + possible).toBe(1)
  expect(others).toEqual({ critical: 0, ambiguous: 0, unmatched_source: 1, unmatched_ledger: 1 })
  expect(all.data.map(({ kind, name }) => [kind, name])).toEqual([
    ['match', 'Müller GmbH'],
    ['item', 'Landlord'],
    ['entry', 'Nobody Else'],
  ])
  expect(all.total).toBe(3)
})

test('pages run over the groups without gap or repetition', async () => {
  const { worklist } = await matchedRun()
  const all = (await worklist()).data.map(({ id }) => id)

  const paged = []
  for (const offset of [0, 1, 2]) paged.push(...(await worklist(`?limit=1&offset=${offset}`)).data.map(({ id }) => id))

  expect(paged).toEqual(all)
  expect((await worklist('?limit=2&offset=1')).data.map(({ id }) => id)).toEqual(all.slice(1))
})

test('an accepted match leaves the queue', async () => {
  const { worklist, user } = await matchedRun()
  const [first] = (await worklist()).data

  await user.post(`/v1/ledgers/reconciliation/matches/${first?.id}/accept`)

  expect((await worklist()).data.map(({ group }) => group)).toEqual(['unmatched_source', 'unmatched_ledger'])
})

test('words are found with and without accents, amounts in either sign', async () => {
  const { worklist } = await matchedRun()
  const names = async (q: string) => (await worklist(`?q=${encodeURIComponent(q)}`)).data.map(({ name }) => name)

  expect(await names('muller')).toEqual(['Müller GmbH'])
  expect(await names('0007')).toEqual(['Müller GmbH'])
  expect(await names('1234,56')).toEqual(['Landlord'])
  expect(await names('1.234,56')).toEqual(['Landlord'])
  expect(await names('123.45')).toEqual(['Nobody Else'])
  expect(await names('nothing of the kind')).toEqual([])
})

test('each side can be listed whole, for matching by hand', async () => {
  const { worklist } = await matchedRun()

  expect((await worklist('?group=open_source')).data.map(({ amount }) => amount.amount)).toEqual(['50000', '-123456'])
  expect((await worklist('?group=open_ledger')).data.map(({ amount }) => amount.amount)).toEqual(['50000', '12345'])
})

test('a statement is read with its running balance', async () => {
  const { user, path } = await matchedRun()
  const statements = await user.get<{ data: readonly { id: string }[] }>(`${path}/statements`)
  const id = statements.body.data[0]?.id

  const { body } = await user.get<{
    data: readonly { amount: { amount: string }; balance: { amount: string } }[]
    credits: { amount: string }
    debits: { amount: string }
  }>(`${path}/statements/${id}/lines?limit=1&offset=1`)

  expect(body.data.map(({ amount, balance }) => [amount.amount, balance.amount])).toEqual([['-123456', '-73456']])
  expect([body.credits.amount, body.debits.amount]).toEqual(['50000', '-123456'])
})

test('a line of a statement names the proposal that waits for it', async () => {
  const { user, path, worklist } = await matchedRun()
  const [first] = (await user.get<{ data: { id: string }[] }>(`${path}/statements`)).body.data
  const lines = async (of: string) =>
    (
      await user.get<{
        data: { name: string; match_status: string; proposal: { match_id: string; score: number } | null }[]
      }>(`${path}${of}/lines`)
    ).body.data

  const best = (await worklist('')).data.find(({ kind }) => kind === 'match')
  const proposed = (await lines(`/statements/${first?.id}`)).filter(({ proposal }) => proposal !== null)
  expect(proposed.map(({ proposal }) => proposal)).toEqual([{ match_id: best?.id, score: best?.score }])
  await user.post(`/v1/ledgers/reconciliation/matches/${best?.id}/accept`)
  const after = await lines(`/statements/${first?.id}`)
  expect(after.filter(({ proposal }) => proposal !== null)).toEqual([])
  expect(after.filter(({ match_status: status }) => status === 'matched')).toHaveLength(1)
  expect(await lines(''), 'all of them are on a statement').toEqual([])
})

test('somebody else’s run does not exist', async () => {
  const { core, path } = await matchedRun()
  const stranger = await core.signUp({ email: 'eve@example.com' })

  expect((await stranger.get(`${path}/worklist`)).status).toBe(404)
})

test('open entries fall into buckets by age', async () => {
  const { user, books } = await matchedRun()

  const { body } = await user.get<{ buckets: { name: string; count: number; amount: { amount: string } }[] }>(
    `/v1/ledgers/${books.bank.id}/ageing?at=2025-04-04`,
  )

  expect(body.buckets.map(({ count, amount }) => [count, amount.amount])).toEqual([
    [1, '12345'],
    [1, '50000'],
    [0, '0'],
    [0, '0'],
    [0, '0'],
  ])
})

test.each([
  ['1234,56', 123456],
  ['-1.234,56', 123456],
  ['1,234.5', 123450],
  ['1234', 123400],
  ['12,3456', null],
  ['INV-7', null],
])('%s is read as %s minor units', (text, minor) => {
  expect(minorOf(text, 2)).toBe(minor)
})
