import { isIban } from '../matching/check-digits.ts'

/** Characters of the bank's own number behind an IBAN's four first ones, by country (registry of ISO 13616). */
const bankDigits: Readonly<Record<string, number>> = {
  AD: 4,
  AT: 5,
  BE: 3,
  CH: 5,
  CZ: 4,
  DE: 8,
  DK: 4,
  ES: 4,
  FR: 5,
  GB: 4,
  IE: 4,
  LI: 5,
  LU: 3,
  NL: 4,
  PL: 3,
  PT: 4,
  SE: 3,
  SK: 4,
}

/** Whether two account numbers tell that they are of one bank: IBANs with the same bank number. */
export function isSameBank(a: string, b: string): boolean {
  const [one, other] = [bankOf(a), bankOf(b)]
  return one !== null && one === other
}

function bankOf(number: string): string | null {
  const text = number.replace(/\s/g, '').toUpperCase()
  const digits = bankDigits[text.slice(0, 2)]
  return digits === undefined || !isIban(text) ? null : `${text.slice(0, 2)}${text.slice(4, 4 + digits)}`
}
