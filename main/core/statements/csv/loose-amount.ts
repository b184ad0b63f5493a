import { readCell } from './amounts.ts'
import { splitNumber } from './number-text.ts'

/** The last number of a row of words, for balances outside the table's columns. */
export function looseAmount(cells: readonly string[], sign: '.' | ',', exponent: number): number | null {
  for (const cell of [...cells].reverse()) {
    if (cell === '') continue
    // "Saldo al 31/01/2025: 1.095,80 EUR" in one cell.
    const number = splitNumber(cell) ? cell : cell.slice(cell.lastIndexOf(':') + 1).trim()
    if (!splitNumber(number)) continue
    const other = sign === '.' ? ',' : '.'
    for (const one of [sign, other] as const) {
      const read = readCell(number, one, exponent)
      if (read && typeof read === 'object') return read.mark === 'debit' ? -Math.abs(read.value) : read.value
    }
  }
  return null
}
