import { amountOf } from '../money.ts'
import type { DeclaredTotals } from '../types.ts'
import type { Field } from './field-splitter.ts'

// Counts and sums as one bank writes them behind the closing balance, debits first: D000004C000002D25,24C28,71, and
// /SUM/4/2/25,24/28,71/ in its newer layout.
const totals = /^(?:D(\d{1,6})C(\d{1,6})D(\d+,\d*)C(\d+,\d*)|\/SUM\/(\d{1,6})\/(\d{1,6})\/(\d+,\d*)\/(\d+,\d*)\/?)$/
// :90D: and :90C: hold count, currency and sum.
const sums = /^(\d{1,6})([A-Z]{3})(\d+,\d*)$/

/** The totals in a :86: behind the closing balance, or in :90C: and :90D:; null where there are none. */
export function declaredIn(field: Field, exponent: number): DeclaredTotals | null {
  const text = field.lines.join('').replace(/\s+/g, '')
  const amount = (digits = '') => amountOf(digits, ',', exponent, field.line)
  if (field.tag === '86') {
    const found = totals.exec(text)
    if (!found) return null
    const [debitCount, creditCount, debitSum, creditSum] = found.slice(1).filter((value) => value !== undefined)
    return {
      debitCount: Number(debitCount),
      creditCount: Number(creditCount),
      debitSum: amount(debitSum),
      creditSum: amount(creditSum),
    }
  }
  const found = sums.exec(text)
  if (!found) return null
  const [count, sum] = [Number(found[1]), amount(found[3])]
  return field.tag === '90D' ? { debitCount: count, debitSum: sum } : { creditCount: count, creditSum: sum }
}
