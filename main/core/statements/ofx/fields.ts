import { decimalEvidence, splitNumber, toMinorUnits } from '../csv/number-text.ts'
import { dayOf } from '../dates.ts'
import type { AmountReading } from '../money.ts'

/** The calendar date as written in YYYYMMDD…, whatever time and zone follow; null when it does not exist. */
export function ofxDay(text: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text.trim())
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

/** TRNAMT and BALAMT: point or comma decimals, also with group separators that the standard forbids. */
export function ofxAmount(text: string, exponent: number): AmountReading {
  const parts = splitNumber(text.trim())
  if (parts === null) return 'amount_invalid'
  // 1.234 and 1,234 alone: the standard knows no groups, so the sign is the decimal one.
  const evidence = decimalEvidence(parts.body)
  const sign = evidence === ',' || (evidence === 'unclear' && parts.body.includes(',')) ? ',' : '.'
  const minor = toMinorUnits(parts.body, sign, exponent)
  if (minor === 'not_a_number') return 'amount_invalid'
  if (typeof minor !== 'number') return minor
  const isNegative = parts.negative !== (parts.mark === 'debit')
  return isNegative && minor !== 0 ? -minor : minor
}
