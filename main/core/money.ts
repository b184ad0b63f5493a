import { invalid } from './errors.ts'

/** An amount in minor units (cents). Always an integer within ±(2^53 − 1): 90 trillion units of a currency. */
export type Minor = number

const decimalText = /^(-?)(\d{1,16})(?:\.(\d{1,2}))?$/

/**
 * Reads decimal text or a JSON number with at most two decimals as minor units; `null` when it is anything else
 * (three decimals, exponent notation, separators, blanks, not finite, beyond the exact range).
 */
export function parseMinor(value: unknown): Minor | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  const found = decimalText.exec(text)
  if (!found) return null
  const [, sign, whole, fraction = ''] = found
  const minor = Number(`${whole}${fraction.padEnd(2, '0')}`)
  if (!Number.isSafeInteger(minor)) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** As `parseMinor`, but refuses what is not a positive amount with a 400 that names the field. */
export function positiveMinor(value: unknown, field: string): Minor {
  const minor = parseMinor(value)
  if (minor === null || minor <= 0)
    throw invalid('money.invalid', `${field} must be a positive amount with at most two decimals`)
  return minor
}

/** `150000` → `"1500.00"`: the form of money in API answers. */
export function minorToText(minor: Minor): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `25050` → `250.5`: the form of money in webhook payloads (spec 0, conventions). */
export const minorToNumber = (minor: Minor): number => Number(minorToText(minor))
