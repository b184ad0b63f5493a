import type { Database } from 'better-sqlite3'
import { referenceKey } from '../../matching/assignment/references.ts'
import { referenceText } from '../../movements/reference-text.ts'

/**
 * Decisions with reasons and what people do with them: evidence of attempts, matches with several legs, suggestions,
 * aliases, notes, the settings of matching, and the webhook status `unmatched`.
 */
export function decisions(db: Database): void {
  db.exec(`
    alter table account_settings add column match_without_sender integer not null default 0;
    alter table account_settings add column notify_on_unmatched integer not null default 0;
    -- Minor units by which an amount may differ in a suggestion; 0 is off.
    alter table account_settings add column near_amount_tolerance integer not null default 0;
    -- null: the product's own
    alter table account_settings add column match_acceptance real;
    alter table account_settings add column match_margin real;

    -- What the bank shows beside the sender: concept, reference.
    alter table movements add column reference_text text;

    alter table requests add column note text;
    -- The order's number as it is looked for in texts of movements; null when it is too short to be evidence.
    alter table requests add column reference_key text;
    create index requests_by_reference on requests (account_id, reference_key)
      where reference_key is not null and status in ('pending', 'not_found', 'failed', 'ambiguous');

    -- { reason, rivals } of the decision; the reasons of each candidate lie in matched_candidates.
    alter table match_attempts add column decision text;
    update match_attempts set matched_candidates =
      replace(replace(matched_candidates, '"contained_name"', '"likely_name"'), '"shared_words"', '"weak_name"')
     where matched_candidates <> '[]';

    -- Legs of one split carry its id and the part of the amount that each settles; a whole match carries neither.
    -- is_primary stays one per movement. A request that several transfers paid has a primary leg for each of them.
    alter table matches add column split_id text;
    alter table matches add column settled_minor integer check (settled_minor > 0);
    drop index matches_of_request;
    create unique index matches_of_request on matches (request_id)
      where is_primary = 1 and undone_at is null and split_id is null;
    create unique index matches_legs on matches (request_id, bank_transaction_id) where undone_at is null;
    create index matches_of_split on matches (split_id) where split_id is not null;

    create table suggestions (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      kind text not null check (kind in
        ('pair', 'one_transfer_many_orders', 'many_transfers_one_order', 'near_amount', 'unknown_payer')),
      state text not null default 'open' check (state in ('open', 'accepted', 'rejected', 'stale')),
      -- Lists of ids as JSON, sorted; together with the kind they are the identity of a suggestion.
      request_ids text not null,
      movement_ids text not null,
      score real not null,
      evidence text not null,
      created_at integer not null,
      decided_at integer,
      decided_by text references users (id) on delete set null,
      unique (account_id, kind, request_ids, movement_ids)
    ) strict;
    create index suggestions_open on suggestions (account_id, created_at) where state = 'open';
    create index suggestions_rejected on suggestions (account_id) where state = 'rejected';
    -- Which open suggestions a request has, so that an evaluation finds its own.
    create table suggestion_requests (
      request_id text not null references requests (id) on delete cascade,
      suggestion_id text not null references suggestions (id) on delete cascade,
      primary key (request_id, suggestion_id)
    ) strict, without rowid;
    -- Accounts whose groups and near amounts are looked for again before the next reading of their suggestions.
    create table suggestions_due (
      account_id text primary key references accounts (id) on delete cascade
    ) strict, without rowid;

    create table aliases (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      -- As a person reads them, and as names are compared.
      payer text not null,
      customer text not null,
      payer_key text not null,
      customer_key text not null,
      -- What a person said about it: on without more confirmations, or off in spite of them.
      switched text check (switched in ('on', 'off')),
      created_at integer not null,
      updated_at integer not null,
      unique (account_id, customer_key, payer_key)
    ) strict;
    create table alias_confirmations (
      alias_id text not null references aliases (id) on delete cascade,
      request_id text not null references requests (id) on delete cascade,
      user_id text references users (id) on delete set null,
      at integer not null,
      primary key (alias_id, request_id)
    ) strict, without rowid;
    create index alias_confirmations_of_request on alias_confirmations (request_id);

    -- Only the check of event is new: unmatched.
    create table deliveries_next (
      seq integer primary key,
      id text not null unique,
      account_id text not null references accounts (id) on delete cascade,
      subject_type text not null check (subject_type in ('bank_transaction', 'conciliation_request')),
      subject_id text not null,
      event text not null check (event in ('matched', 'ambiguous', 'expired', 'unmatched', 'movement')),
      payload text not null,
      state text not null default 'queued' check (state in ('queued', 'waiting', 'delivered', 'dead', 'dropped')),
      manual integer not null default 0,
      attempts integer not null default 0,
      due_at integer not null,
      last_status integer,
      last_error text,
      created_at integer not null,
      finished_at integer
    ) strict;
    insert into deliveries_next select * from deliveries;
    drop table deliveries;
    alter table deliveries_next rename to deliveries;
    create index deliveries_due on deliveries (account_id, due_at, seq) where state in ('queued', 'waiting');
    create index deliveries_of_subject on deliveries (subject_type, subject_id, seq);
    create index deliveries_of_account on deliveries (account_id, seq desc);
  `)
  readReferences(db)
}

/** What is still open can be found by its reference at once; the rest is history. */
function readReferences(db: Database): void {
  const setText = db.prepare('update movements set reference_text = ? where id = ?')
  const free = db.prepare(
    'select id, raw_payload as raw from movements where excluded_at is null and raw_payload is not null',
  )
  for (const { id, raw } of free.all() as { id: string; raw: string }[]) {
    const text = referenceText(JSON.parse(raw))
    if (text !== null) setText.run(text, id)
  }
  const setKey = db.prepare('update requests set reference_key = ? where id = ?')
  const requests = db.prepare('select id, external_id as externalId from requests')
  for (const { id, externalId } of requests.all() as { id: string; externalId: string }[])
    setKey.run(referenceKey(externalId), id)
}
