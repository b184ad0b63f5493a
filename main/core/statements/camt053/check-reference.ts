import type { StructuredReference } from '../types.ts'

/** ISO 11649: RF, two check digits, up to 21 characters; the rest moved to the front is 1 modulo 97. */
function isCreditorReference(value: string): boolean {
  if (!/^RF\d\d[A-Z0-9]{1,21}$/.test(value)) return false
  let remainder = 0
  for (const sign of value.slice(4) + value.slice(0, 4)) {
    const digits = Number.parseInt(sign, 36)
    remainder = (remainder * (digits > 9 ? 100 : 10) + digits) % 97
  }
  return remainder === 1
}

const carry = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const

/** Swiss QR and ISR references: 27 digits, the last by modulo 10, recursive. */
function isSwissReference(value: string): boolean {
  if (!/^\d{27}$/.test(value)) return false
  let state = 0
  for (const digit of value.slice(0, -1)) state = carry[(state + Number(digit)) % 10] ?? 0
  return (10 - state) % 10 === Number(value.at(-1))
}

/** A structured reference with its check digits verified where its scheme has them. */
export function checkedReference(scheme: string | undefined, text: string): StructuredReference {
  const value = text.replace(/\s/g, '').toUpperCase()
  const named = scheme ?? (/^RF\d\d/.test(value) ? 'SCOR' : 'other')
  // Swiss banks write SCOR for creditor references and put other references there as well.
  if (named === 'QRR') return { scheme: named, value, check: isSwissReference(value) ? 'valid' : 'invalid' }
  if (named === 'SCOR' && value.startsWith('RF'))
    return { scheme: named, value, check: isCreditorReference(value) ? 'valid' : 'invalid' }
  return { scheme: named, value, check: 'none' }
}
