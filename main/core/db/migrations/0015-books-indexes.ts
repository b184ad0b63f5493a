import type { Database } from 'better-sqlite3'

/**
 * Decisions and sums over books of a hundred thousand lines: what hangs on a line, entry or match is found by it (rows that
 * go are looked for there, too), and sums are read from an index alone.
 */
export function booksIndexes(db: Database): void {
  db.exec(`
    create index discrepancies_by_item on discrepancies (source_entry_id) where source_entry_id is not null;
    create index discrepancies_by_entry on discrepancies (ledger_entry_id) where ledger_entry_id is not null;
    create index discrepancies_by_match on discrepancies (match_id) where match_id is not null;
    create index discrepancies_by_statement on discrepancies (statement_id) where statement_id is not null;
    create index ledger_transactions_opening on ledger_transactions (id) where type in ('opening_balance', 'opening');
    -- Both begin like the indexes that they replace, and hold all that a sum asks for.
    drop index ledger_entries_by_date;
    drop index ledger_entries_open;
    create index ledger_entries_open on ledger_entries
      (ledger_id, booking_date, signed, allocated, event, transaction_id) where signed <> allocated;
    create index ledger_entries_summed on ledger_entries
      (ledger_id, booking_date, signed, allocated, type, amount_lcy, event, transaction_id);
    create index source_entries_by_statement on source_entries (statement_id) where statement_id is not null;
    create index source_entries_by_closing on source_entries (closing_transaction_id)
      where closing_transaction_id is not null;
    create index ledger_matches_by_write_off on ledger_matches (write_off_transaction_id)
      where write_off_transaction_id is not null;
  `)
}
