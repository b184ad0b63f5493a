/**
 * When discrepancies exist (7), as SQL. Each query answers rows of: key part, statement, item, ledger entry, match,
 * severity, amount, facts (JSON). Parameters: `@run`, `@ledger`, `@now` (day), `@end` (last day of the run, or null).
 */
export interface Condition {
  readonly type: string
  readonly sql: string
  /** Concerns single items or entries, so that a decision needs to look at those alone. */
  readonly subject: 'item' | 'entry' | 'match' | null
  /** Only once a matching pass has looked at the run. */
  readonly afterPass?: boolean
}

export const noStatement = 'null as statement_id'
export const noItem = 'null as source_entry_id'
export const noEntry = 'null as ledger_entry_id'
export const noMatch = 'null as match_id'

/** Where a condition of single items, entries or matches is limited to what a decision touched. */
export const touchedHere = 'true'
