import { hash } from 'node:crypto'
import type { StatementEntry } from './types.ts'

/** Texts that banks put where they have no reference (6.4 rule 4). */
const placeholder = /^(?:NOT\s?PROVIDED|NON\s?REF|NO\s?REF|N\/?A|NONE|UNKNOWN|0+|-+)?$/i

/** Whether a reference says nothing. */
const isPlaceholder = (reference: string): boolean => placeholder.test(reference.trim())

/**
 * The bank's own key of a line (9.3 rule 2): its reference, FITID or transaction id. It counts only while it is unique
 * within its file, which the caller sees to. Null when there is none worth the name.
 */
export function strongKeyOf(entry: Pick<StatementEntry, 'bankReference' | 'transactionId'>): string | null {
  for (const key of [entry.bankReference, entry.transactionId])
    if (key !== undefined && !isPlaceholder(key)) return key.trim()
  return null
}

const squeezed = (text: string | undefined) => (text ?? '').normalize('NFKC').toUpperCase().replace(/\s+/gu, '')

/**
 * What a line is known by where the bank gives no key (9.3 rule 3): dates, signed amount, currency, counterparty's
 * account and its text without blanks. Equal lines of one day share it; their running number tells them apart.
 * `part` numbers the parts of a batch.
 */
export function fingerprintOf(entry: StatementEntry, currency: string, part?: number): string {
  const text = squeezed(entry.remittanceJoined ?? entry.remittanceText) + squeezed(entry.additionalInfo)
  const facts = [
    entry.bankStatus === 'booked' ? '' : entry.bankStatus,
    entry.bookingDate,
    entry.valueDate,
    entry.amount,
    currency,
    entry.counterpartyAccount ?? '',
    squeezed(entry.counterpartyName),
    text,
    part ?? '',
  ]
  // The day in front keeps lines that are stored together close together in the index.
  const day = (entry.bookingDate ?? '').replaceAll('-', '')
  return `${day}.${hash('sha256', facts.join('|'), 'base64url').slice(0, 24)}`
}
