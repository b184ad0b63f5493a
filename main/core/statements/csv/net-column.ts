import { readCell } from './amounts.ts'
import type { DecimalSign } from './number-text.ts'
import { firstColumn } from './plan.ts'
import type { ColumnRole } from './roles.ts'
import type { Row } from './tokenize.ts'

const sampleRows = 1_000

/**
 * Beside an amount and its fee, the column that is the amount less the fee in every line: what the account was moved by
 * ("Amount", "Fee", "Total"). -1 where there is none, or no fee.
 */
export function netColumn(
  rows: readonly Row[],
  first: number,
  width: number,
  roles: ReadonlyMap<number, ColumnRole>,
  signs: ReadonlyMap<number, DecimalSign>,
): number {
  const [amount, fee] = [firstColumn(roles, 'amount'), firstColumn(roles, 'fee')]
  if (amount < 0 || fee < 0) return -1
  const sign = signs.get(amount) ?? '.'
  const minorOf = ({ cells }: Row, column: number): number | null => {
    const read = readCell(cells[column], sign, 4)
    return read !== null && typeof read === 'object' ? read.value : null
  }
  const sample = rows.slice(first, first + sampleRows).filter((row) => minorOf(row, amount) !== null)
  if (!sample.some((row) => (minorOf(row, fee) ?? 0) !== 0)) return -1
  for (let column = 0; column < width; column += 1) {
    if (roles.has(column) && roles.get(column) !== 'ignore') continue
    const isNet = sample.every(
      (row) => minorOf(row, column) === (minorOf(row, amount) ?? 0) - Math.abs(minorOf(row, fee) ?? 0),
    )
    if (isNet) return column
  }
  return -1
}
