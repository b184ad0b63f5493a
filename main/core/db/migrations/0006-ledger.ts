import type { Database } from 'better-sqlite3'

/**
 * The books and their reconciliation (ledger specification 3). Amounts are signed integer minor units of the row's
 * currency unless a column says otherwise: credit to the account (statement) and debit entry (books) are positive.
 * Instants are integer milliseconds UTC, days are `YYYY-MM-DD`, lists and objects are JSON text.
 */
export function ledger(db: Database): void {
  db.exec(`
    create table ledgers (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      num_id integer not null,
      code text not null,
      description text not null default '',
      type text not null check (type in ('asset', 'liability', 'equity', 'revenue', 'expense')),
      currency text not null,
      parent_id text references ledgers (id),
      direct_booking integer not null default 1,
      is_reconcilable integer not null default 0,
      account_identifiers text not null default '[]',
      statement_required integer not null default 0,
      precision_override integer check (precision_override between 0 and 5),
      -- Matching profile (6.2): only what differs from the defaults.
      profile text not null default '{}',
      unattended integer not null default 0,
      opening_date text,
      closing_date text,
      -- No journal may be dated on or before this day.
      locked_until text,
      active integer not null default 1,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null,
      created_by text not null,
      modified_by text not null,
      unique (user_id, code),
      unique (user_id, num_id)
    ) strict;

    create table ledger_transactions (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      id_client text,
      type text not null,
      status text not null default 'completed',
      total_amount integer not null,
      currency text not null,
      description text not null default '',
      reference_id text,
      at integer not null,
      value_date text,
      completed_at integer,
      reconciled_at integer,
      metadata text not null default '{}',
      total_debit_lcy integer not null,
      total_credit_lcy integer not null,
      source text not null check (source in ('manual', 'import', 'closing_posting')),
      import_id text references ledger_imports (id),
      reversed_by text references ledger_transactions (id),
      active integer not null default 1,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null,
      created_by text not null,
      modified_by text not null,
      unique (user_id, id_client)
    ) strict;

    create table ledger_entries (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      ledger_id text not null references ledgers (id),
      transaction_id text not null references ledger_transactions (id) on delete cascade,
      ordinal integer not null,
      type text not null check (type in ('debit', 'credit')),
      -- Positive, as published; signed is the effect on the holder's position.
      amount integer not null check (amount >= 0),
      signed integer generated always as (case type when 'debit' then amount else -amount end) stored,
      amount_lcy integer not null,
      currency text not null,
      original_amount integer,
      original_currency text,
      event text,
      description text not null default '',
      at integer not null,
      booking_date text not null,
      value_date text,
      due_date text,
      document_no text,
      external_document_no text,
      cheque_no text,
      counterparty_id text references counterparties (id),
      counterparty_name text,
      counterparty_account text,
      refs text not null default '[]',
      source text not null check (source in ('manual', 'import', 'closing_posting')),
      -- Identity of an imported line: adding the same export again adds nothing.
      import_key text,
      metadata text not null default '{}',
      -- Signed sum of accepted allocations; kept with every decision, open amount = signed - allocated.
      allocated integer not null default 0,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null
    ) strict;
    create index ledger_entries_by_amount on ledger_entries (ledger_id, signed, booking_date);
    create index ledger_entries_by_date on ledger_entries (ledger_id, booking_date);
    create index ledger_entries_open on ledger_entries (ledger_id, booking_date) where signed <> allocated;
    create index ledger_entries_by_transaction on ledger_entries (transaction_id);
    create unique index ledger_entries_by_import on ledger_entries (user_id, import_key) where import_key is not null;

    create table ledger_imports (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      file_name text not null,
      sha256 text not null,
      mapping text not null,
      imported integer not null,
      skipped integer not null,
      created_at integer not null,
      created_by text not null,
      undone_at integer
    ) strict;

    create table counterparties (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      name text not null,
      aliases text not null default '[]',
      accounts text not null default '[]',
      usual_ledger_id text references ledgers (id),
      usual_lag_days integer,
      usual_deduction text,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null
    ) strict;
    create index counterparties_by_user on counterparties (user_id, name);

    create table reconciliation_runs (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      ledger_id text not null references ledgers (id),
      mode text not null check (mode in ('manual', 'automatic')),
      source_type text not null check (source_type in ('upload', 'movements')),
      status text not null check (status in ('pending', 'running', 'completed', 'failed', 'closed')),
      idempotency_key text,
      -- What was asked with the key, to tell a repetition from a reuse.
      request_hash text,
      note text check (length(note) <= 500),
      account_id text references accounts (id) on delete set null,
      currency text,
      period_from text,
      period_to text,
      opening_balance integer,
      closing_balance integer,
      proof_status text check (proof_status in ('proved', 'not_proved', 'not_provable')),
      proof_difference integer,
      proof_override text,
      settings text,
      started_at integer,
      completed_at integer,
      closed_at integer,
      closed_by text,
      close_statement text,
      failure text,
      carried_from_run_id text references reconciliation_runs (id) on delete set null,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null,
      created_by text not null,
      modified_by text not null
    ) strict;
    create unique index runs_by_key on reconciliation_runs (ledger_id, idempotency_key) where idempotency_key is not null;
    create index runs_by_ledger on reconciliation_runs (ledger_id, created_at);
    create index runs_by_user on reconciliation_runs (user_id, created_at);

    create table source_files (
      id text primary key,
      run_id text not null references reconciliation_runs (id) on delete cascade,
      file_name text not null,
      size_bytes integer not null,
      -- Of the file itself, and of what was sent (an archive's members share it).
      sha256 text not null,
      upload_sha256 text not null,
      format text,
      format_detail text,
      encoding text,
      status text not null check (status in ('processed', 'failed')),
      error text,
      warnings text not null default '[]',
      imported integer not null default 0,
      skipped_duplicates integer not null default 0,
      skipped_other_account integer not null default 0,
      not_booked integer not null default 0,
      idempotency_key text,
      mapping_id text references csv_mappings (id) on delete set null,
      archive_member text,
      excluded_lines text not null default '[]',
      -- Original bytes, gzip.
      content blob,
      created_at integer not null,
      created_by text not null
    ) strict;
    create unique index source_files_by_key on source_files (run_id, idempotency_key) where idempotency_key is not null;
    create index source_files_by_run on source_files (run_id, created_at);
    create index source_files_by_hash on source_files (upload_sha256);

    create table statements (
      id text primary key,
      run_id text not null references reconciliation_runs (id) on delete cascade,
      source_file_id text not null references source_files (id) on delete cascade,
      ledger_id text not null references ledgers (id),
      account_identifier text,
      statement_ref text,
      sequence_no text,
      legal_sequence_no text,
      page_no integer,
      last_page integer,
      currency text not null,
      from_date text,
      to_date text,
      opening_balance text,
      closing_balance text,
      other_balances text not null default '[]',
      declared text,
      copy_flag text not null check (copy_flag in ('original', 'copy', 'duplicate')),
      proof_status text not null check (proof_status in ('proved', 'not_proved', 'not_provable')),
      proof_difference integer,
      interpretation text not null default '[]',
      ordinal integer not null,
      created_at integer not null
    ) strict;
    create index statements_by_run on statements (run_id, ordinal);
    create index statements_by_ledger on statements (ledger_id, from_date);

    create table source_entries (
      id text primary key,
      run_id text not null references reconciliation_runs (id) on delete cascade,
      -- The ledger's items are one set over all runs: identity (9.3) and carrying forward need it.
      ledger_id text not null references ledgers (id),
      source_file_id text references source_files (id) on delete cascade,
      statement_id text references statements (id) on delete cascade,
      movement_id text,
      position integer not null,
      parent_entry_id text references source_entries (id) on delete cascade,
      level text not null check (level in ('entry', 'detail', 'residual', 'split')),
      amount integer,
      currency text not null,
      is_reversal integer not null default 0,
      bank_status text not null check (bank_status in ('booked', 'pending', 'info', 'future')),
      booking_date text not null,
      value_date text,
      counterparty_name text,
      counterparty_account text,
      bank_reference text,
      remittance_text text,
      -- Names, references and text folded for the search, one line.
      search_text text not null default '',
      -- Everything else of 3.6 (original amount, references, codes, dates as text …) as one JSON object.
      facts text not null default '{}',
      raw text,
      strong_key text,
      fingerprint text not null,
      occurrence integer not null,
      -- Signed sum of accepted allocations and of closings of this entry itself.
      allocated integer not null default 0,
      -- Signed sum of accepted allocations of its parts (a part matched reduces the parent and the reverse).
      allocated_parts integer not null default 0,
      match_status text not null default 'unmatched' check (match_status in ('unmatched', 'matched', 'partial', 'closed')),
      closed_ledger_id text references ledgers (id),
      closed_reason text,
      closed_note text,
      closed_at integer,
      closed_by text,
      closed_amount integer,
      closing_transaction_id text references ledger_transactions (id),
      note text,
      -- Set instead of deleting when the user removes a duplicate: it does not come back (9.3 rule 8).
      removed_at integer,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null
    ) strict;
    create index source_entries_by_run on source_entries (run_id, match_status, booking_date);
    create index source_entries_by_place on source_entries (run_id, position);
    create index source_entries_by_parent on source_entries (parent_entry_id) where parent_entry_id is not null;
    create index source_entries_by_strong_key on source_entries (ledger_id, currency, strong_key) where strong_key is not null;
    create index source_entries_by_fingerprint on source_entries (ledger_id, currency, fingerprint, occurrence);
    create index source_entries_by_file on source_entries (source_file_id);
    create index source_entries_value_gap on source_entries (run_id)
      where value_date is not null and abs(julianday(booking_date) - julianday(value_date)) > 5;

    -- What a run consists of: rows of a file become visible when its import ended well, and go when removed.
    create view items as
      select e.* from source_entries e
      where e.removed_at is null
        and (e.source_file_id is null
          or (select f.status from source_files f where f.id = e.source_file_id) = 'processed');

    create table ledger_matches (
      id text primary key,
      run_id text not null references reconciliation_runs (id) on delete cascade,
      -- A proposal is staged while its matching pass writes; the pass makes all of them suggestions at once.
      status text not null check (status in ('staged', 'suggested', 'accepted', 'rejected')),
      origin text not null check (origin in ('automatic', 'manual', 'rule')),
      kind text not null check (kind in ('one_to_one', 'one_to_many', 'many_to_one', 'many_to_many', 'netting')),
      difference integer not null default 0,
      difference_treatment text not null default '{"kind":"none"}',
      write_off_transaction_id text references ledger_transactions (id),
      score integer not null,
      band text not null check (band in ('strong', 'likely', 'possible')),
      reasons text not null default '[]',
      ambiguous_with text not null default '[]',
      unattended integer not null default 0,
      note text,
      reject_reason text,
      decided_by text,
      decided_at integer,
      stable_key text not null,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null
    ) strict;
    create index ledger_matches_by_run on ledger_matches (run_id, status, score);
    create index ledger_matches_by_key on ledger_matches (run_id, stable_key);

    create table match_legs (
      match_id text not null references ledger_matches (id) on delete cascade,
      ordinal integer not null,
      side text not null check (side in ('source', 'ledger')),
      source_entry_id text references source_entries (id),
      ledger_entry_id text references ledger_entries (id),
      amount integer not null,
      primary key (match_id, ordinal),
      check ((side = 'source') = (source_entry_id is not null) and (side = 'ledger') = (ledger_entry_id is not null))
    ) strict, without rowid;
    create index match_legs_by_source on match_legs (source_entry_id) where source_entry_id is not null;
    create index match_legs_by_ledger on match_legs (ledger_entry_id) where ledger_entry_id is not null;

    -- Sets of legs a person rejected: never suggested again in any run until cleared (6.8).
    create table rejected_pairs (
      ledger_id text not null references ledgers (id) on delete cascade,
      stable_key text not null,
      rejected_at integer not null,
      rejected_by text not null,
      primary key (ledger_id, stable_key)
    ) strict, without rowid;

    create table discrepancies (
      id text primary key,
      run_id text not null references reconciliation_runs (id) on delete cascade,
      statement_id text references statements (id) on delete cascade,
      source_entry_id text references source_entries (id) on delete cascade,
      ledger_entry_id text references ledger_entries (id) on delete cascade,
      match_id text references ledger_matches (id) on delete cascade,
      type text not null,
      severity text not null check (severity in ('info', 'warning', 'critical')),
      status text not null check (status in ('open', 'in_review', 'closed')),
      amount integer,
      currency text,
      -- Facts for the words of title, explanation and suggested action.
      facts text not null default '{}',
      assignee text,
      note text,
      key text not null,
      opened_at integer not null,
      closed_at integer,
      closed_reason text check (closed_reason in ('resolved', 'accepted_as_is', 'false_alarm', 'superseded')),
      closed_by text,
      version integer not null default 1
    ) strict;
    create unique index discrepancies_by_key on discrepancies (run_id, key);
    create index discrepancies_by_run on discrepancies (run_id, status, severity);

    create table reconciliation_rules (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      ledger_id text references ledgers (id) on delete cascade,
      position integer not null,
      origin text not null check (origin in ('learned', 'user')),
      state text not null check (state in ('proposed', 'active', 'disabled')),
      conditions text not null,
      action text not null,
      examples text not null default '[]',
      hits integer not null default 0,
      accepted integer not null default 0,
      rejected integer not null default 0,
      -- Outcomes of the last ten uses, newest last: "aarar…".
      recent text not null default '',
      last_used_at integer,
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null
    ) strict;

    create table csv_mappings (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      ledger_id text references ledgers (id) on delete cascade,
      account_id text references accounts (id) on delete cascade,
      -- A statement file, or an export of the general ledger.
      subject text not null check (subject in ('statement', 'books')),
      name text not null,
      signature text not null,
      mapping text not null,
      answers text not null default '{}',
      version integer not null default 1,
      created_at integer not null,
      modified_at integer not null
    ) strict;
    create index csv_mappings_by_signature on csv_mappings (user_id, signature);

    -- Append-only with a hash chain over all rows (issue: any edit behind the program's back is detected).
    create table audit_events (
      seq integer primary key,
      at integer not null,
      user_id text not null,
      actor text not null,
      entity text not null,
      entity_id text not null,
      run_id text,
      action text not null,
      before text,
      after text,
      reason text,
      previous_hash text not null,
      hash text not null
    ) strict;
    create index audit_events_by_run on audit_events (run_id, seq) where run_id is not null;
    create index audit_events_by_entity on audit_events (entity, entity_id, seq);
    create trigger audit_events_fixed before update on audit_events begin
      select raise(abort, 'audit events are never changed');
    end;
    create trigger audit_events_kept before delete on audit_events begin
      select raise(abort, 'audit events are never deleted');
    end;
  `)
}
