import { dayOf } from '../dates.ts'
import { looseAmount } from '../loose-amount.ts'
import type { AmountReading } from '../money.ts'

/** The calendar date as written in YYYYMMDD…, whatever time and zone follow; null when it does not exist. */
export function ofxDay(text: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text.trim())
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

/**
 * TRNAMT and BALAMT: point or comma decimals, also with group separators that the standard forbids. It knows no groups,
 * so the only sign of 1.234 is the decimal one.
 */
export const ofxAmount = (text: string, exponent: number): AmountReading =>
  looseAmount(text, exponent, (body) => (body.includes(',') ? ',' : '.'))
