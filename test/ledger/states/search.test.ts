import { expect, test, vi } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const day = '2025-01-10'

interface CandidateAnswer {
  readonly entry: { readonly id: string; readonly open_amount: { readonly amount: string } }
  readonly score: number
  readonly band: string | null
  readonly reasons: readonly { readonly code: string }[]
  readonly why_not: readonly { readonly code: string }[]
}
interface Sums {
  readonly groups: readonly { readonly ids: readonly string[]; readonly difference: { readonly amount: string } }[]
  readonly chance: number
  readonly is_complete: boolean
}

async function withBooks(booked: readonly [number, object?][], lines: readonly number[]) {
  const world = await openRun()
  const { core, user, books, run, path } = world
  const entries: { id: string }[] = []
  for (const [amount, facts] of booked)
    entries.push(
      await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount, date: day, ...facts }),
    )
  await uploadTo(
    core,
    user,
    run.id,
    camt({ entries: lines.map((amount) => ({ amount, date: day, name: 'Acme GmbH', text: 'INV-2025-0007' })) }),
  )
  return {
    ...world,
    entries,
    candidates: async (id: string | undefined, query = '') =>
      (await user.get<{ data: CandidateAnswer[] }>(`/v1/ledgers/reconciliation/items/${id}/candidates${query}`)).body
        .data,
    sums: (body: object) => user.post<Sums & Refusal>(`${path}/sum-search`, body),
  }
}

test('candidates of an item are explained, those that are not suggested with why not', async () => {
  const { items, entries, candidates, user, matches, path } = await withBooks(
    [[50_000, { document_no: 'INV-2025-0007', counterparty_name: 'Acme GmbH' }], [49_000], [-50_000]],
    [50_000],
  )
  const [item] = await items()
  const found = await candidates(item?.id)
  expect(found[0]).toMatchObject({ entry: { id: entries[0]?.id }, band: 'strong', why_not: [] })
  expect(found[0]?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['A1', 'R3']))
  const reasonsOf = (id: string | undefined) =>
    found.find(({ entry }) => entry.id === id)?.why_not.map(({ code }) => code)
  expect(reasonsOf(entries[1]?.id)).toContain('amount_differs')
  expect(reasonsOf(entries[2]?.id)).toContain('opposite_sign')
  expect(await candidates(item?.id, '?limit=1')).toHaveLength(1)

  await user.post(`${path}/auto-match`)
  const [suggestion] = await matches()
  await user.post(`/v1/ledgers/reconciliation/matches/${suggestion?.id}/reject`)
  expect((await candidates(item?.id))[0]?.why_not.map(({ code }) => code)).toEqual(['rejected'])
  expect((await user.get('/v1/ledgers/reconciliation/items/nothing/candidates')).status).toBe(404)
  expect((await user.get(`/v1/ledgers/reconciliation/items/${item?.id}/candidates?limit=0`)).status).toBe(400)
})

test('entries that sum to an item, or to an amount, are found; the other side too', async () => {
  const { items, entries, sums } = await withBooks([[12_345], [23_456], [1111], [99_999]], [36_912, 35_801])
  const [first, second] = await items()
  const ids = (...at: number[]) => at.map((index) => entries[index]?.id).sort()
  const three = await sums({ side: 'ledger', entry_ids: [first?.id], max_size: 3 })
  expect(three).toMatchObject({ status: 200, body: { is_complete: true } })
  expect(three.body.groups.map((group) => [...group.ids].sort())).toEqual([ids(0, 1, 2)])
  const two = await sums({ side: 'ledger', amount: '35801' })
  expect(two.body.groups.map((group) => [...group.ids].sort())).toEqual([ids(0, 1)])
  const lines = await sums({ side: 'source', amount: 72_713 })
  expect(lines.body.groups.map((group) => [...group.ids].sort())).toEqual([[first?.id, second?.id].sort()])
  expect((await sums({ side: 'ledger', amount: 5 })).body.groups).toEqual([])
})

test('a sum search without an aim, or about what is not open, is refused', async () => {
  const { items, entries, sums, user, path } = await withBooks([[700], [800]], [700])
  expect((await sums({ side: 'ledger' })).body.code).toBe('invalid_request')
  expect((await sums({ side: 'ledger', amount: 5, max_size: 13 })).status).toBe(400)
  const [item] = await items()
  await user.post(`${path}/manual-match`, { source_entry_ids: [item?.id], ledger_entry_ids: [entries[0]?.id] })
  expect(await sums({ side: 'ledger', entry_ids: [item?.id] })).toMatchObject({
    status: 409,
    body: { code: 'legs_not_open' },
  })
})
