import type { Database } from 'better-sqlite3'

/**
 * Statement files that become movements: what was imported, every booked line with the identity it is known by, and the
 * balances between them. Lines and statements of an import count once its status is `applying` or `done`. Amounts are
 * minor units of two decimals like those of movements, debits negative; lists and objects are JSON text.
 */
export function movementImports(db: Database): void {
  db.exec(`
    create table statement_imports (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      user_id text references users (id) on delete set null,
      origin text not null check (origin in ('upload', 'folder')),
      file_name text not null,
      bytes integer not null,
      sha256 text not null,
      idempotency_key text,
      status text not null check (status in ('reading', 'applying', 'done', 'failed', 'undoing', 'undone')),
      -- { code, message }
      error text,
      format text,
      format_detail text,
      encoding text,
      mapping_name text,
      warnings text not null default '[]',
      excluded_lines text not null default '[]',
      -- Of the booked lines of this account: { credits, credit_sum, debits, debit_sum } by currency.
      totals text not null default '{}',
      new_count integer not null default 0,
      duplicate_count integer not null default 0,
      enriched_count integer not null default 0,
      debit_count integer not null default 0,
      not_booked_count integer not null default 0,
      other_account_count integer not null default 0,
      -- Movements stored before this instant were looked at when the lines were told apart.
      resolved_at integer,
      created_at integer not null,
      finished_at integer,
      undone_at integer,
      undone_by text references users (id) on delete set null
    ) strict;
    create index statement_imports_listed on statement_imports (account_id, created_at desc);
    create index statement_imports_by_hash on statement_imports (account_id, sha256);
    create unique index statement_imports_by_key on statement_imports (account_id, idempotency_key)
      where idempotency_key is not null;
    create index statement_imports_unfinished on statement_imports (status)
      where status in ('reading', 'applying', 'undoing');

    create table import_statements (
      id text primary key,
      import_id text not null references statement_imports (id) on delete cascade,
      account_id text not null references accounts (id) on delete cascade,
      ordinal integer not null,
      archive_member text,
      account_identifier text,
      currency text not null,
      statement_ref text,
      from_date text,
      to_date text,
      -- { amount, date, kind }
      opening text,
      closing text,
      proof_status text not null check (proof_status in ('proved', 'not_proved', 'not_provable')),
      proof_difference integer
    ) strict;
    create index import_statements_of_import on import_statements (import_id, ordinal);
    create index import_statements_of_account on import_statements (account_id, currency, from_date);

    create table import_lines (
      id integer primary key,
      import_id text not null references statement_imports (id) on delete cascade,
      account_id text not null references accounts (id) on delete cascade,
      statement_ordinal integer not null,
      position integer not null,
      -- What kind of file it is from: lines of one layout are known by their text, those of two by their amounts.
      layout text not null,
      booking_date text not null,
      value_date text,
      amount_minor integer not null,
      currency text not null,
      name text,
      text text,
      strong_key text,
      fingerprint text not null,
      occurrence integer not null,
      -- The same for all lines that are one line of the bank, whichever files they came in.
      line_key text not null,
      outcome text not null check (outcome in ('new', 'known', 'enriched', 'debit')),
      applied integer not null default 0,
      movement_id text references movements (id) on delete set null,
      -- What enriching replaced: { sender_name, reference_text }
      before text,
      facts text
    ) strict;
    create index import_lines_of_import on import_lines (import_id, applied);
    create index import_lines_by_key on import_lines (account_id, strong_key) where strong_key is not null;
    create index import_lines_by_print on import_lines (account_id, fingerprint, occurrence);
    create index import_lines_by_day on import_lines (account_id, booking_date);
    create index import_lines_of_movement on import_lines (movement_id) where movement_id is not null;

    -- The import that brought the movement; null for everything that a reading or a feed brought.
    alter table movements add column import_id text references statement_imports (id) on delete set null;
    create index movements_of_import on movements (import_id) where import_id is not null;

    -- Ids under which a reading or a feed reported a movement that a file had brought before.
    create table movement_sightings (
      account_id text not null references accounts (id) on delete cascade,
      external_id text not null,
      movement_id text not null references movements (id) on delete cascade,
      at integer not null,
      primary key (account_id, external_id)
    ) strict, without rowid;
    create index movement_sightings_of_movement on movement_sightings (movement_id);

    -- The bank's own numbers of an account, as its files name it.
    create table account_identifiers (
      account_id text not null references accounts (id) on delete cascade,
      value text not null,
      linked_at integer not null,
      primary key (account_id, value)
    ) strict, without rowid;

    create table watched_folders (
      account_id text primary key references accounts (id) on delete cascade,
      path text not null,
      user_id text not null references users (id) on delete cascade,
      looked_at integer,
      problem text,
      created_at integer not null
    ) strict;

    create index acts_of_movement on acts (movement_id) where movement_id is not null;
    create unique index csv_mappings_of_account on csv_mappings (account_id, subject, signature)
      where account_id is not null;
  `)
}
