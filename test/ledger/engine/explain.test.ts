import { expect, test } from 'vitest'
import { explainCandidates } from '../../../main/core/ledger/engine/explain.ts'
import { findSums } from '../../../main/core/ledger/engine/find-sums.ts'
import { codesOf, entry, inputOf, item, match } from './make.ts'

test('candidates of an item say why they are, and why they are not, suggested', () => {
  const input = inputOf({
    items: [item('i', 10_000, '2026-03-02', { counterpartyName: 'Kohl Bau' })],
    entries: [
      entry('right', 10_000, '2026-03-02', { counterpartyName: 'Kohl Bau' }),
      entry('stranger', 10_000, '2026-03-05'),
      entry('other_amount', 10_100, '2026-03-02'),
      entry('out', -10_000, '2026-03-02'),
      entry('old', 10_000, '2026-01-02'),
    ],
  })
  const found = explainCandidates(input, 'i', 10)
  expect(found[0]).toMatchObject({ entryId: 'right', band: 'possible', whyNot: [] })
  expect(found[0]?.score).toBe(match(input).proposals[0]?.score)
  const why = Object.fromEntries(found.map(({ entryId, whyNot }) => [entryId, whyNot.map(({ code }) => code)]))
  expect(why).toEqual({
    right: [],
    stranger: ['below_threshold'],
    other_amount: ['amount_differs'],
    out: ['opposite_sign'],
    old: ['outside_window'],
  })
  expect(explainCandidates(input, 'i', 2)).toHaveLength(2)
  expect(explainCandidates(input, 'nobody', 2)).toEqual([])
})

test('a reference with another amount is told apart from a mere difference', () => {
  const input = inputOf({
    items: [item('i', 6000, '2026-03-02', { text: 'INV-20071' })],
    entries: [entry('e', 10_000, '2026-03-02', { documentNo: 'INV-20071' })],
  })
  const [one] = explainCandidates(input, 'i', 5)
  expect(codesOf({ reasons: one?.reasons ?? [] } as never)).toContain('R3')
  expect(one?.whyNot.map(({ code }) => code)).toContain('partial')
})

test('a rejected pair is explained as such', () => {
  const given = { items: [item('i', 10_000, '2026-03-02')], entries: [entry('e', 10_000, '2026-03-02')] }
  const rejected = new Set(match(given).proposals.map(({ stableKey }) => stableKey))
  const [one] = explainCandidates(inputOf({ ...given, rejected }), 'i', 5)
  expect(one?.whyNot.map(({ code }) => code)).toEqual(['rejected'])
  expect(codesOf({ reasons: one?.reasons ?? [] } as never)).toContain('A1')
})

test('sums on request: up to twelve members, in either direction, from lines or an amount', () => {
  const amounts = [101, 211, 331, 457, 587, 709, 853, 997, 1103, 1301]
  const entries = amounts.map((amount, i) => entry(`e${i}`, -amount, '2026-03-02'))
  const total = amounts.slice(0, 9).reduce((sum, amount) => sum + amount, 0)
  const input = inputOf({ items: [item('i', -total, '2026-03-02')], entries })
  const found = findSums(input, { entryIds: ['i'], side: 'ledger', maxSize: 12 })
  expect(found.isComplete).toBe(true)
  for (const { ids } of found.groups)
    expect(ids.reduce((sum, id) => sum + (entries.find((one) => one.id === id)?.open ?? 0), 0)).toBe(-total)
  expect(found.groups.length).toBeGreaterThan(0)
  expect(findSums(input, { amount: -312, side: 'ledger', maxSize: 2 }).groups).toEqual([
    { ids: ['e0', 'e1'], difference: 0 },
  ])
  expect(findSums(input, { amount: 312, side: 'ledger', maxSize: 2 }).groups).toEqual([])
})

test('a long search is stopped by whoever asked', () => {
  const entries = Array.from({ length: 40 }, (_, i) => entry(`e${i}`, 100_000 + 7919 * i, '2026-03-02'))
  const stopped = () =>
    findSums(inputOf({ entries }), { amount: 3_333_333, side: 'ledger', maxSize: 12 }, (steps) => {
      if (steps > 3) throw new Error('stopped')
    })
  expect(stopped).toThrow('stopped')
})
