import type { Database } from 'better-sqlite3'

/** What waits for a decision in a run of a hundred thousand lines is found in its order, and counted, by an index. */
export function worklistIndexes(db: Database): void {
  db.exec(`
    create index ledger_matches_queue on ledger_matches
      (run_id, status, (case when ambiguous_with <> '[]' then 'ambiguous' else band end), score desc);
    create index source_entries_open on source_entries (run_id, booking_date, position, id)
      where match_status in ('unmatched', 'partial') and bank_status = 'booked' and removed_at is null;
    create index source_entries_counted on source_entries (run_id, bank_status, parent_entry_id, match_status)
      where removed_at is null;
  `)
}
