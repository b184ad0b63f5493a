/** What kind of payment reference a text is, known by its check digits. */
export type ReferenceScheme = 'iso-11649' | 'swiss' | 'mod-97' | 'mod-10'

/** Digits from which a passed check of two digits or one says something; a short number passes by chance. */
const longEnough = 10

/**
 * The scheme whose check digits a reference carries, or undefined: ISO 11649 (RF…), the Swiss 27 or 16 digits (recursive
 * modulo 10), modulo 97-10 (ISO 7064) and modulo 10 (Luhn). Expects upper case without separators.
 */
export function schemeOf(reference: string): ReferenceScheme | undefined {
  if (/^RF\d\d[A-Z0-9]{1,21}$/.test(reference)) return isIso11649(reference) ? 'iso-11649' : undefined
  if (!/^\d+$/.test(reference) || reference.length < longEnough || /^0+$/.test(reference)) return undefined
  if ((reference.length === 27 || reference.length === 16) && isSwiss(reference)) return 'swiss'
  if (remainder97(reference) === 1) return 'mod-97'
  return isLuhn(reference) ? 'mod-10' : undefined
}

/** The four characters in front go to the end, letters count from 10, and the whole leaves 1 modulo 97. */
export const isIso11649 = (reference: string): boolean => remainder97(reference.slice(4) + reference.slice(0, 4)) === 1

/** An account number (ISO 13616) has the same check as an RF reference. */
export const isIban = (text: string): boolean =>
  /^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(text) && !text.startsWith('RF') && isIso11649(text)

function remainder97(text: string): number {
  let remainder = 0
  for (const char of text) {
    const value = Number.parseInt(char, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}

const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]

/** Recursive modulo 10 of the Swiss payment slip and QR reference: the last digit checks the others. */
export function isSwiss(digits: string): boolean {
  let carry = 0
  for (const digit of digits.slice(0, -1)) carry = carries[(carry + Number(digit)) % 10] ?? 0
  return (10 - carry) % 10 === Number(digits.at(-1))
}

export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
