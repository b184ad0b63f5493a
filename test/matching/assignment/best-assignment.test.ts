import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from '../../../main/core/matching/assignment/best-assignment.ts'

type Table = readonly (readonly number[])[]
const solve = (table: Table) =>
  bestAssignment({
    rows: table.length,
    columns: table[0]?.length ?? 0,
    weight: (row, column) => table[row]?.[column] ?? 0,
  })

/** The best total by trying everything. */
function bestTotal(table: Table, isAllowed: (row: number, column: number) => boolean, row = 0, used = 0): number {
  if (row === table.length) return 0
  let best = bestTotal(table, isAllowed, row + 1, used)
  table[row]?.forEach((weight, column) => {
    if ((used & (1 << column)) !== 0 || !isAllowed(row, column)) return
    best = Math.max(best, weight + bestTotal(table, isAllowed, row + 1, used | (1 << column)))
  })
  return best
}

const tables = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)

describe('the best assignment', () => {
  it('gives 157 where the greedy one gives 130 (ledger spec 6.6)', () => {
    const { columnOf, total } = solve([
      [80, 78],
      [79, 50],
    ])
    expect(total).toBe(157)
    expect(columnOf).toEqual([1, 0])
  })

  it('leaves a row without a pair when it has none', () => {
    expect(
      solve([
        [5, 0],
        [7, 0],
        [0, 0],
      ]).columnOf,
    ).toEqual([-1, 0, -1])
  })

  it('is the best of all, and uses no column twice', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { columnOf, total } = solve(table)
        const used = columnOf.filter((column) => column >= 0)
        expect(new Set(used).size).toBe(used.length)
        expect(columnOf.reduce((sum, column, row) => sum + (column < 0 ? 0 : (table[row]?.[column] ?? 0)), 0)).toBe(
          total,
        )
        expect(total).toBe(bestTotal(table, () => true))
      }),
      { numRuns: 300 },
    )
  })

  it('knows what a row loses without its columns', () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(), (table, r, mask) => {
        const row = r % table.length
        const forbidden = (table[0] ?? []).flatMap((_, column) => ((mask & (1 << column)) === 0 ? [] : [column]))
        const without = bestTotal(table, (at, column) => at !== row || !forbidden.includes(column))
        expect(solve(table).lossWithout(row, forbidden)).toBe(bestTotal(table, () => true) - without)
      }),
      { numRuns: 300 },
    )
  })
})
