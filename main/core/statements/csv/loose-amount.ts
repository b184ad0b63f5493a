import { readCell } from './amounts.ts'
import { splitNumber } from './number-text.ts'

/** The last number of a row of words, for balances outside the table's columns. */
export function looseAmount(cells: readonly string[], sign: '.' | ',', exponent: number): number | null {
  for (const cell of [...cells].reverse()) {
    const parts = cell === '' ? null : splitNumber(cell)
    if (!parts) continue
    const other = sign === '.' ? ',' : '.'
    for (const one of [sign, other] as const) {
      const read = readCell(cell, one, exponent)
      if (read && typeof read === 'object') return read.mark === 'debit' ? -Math.abs(read.value) : read.value
    }
  }
  return null
}
