import { exponentOrNull } from '../../statements/currencies.ts'
import type { Books } from './books.ts'
import type { EngineEntry, EngineItem } from './types.ts'

/** Why an item is smaller than the entry it pays (A4). */
export interface Deduction {
  readonly kind: 'known_fee' | 'charge' | 'discount'
  /** Absolute, minor units. */
  readonly amount: number
  readonly fragment: string
  readonly ledgerId: string | null
}

const statedDiscount =
  /(?:discount|skonto|rabatt|escompte|remise|descuento|sconto|korting|deduction|abzug)[^\d\n]{0,20}(\d[\d.,']*\d|\d)(\s*%)?/gi

/** What the item says was taken off: discounts in its text and documents, and the bank's charges. */
export function statedDeductions(item: EngineItem, gross: number): Deduction[] {
  const found: Deduction[] = []
  for (const match of item.text.matchAll(statedDiscount)) {
    const amount = readAmount(match[1] as string, match[2] !== undefined, gross, item.currency)
    if (amount > 0) found.push({ kind: 'discount', amount, fragment: match[0], ledgerId: null })
  }
  const discount = item.referredDocuments.reduce((sum, one) => sum + (one.discount ?? 0) + (one.creditNote ?? 0), 0)
  if (discount > 0) found.push({ kind: 'discount', amount: discount, fragment: String(discount), ledgerId: null })
  const charges = item.charges.filter(({ currency }) => currency === item.currency)
  const charged = charges.reduce((sum, { amount }) => sum + amount, 0)
  if (charged > 0) found.push({ kind: 'charge', amount: charged, fragment: String(charged), ledgerId: null })
  return found
}

/** The deduction that explains the difference of an item and an entry to the last unit, if one does. */
export function explains(books: Books, item: EngineItem, entry: number): Deduction | null {
  const { open } = books.entries[entry] as EngineEntry
  const gross = Math.abs(open)
  const net = Math.abs(item.open)
  // A charge makes what arrives smaller and what leaves larger.
  const missing = gross - net
  const stated = statedDeductions(item, gross).find(
    ({ kind, amount }) => amount === (kind === 'charge' && item.open < 0 ? -missing : missing),
  )
  if (stated) return stated
  const usual = books.parties.counterparty(books.entryParty[entry] as number)?.usualDeduction
  if (!usual || missing <= 0) return null
  const fee = usual.perMille === undefined ? usual.fixed : Math.round((gross * usual.perMille) / 1000)
  if (fee !== missing) return null
  const fragment = usual.perMille === undefined ? String(usual.fixed) : `${usual.perMille / 10} %`
  return { kind: 'known_fee', amount: fee, fragment, ledgerId: usual.ledgerId ?? null }
}

/** Entries that the item pays with a known fee, a charge or a stated discount taken off. */
export function deductionsOf(books: Books, at: number): number[] {
  const item = books.items[at] as EngineItem
  const sign = Math.sign(item.open)
  const net = Math.abs(item.open)
  const found: number[] = []
  const lookUp = (gross: number): void => {
    for (const entry of books.bucket(item.currency, sign * gross).entries)
      if (books.isEntryOpen(entry) && explains(books, item, entry)) found.push(entry)
  }
  for (const { kind, amount } of statedDeductions(item, net))
    if (amount !== 0) lookUp(kind === 'charge' && item.open < 0 ? net - amount : net + amount)
  const party = books.itemParty[at] as number
  for (const usual of books.parties.usualDeductions(party)) {
    const gross =
      usual.perMille === undefined
        ? net + (usual.fixed ?? 0)
        : Math.round((net * 1000) / Math.max(1, 1000 - usual.perMille))
    for (const near of usual.perMille === undefined ? [gross] : [gross - 1, gross, gross + 1]) lookUp(near)
  }
  for (const { entry } of books.hits(at)) if (explains(books, item, entry)) found.push(entry)
  return [...new Set(found)]
}

/** "20,00", "1.020,50", "20", or a rate of the gross; minor units. */
function readAmount(text: string, isRate: boolean, gross: number, currency: string): number {
  const precision = isRate ? 2 : (exponentOrNull(currency) ?? 2)
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  const after = last < 0 ? 0 : text.length - last - 1
  // Three digits behind a separator are thousands, but where the currency has as many decimals.
  const hasDecimals = after > 0 && after <= 2 && after <= precision
  const hasMills = after === 3 && precision === 3
  const decimals = hasDecimals || hasMills ? text.slice(last + 1) : ''
  const whole = (decimals === '' ? text : text.slice(0, last)).replace(/\D/g, '')
  const units = Number(`${whole}${decimals.padEnd(precision, '0')}`)
  return isRate ? Math.round((gross * units) / 10_000) : units
}
