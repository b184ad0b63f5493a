import type { Database } from '../../db/open.ts'
import type { Ledgers } from '../books/ledgers.ts'
import type { Run } from '../runs/types.ts'

/**
 * Books against bank at one day (5.10): statement closing plus what is only in the books, less what is only on
 * statements, must be the ledger's balance. Signed minor units.
 */
export interface Equation {
  readonly asOf: string
  readonly statementClosing: number | null
  readonly ledgerOnly: number
  readonly statementOnly: number
  readonly ledgerBalance: number
  /** Ledger balance less what the statement side says it must be; null without a closing balance. */
  readonly difference: number | null
}

/** The bookings that open a ledger are where both sides start, not money on its way to the bank. */
const isOpening = `(e.event = 'opening_balance' or t.type in ('opening_balance', 'opening'))`

export function createEquation({ db, ledgers }: { db: Database; ledgers: Ledgers }) {
  const lines = db
    .prepare<{ ledger: string; until: string }, number>(
      // A part that was matched or closed is counted in its whole.
      `select coalesce(sum(case
           when closed_at is null then amount - allocated - allocated_parts
           when closing_transaction_id is null then coalesce(closed_amount, 0)
           else 0 end), 0)
       from items
       where ledger_id = @ledger and parent_entry_id is null and bank_status = 'booked' and booking_date <= @until`,
    )
    .pluck()
  const unposted = db
    .prepare<{ ledger: string; until: string }, number>(
      `select coalesce(sum(closed_amount), 0) from items
       where ledger_id = @ledger and parent_entry_id is not null and closed_at is not null
         and closing_transaction_id is null and booking_date <= @until`,
    )
    .pluck()
  return (run: Run, at?: string): Equation => {
    const asOf = at ?? run.periodTo ?? '9999-12-31'
    const family = ledgers.family(run.userId, run.ledgerId)
    const places = family.map(() => '?').join(', ')
    const open = db
      .prepare<(string | number)[], number>(
        `select coalesce(sum(e.signed - e.allocated), 0) from ledger_entries e
         join ledger_transactions t on t.id = e.transaction_id
         where e.ledger_id in (${places}) and e.booking_date <= ? and not ${isOpening}`,
      )
      .pluck()
    const ledgerOnly = open.get(...family, asOf) ?? 0
    const span = { ledger: run.ledgerId, until: asOf }
    const statementOnly = (lines.get(span) ?? 0) + (unposted.get(span) ?? 0)
    const ledgerBalance = ledgers.balance(run.ledgerId, asOf).posted
    const closing = run.closingBalance
    const difference = closing === null ? null : ledgerBalance - (closing + ledgerOnly - statementOnly)
    return { asOf, statementClosing: closing, ledgerOnly, statementOnly, ledgerBalance, difference }
  }
}
