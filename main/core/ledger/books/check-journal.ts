import { invalidRequest, LedgerRefusal } from '../errors.ts'
import type { Ledger, NewJournal } from './types.ts'

/** A line of a journal with its ledger found. */
export interface CheckedLine {
  readonly ledger: Ledger
  readonly type: 'debit' | 'credit'
  readonly amount: number
  readonly amountLcy: number
  readonly bookingDate: string
}

const sum = (lines: readonly CheckedLine[], type: 'debit' | 'credit', of: (line: CheckedLine) => number) =>
  lines.reduce((total, line) => (line.type === type ? total + of(line) : total), 0)

/**
 * The rules of a journal (3.2): at least two entries, positive amounts, each ledger open for booking on the day, debits
 * equal credits in base currency. Where all lines are in one currency the amount itself is the base value unless given.
 * Throws 400 for the form, 422 `journal_unbalanced`, `direct_booking_forbidden`, `period_locked`, `ledger_inactive`.
 */
export function checkJournal(journal: NewJournal, find: (reference: string) => Ledger): CheckedLine[] {
  if (journal.entries.length < 2)
    throw invalidRequest('A journal has at least two entries', { entries: 'must be at least two' })
  const lines = journal.entries.map((entry) => ({ entry, ledger: find(entry.ledger) }))
  const isOneCurrency = new Set(lines.map(({ ledger }) => ledger.currency)).size === 1
  const checked = lines.map(({ entry, ledger }, at): CheckedLine => {
    const field = `entries.${at}`
    if (entry.amount <= 0)
      throw invalidRequest(`${field}.amount must be positive`, { [`${field}.amount`]: 'must be positive' })
    const amountLcy = entry.amountLcy ?? (isOneCurrency ? entry.amount : null)
    if (amountLcy === null || amountLcy < 0)
      throw invalidRequest(`${field}.amount_lcy is needed: the entries are in different currencies`, {
        [`${field}.amount_lcy`]: 'must be the value in base currency, zero or more',
      })
    const bookingDate = entry.bookingDate ?? journal.bookingDate
    if (!ledger.active) throw new LedgerRefusal(422, 'ledger_inactive', `Ledger ${ledger.code} is switched off.`)
    if (!ledger.directBooking)
      throw new LedgerRefusal(
        422,
        'direct_booking_forbidden',
        `Ledger ${ledger.code} takes no direct bookings. Book to one of its sub-ledgers.`,
      )
    if (ledger.lockedUntil !== null && bookingDate <= ledger.lockedUntil)
      throw new LedgerRefusal(
        422,
        'period_locked',
        `Ledger ${ledger.code} is locked up to ${ledger.lockedUntil}; ${bookingDate} is in the locked period. Use a later date, or unlock the period.`,
      )
    return { ledger, type: entry.type, amount: entry.amount, amountLcy, bookingDate }
  })
  const debit = sum(checked, 'debit', (line) => line.amountLcy)
  const credit = sum(checked, 'credit', (line) => line.amountLcy)
  if (debit !== credit)
    throw new LedgerRefusal(
      422,
      'journal_unbalanced',
      `Debits (${debit}) and credits (${credit}) differ by ${Math.abs(debit - credit)} minor units. Nothing was booked.`,
      { debit: String(debit), credit: String(credit) },
    )
  return checked
}
