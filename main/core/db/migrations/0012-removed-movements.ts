import type { Database } from 'better-sqlite3'

/**
 * Movements of files that a person removed: what they were, so that they can be put back, and the line of the bank they
 * were, so that no later import brings them again (ledger specification 9.3).
 */
export function removedMovements(db: Database): void {
  db.exec(`
    create table removed_movements (
      movement_id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      -- The same for all lines that are one line of the bank; see import_lines.
      line_key text not null,
      -- The row of movements as it was, as JSON.
      movement text not null,
      removed_at integer not null,
      removed_by text references users (id) on delete set null,
      restored_at integer,
      restored_by text references users (id) on delete set null
    ) strict;
    create index removed_movements_of_line on removed_movements (account_id, line_key) where restored_at is null;
    create index removed_movements_listed on removed_movements (account_id, removed_at);
  `)
}
