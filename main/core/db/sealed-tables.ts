import type { SealedTable } from './row-seals.ts'

/** Every table of the books half. The trail has its chain as well; its seals show an end that was cut off. */
export const sealedTables: readonly SealedTable[] = [
  { name: 'ledgers', key: ['id'] },
  { name: 'ledger_transactions', key: ['id'] },
  { name: 'ledger_entries', key: ['id'] },
  { name: 'ledger_imports', key: ['id'] },
  { name: 'counterparties', key: ['id'] },
  { name: 'reconciliation_runs', key: ['id'] },
  // The bytes of a file have a hash of their own in the same row.
  { name: 'source_files', key: ['id'], byLength: ['content'] },
  { name: 'statements', key: ['id'] },
  { name: 'source_entries', key: ['id'] },
  { name: 'ledger_matches', key: ['id'] },
  { name: 'match_legs', key: ['match_id', 'ordinal'] },
  { name: 'rejected_pairs', key: ['ledger_id', 'stable_key'] },
  { name: 'discrepancies', key: ['id'] },
  { name: 'reconciliation_rules', key: ['id'] },
  { name: 'closing_proposals', key: ['run_id', 'source_entry_id'] },
  { name: 'audit_events', key: ['seq'] },
  // Those of bank accounts belong to the other half.
  { name: 'csv_mappings', key: ['id'], only: 'row.account_id is null' },
  { name: 'sign_readings', since: 19, key: ['id'], only: 'row.account_id is null' },
  { name: 'run_jobs', since: 20, key: ['run_id'] },
]
