import type { Database } from 'better-sqlite3'
import { registerSeal, sealTable } from '../row-seals.ts'
import { sealedTables } from '../sealed-tables.ts'

/**
 * A seal beside every row of the books, kept by triggers: what another tool changes, adds or takes away does not fit its
 * seal any more. And closings that rules propose, which were kept in memory only. Rows are sealed as they stand; what
 * happened to them before is judged by the trail, as it was.
 */
export function rowSeals(db: Database): void {
  registerSeal(db)
  db.exec(`
    create table closing_proposals (
      run_id text not null references reconciliation_runs (id) on delete cascade,
      source_entry_id text not null references source_entries (id) on delete cascade,
      ledger_id text not null references ledgers (id) on delete cascade,
      reason text not null,
      -- Null for a transfer between own accounts.
      rule_id text references reconciliation_rules (id) on delete cascade,
      unattended integer not null,
      offered_at integer not null,
      primary key (run_id, source_entry_id)
    ) strict, without rowid;
    create index closing_proposals_by_item on closing_proposals (source_entry_id);
    create index closing_proposals_by_rule on closing_proposals (rule_id) where rule_id is not null;

    create table row_seals (
      -- The table and the key of the row in it.
      subject text not null,
      id text not null,
      seal blob not null,
      primary key (subject, id)
    ) strict, without rowid;
  `)
  const exists = db.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`)
  // Tables of later steps are sealed by those.
  for (const table of sealedTables) if (exists.get(table.name)) sealTable(db, table)
}
