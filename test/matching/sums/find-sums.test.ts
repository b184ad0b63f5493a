import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOfSum } from '../../../main/core/matching/sums/chance.ts'
import { findSums, type SumCandidate } from '../../../main/core/matching/sums/find-sums.ts'

const candidates = (amounts: readonly number[]): SumCandidate[] =>
  amounts.map((amountMinor, i) => ({ id: `c${String(i).padStart(3, '0')}`, amountMinor, at: i, isSamePayer: true }))
const search = (target: number, amounts: readonly number[], options = {}) =>
  findSums({ amountMinor: target, at: 0 }, candidates(amounts), options)

/** All groups of the smallest size that add up, by trying everything. */
function smallestGroups(target: number, amounts: readonly number[], largest: number): number {
  for (let size = 2; size <= largest; size++) {
    let found = 0
    for (let bits = 0; bits < 1 << amounts.length; bits++) {
      const members = amounts.filter((_, i) => (bits & (1 << i)) !== 0)
      if (members.length === size && members.reduce((sum, amount) => sum + amount, 0) === target) found++
    }
    if (found > 0) return found
  }
  return 0
}

describe('the sum search', () => {
  it('finds the smallest group, oldest members first', () => {
    expect(search(1_000, [400, 100, 600, 300]).groups).toEqual([{ ids: ['c000', 'c002'], differenceMinor: 0 }])
  })

  it('finds exactly what there is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 }),
        fc.integer({ min: 2, max: 250 }),
        fc.integer({ min: 2, max: 8 }),
        (amounts, target, largest) => {
          const { groups, isComplete } = search(target, amounts, { largest })
          expect(isComplete).toBe(true)
          expect(groups.length).toBe(Math.min(10, smallestGroups(target, amounts, largest)))
          for (const { ids } of groups)
            expect(ids.reduce((sum, id) => sum + (amounts[Number(id.slice(1))] ?? 0), 0)).toBe(target)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('takes a difference within the tolerance, the nearest first', () => {
    const { groups } = search(1_000, [400, 590, 601], { tolerance: 10 })
    expect(groups).toEqual([
      { ids: ['c000', 'c002'], differenceMinor: 1 },
      { ids: ['c000', 'c001'], differenceMinor: -10 },
    ])
    expect(search(1_000, [400, 590], { tolerance: 9 }).groups).toEqual([])
  })

  it('looks at forty candidates, the same payer first, and says when there were more', () => {
    const strangers = candidates(Array.from({ length: 60 }, (_, i) => 7_001 + i)).map((candidate) => ({
      ...candidate,
      isSamePayer: false,
    }))
    const own: SumCandidate[] = [
      { id: 'x', amountMinor: 400, at: 9_000, isSamePayer: true },
      { id: 'y', amountMinor: 600, at: 9_001, isSamePayer: true },
    ]
    const { groups, wasCutShort } = findSums({ amountMinor: 1_000, at: 0 }, [...strangers, ...own])
    expect(groups).toEqual([{ ids: ['x', 'y'], differenceMinor: 0 }])
    expect(wasCutShort).toBe(false)
    expect(findSums({ amountMinor: 20_000, at: 0 }, [...strangers, ...own]).wasCutShort).toBe(true)
  })

  it('says when it gave up, and when it was stopped', () => {
    const many = Array.from({ length: 40 }, (_, i) => 1_000 + 7 * i)
    expect(search(999_999, many, { largest: 6 })).toMatchObject({ isComplete: true, groups: [] })
    expect(search(5_003, many, { largest: 6, steps: 500 })).toMatchObject({ isComplete: false })
    expect(search(5_003, many, { largest: 6, isCancelled: () => true })).toMatchObject({ isComplete: false })
  })

  it('finds a group of twelve when a person asks', () => {
    const amounts = [101, 203, 307, 401, 503, 601, 701, 809, 907, 1_009, 1_103, 1_201]
    const { groups } = search(
      amounts.reduce((sum, amount) => sum + amount, 0),
      amounts,
      { largest: 12 },
    )
    expect(groups[0]?.ids).toHaveLength(12)
  })
})

describe('the chance of a group', () => {
  it('is about one in a thousand for a pair among forty amounts up to 5,000.00 (ledger spec, case 90)', () => {
    const amounts = Array.from({ length: 40 }, (_, i) => 12_501 * i + 1)
    expect(chanceOfSum(amounts, 2, 0)).toBeCloseTo(0.001, 3)
  })

  it('is far above the limit when all amounts are round (case 92)', () => {
    const found = search(
      100_000,
      Array.from({ length: 20 }, (_, i) => 5_000 * (i + 1)),
    )
    expect(found.chance).toBeGreaterThan(0.06)
  })
})
