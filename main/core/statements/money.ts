import { StatementError } from './failure.ts'

export type AmountProblem = 'amount_invalid' | 'amount_precision' | 'amount_too_large'

/** The amount in minor units, or what is wrong with its text. */
export type AmountReading = number | AmountProblem

const point = /^([+-]?)(\d*)(?:\.(\d*))?$/
const comma = /^([+-]?)(\d*)(?:,(\d*))?$/

/**
 * Decimal text without group separators → signed minor units; never through a floating-point number (specification
 * 2.1). Accepts leading zeros, no decimals, a trailing decimal sign (`15000,`), fewer decimals than the currency has
 * (`8,5`), and zeros beyond them (`18.150`). A non-zero digit beyond the exponent is `amount_precision`: no rounding.
 */
export function readAmount(text: string, decimalSign: '.' | ',', exponent: number): AmountReading {
  const found = (decimalSign === '.' ? point : comma).exec(text.trim())
  if (!found) return 'amount_invalid'
  const [, sign, whole = '', fraction = ''] = found
  if (whole === '' && fraction === '') return 'amount_invalid'
  if (/[1-9]/.test(fraction.slice(exponent))) return 'amount_precision'
  const minor = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`)
  if (!Number.isSafeInteger(minor)) return 'amount_too_large'
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** Words for an amount that could not be read, for lists of faults. */
export function amountFault(problem: AmountProblem, text: string, exponent: number): string {
  const shown = text.trim().slice(0, 40)
  switch (problem) {
    case 'amount_invalid':
      return `"${shown}" is not an amount.`
    case 'amount_precision':
      return `"${shown}" has more than ${exponent} decimals. Raise the precision of the ledger if the bank really counts so fine; nothing is rounded.`
    case 'amount_too_large':
      return `"${shown}" is beyond the exact range of amounts.`
  }
}

/** As `readAmount`, but throws a `StatementError` that names the line. */
export function amountOf(text: string, decimalSign: '.' | ',', exponent: number, line?: number): number {
  const amount = readAmount(text, decimalSign, exponent)
  if (typeof amount === 'number') return amount
  const message = amountFault(amount, text, exponent)
  const place = line === undefined ? {} : { line }
  const where = line === undefined ? '' : `Line ${line}: `
  throw new StatementError(amount, `${where}${message}`, [{ ...place, code: amount, message }])
}

/** Minor units as decimal text with a point: `(-123456, 2)` → `"-1234.56"`. */
export function amountText(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
  return minor < 0 ? `-${whole}` : whole
}
