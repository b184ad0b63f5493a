import type { Database } from '../../db/open.ts'
import type { Ledgers } from '../books/ledgers.ts'
import type { Run } from '../runs/types.ts'
import { entriesUntil, lateLegs, openOfItem, unpostedParts, wholeItems } from './open-positions.ts'

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

export function createEquation({ db, ledgers }: { db: Database; ledgers: Pick<Ledgers, 'family' | 'balance'> }) {
  type Span = { ledger: string; until: string }
  const lines = db
    .prepare<Span, number>(`select coalesce(sum(${openOfItem}), 0) from items i where ${wholeItems}`)
    .pluck()
  const unposted = db
    .prepare<Span, number>(`select coalesce(sum(i.closed_amount), 0) from items i where ${unpostedParts}`)
    .pluck()
  const open = db
    .prepare<{ family: string; until: string }, number>(
      `select coalesce(sum(e.signed - e.allocated), 0) from ledger_entries e where ${entriesUntil}`,
    )
    .pluck()
  const late = lateLegs(db)
  return (run: Run, at?: string): Equation => {
    const asOf = at ?? run.periodTo ?? '9999-12-31'
    const family = ledgers.family(run.userId, run.ledgerId)
    const span = { ledger: run.ledgerId, until: asOf }
    const legs = late(run.ledgerId, family, asOf)
    const lateIn = (side: 'item_id' | 'entry_id') =>
      legs.reduce((sum, leg) => (leg[side] === null ? sum : sum + leg.amount), 0)
    const ledgerOnly = (open.get({ family: JSON.stringify(family), until: asOf }) ?? 0) + lateIn('entry_id')
    const statementOnly = (lines.get(span) ?? 0) + (unposted.get(span) ?? 0) + lateIn('item_id')
    const ledgerBalance = ledgers.balance(run.ledgerId, asOf).posted
    const closing = run.closingBalance
    const difference = closing === null ? null : ledgerBalance - (closing + ledgerOnly - statementOnly)
    return { asOf, statementClosing: closing, ledgerOnly, statementOnly, ledgerBalance, difference }
  }
}
