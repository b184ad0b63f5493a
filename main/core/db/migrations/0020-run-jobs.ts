import type { Database } from 'better-sqlite3'
import { sealTable } from '../row-seals.ts'

/**
 * Work on a run that is decided but not ended: stored in the transaction that decides it, gone with the one that ends it.
 * What a crash leaves here is ended by the next start; the run is busy until then.
 */
export function runJobs(db: Database): void {
  db.exec(`
    create table run_jobs (
      run_id text primary key references reconciliation_runs (id) on delete cascade,
      kind text not null check (kind in ('match', 'import', 'movements', 'remove_file', 'delete_run')),
      -- Who asked for it, as the trail calls them.
      actor text not null,
      payload text not null,
      -- What a matching pass noticed: may be long, and is read where it is told.
      findings text
    ) strict;
  `)
  sealTable(db, { name: 'run_jobs', key: ['run_id'] })
}
