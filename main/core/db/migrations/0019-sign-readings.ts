import type { Database } from 'better-sqlite3'
import { sealTable } from '../row-seals.ts'

/** How a bank signs the lines of its files of one format, as a proof showed or a person said; of an account or a ledger. */
export function signReadings(db: Database): void {
  db.exec(`
    create table sign_readings (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      account_id text references accounts (id) on delete cascade,
      ledger_id text references ledgers (id) on delete cascade,
      format text not null,
      reading text not null,
      learnt_by text not null,
      file_name text not null,
      learnt_at integer not null,
      unique (account_id, format),
      unique (ledger_id, format),
      check ((account_id is null) <> (ledger_id is null))
    ) strict;
    create index sign_readings_user on sign_readings (user_id, learnt_at);
  `)
  sealTable(db, { name: 'sign_readings', key: ['id'], only: 'row.account_id is null' })
}
