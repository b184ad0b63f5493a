import type { StatementFault } from '../failure.ts'
import type { BalanceKind } from './balance-words.ts'
import type { Row } from './tokenize.ts'

/** What became of a line of the file. */
export type LineVerdict =
  | 'header'
  | 'preamble'
  | 'footer'
  | 'balance'
  | 'item'
  | 'continuation'
  | 'pending'
  | 'excluded'
  | 'blank'
  | 'unreadable'

/** A row that is an item, with what the proof needs; the rest is read from its cells when it is handed on. */
export interface Item {
  readonly row: Row
  readonly amount: number
  readonly balance: number | null
  /** The balance that the row itself names as the one before it, or before its statement. */
  readonly opening: number | null
  readonly fee: number
  readonly bookingDate: string | null
  readonly valueDate: string | null
  readonly status: 'booked' | 'pending' | 'info'
  readonly account: string | null
  readonly currency: string | null
  continued: Row[] | null
}

export interface FoundBalance {
  readonly kind: BalanceKind
  readonly label: string
  readonly amount: number
  readonly date: string | null
  /** Of which account, where a file has several tables. */
  readonly account: string | null
}

export interface ReadRows {
  readonly items: readonly Item[]
  readonly faults: readonly StatementFault[]
  readonly balances: readonly FoundBalance[]
  /** Verdict by row index. */
  readonly verdicts: readonly LineVerdict[]
  readonly counts: { bookingInferred: number; valueAdjusted: number; valueUnread: number }
}
