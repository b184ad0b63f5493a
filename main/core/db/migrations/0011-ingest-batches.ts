import type { Database } from 'better-sqlite3'

/** Calls with many movements, kept until the last of them is stored: a start goes on where a crash ended. */
export function ingestBatches(db: Database): void {
  db.exec(`
    create table ingest_batches (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      script_id text references bank_scripts (id) on delete set null,
      -- A list of rows with their identity, as JSON.
      rows text not null,
      created_at integer not null
    ) strict;
    create index ingest_batches_of_account on ingest_batches (account_id, created_at);
  `)
}
