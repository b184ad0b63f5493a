import type { Money } from './ledger-api.ts'

/** `{ amount: "-123456", precision: 2 }` → `"-1234.56"`; exact, whatever its size. */
export function decimalOf({ amount, precision }: Pick<Money, 'amount' | 'precision'>): string {
  const sign = amount.startsWith('-') ? '-' : ''
  const digits = amount.replace(/^[-+]/, '').padStart(precision + 1, '0')
  const whole = digits.slice(0, digits.length - precision)
  return `${sign}${whole}${precision === 0 ? '' : `.${digits.slice(-precision)}`}`
}

const ungrouped = /^([-+]?)(\d+)(?:[.,](\d+))?$/
const groupedByPoint = /^([-+]?)(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/
const groupedByComma = /^([-+]?)(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/

/**
 * An amount as a person types it ("1.234,56", "1,234.56", "-12") in minor units as text; null when it is none or has more
 * decimals than the currency. A sign before three digits separates thousands unless the currency has three decimals.
 */
export function minorOf(text: string, precision: number): string | null {
  const plain = text
    .trim()
    .replace(/[\s'’]/g, '')
    .replace('−', '-')
  for (const form of [ungrouped, groupedByPoint, groupedByComma]) {
    const [, sign, whole = '', fraction = ''] = form.exec(plain) ?? []
    if (whole === '' || fraction.length > precision) continue
    const minor = BigInt(whole.replace(/\D/g, '') + fraction.padEnd(precision, '0'))
    return minor === 0n ? '0' : `${sign === '-' ? '-' : ''}${minor}`
  }
  return null
}

/** The sum of amounts of one currency. */
export const sumOf = (amounts: readonly Money[], currency: string, precision: number): Money => ({
  amount: String(amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n)),
  currency: amounts[0]?.currency ?? currency,
  precision: amounts[0]?.precision ?? precision,
})

export const differenceOf = (one: Money, other: Money): Money => ({
  ...one,
  amount: String(BigInt(one.amount) - BigInt(other.amount)),
})

export const isZero = ({ amount }: Pick<Money, 'amount'>): boolean => BigInt(amount) === 0n
