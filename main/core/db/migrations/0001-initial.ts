import type { Database } from 'better-sqlite3'

/**
 * The first half of the product (specification 1.1–1.10, 1.13–1.16). Instants are integer milliseconds UTC, money is
 * integer minor units, lists and objects are JSON text, sealed values are text written by the secret box.
 */
export function initial(db: Database): void {
  db.exec(`
    create table users (
      id text primary key,
      email text not null unique,
      name text,
      password_hash text not null,
      operation_mode text check (operation_mode in ('reconcile', 'passthrough')),
      status text not null default 'active' check (status in ('active', 'inactive')),
      role text not null default 'user' check (role in ('user', 'admin')),
      created_at integer not null
    ) strict;

    create table revoked_tokens (
      jti text primary key,
      expires_at integer not null
    ) strict, without rowid;

    -- Product-wide values: wrapped data key, sealed token secret, intervals, switches.
    create table settings (
      name text primary key,
      value text not null
    ) strict, without rowid;

    create table banks (
      id text primary key,
      code text not null unique,
      name text not null,
      login_url text,
      status text not null default 'pending' check (status in ('pending', 'onboarding', 'ready', 'failed')),
      created_at integer not null
    ) strict;

    create table accounts (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      bank_id text not null references banks (id),
      name text not null,
      status text not null default 'active' check (status in ('active', 'inactive')),
      paused_at integer,
      scrape_blocked_at integer,
      scrape_blocked_reason text,
      fatal_streak integer not null default 0,
      created_at integer not null
    ) strict;
    create index accounts_by_user on accounts (user_id, created_at);

    create table account_settings (
      id text primary key,
      account_id text not null unique references accounts (id) on delete cascade,
      pending_orders_endpoint text,
      webhook_url text not null,
      retry_limit integer not null default 3 check (retry_limit >= 0),
      polling_method text not null default 'GET' check (polling_method in ('GET', 'POST')),
      polling_body text,
      auth_type text not null default 'bearer' check (auth_type in ('bearer', 'api_key')),
      auth_token text,
      webhook_auth_type text check (webhook_auth_type in ('bearer', 'api_key')),
      webhook_auth_token text,
      notification_endpoint_url text,
      notification_auth_type text check (notification_auth_type in ('bearer', 'api_key')),
      notification_auth_token text,
      notification_events text,
      notify_on_expired integer not null default 0,
      webhook_extra_fields text,
      silent_ingestion integer not null default 0,
      session_type text not null default 'one-shot' check (session_type in ('one-shot', 'persistent')),
      login_mode text not null default 'simple' check (login_mode in ('simple', 'assisted')),
      created_at integer not null,
      updated_at integer not null
    ) strict;

    create table bank_credentials (
      account_id text primary key references accounts (id) on delete cascade,
      username text not null,
      password text not null,
      status text not null default 'valid' check (status in ('valid', 'expired', 'invalid')),
      last_validated_at integer,
      last_used_at integer
    ) strict;

    create table bank_scripts (
      id text primary key,
      bank_id text not null references banks (id) on delete cascade,
      flow_type text not null check (flow_type in ('extract_transactions', 'login', 'verify_payment')),
      version text not null,
      status text not null check (status in ('draft', 'testing', 'review', 'active', 'deprecated', 'failed')),
      origin text not null check (origin in ('system', 'user')),
      base_script_id text references bank_scripts (id) on delete set null,
      selector_map text not null default '{}',
      code_snapshot text,
      user_id text references users (id) on delete cascade,
      account_id text references accounts (id) on delete cascade,
      created_at integer not null
    ) strict;
    -- At most one active script per bank and flow in each scope: everybody, one user, one account (1.6).
    create unique index bank_scripts_active on bank_scripts (bank_id, flow_type, ifnull(user_id, ''), ifnull(account_id, ''))
      where status = 'active';
    create unique index bank_scripts_version on bank_scripts
      (bank_id, flow_type, version, ifnull(user_id, ''), ifnull(account_id, ''));

    create table movements (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      external_id text not null,
      reference_hash text not null,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null,
      sender_name text,
      received_at integer not null,
      script_id text references bank_scripts (id) on delete set null,
      ingested_at integer not null,
      raw_payload text,
      excluded_at integer,
      notified_at integer,
      search_text text not null,
      unique (account_id, external_id)
    ) strict;
    create index movements_listed on movements (account_id, received_at desc, id);
    create index movements_everywhere on movements (received_at desc, id);
    create index movements_by_ingestion on movements (account_id, ingested_at);
    create index movements_free on movements (account_id, currency, amount_minor, received_at) where excluded_at is null;

    create table requests (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      external_id text not null,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null check (length(currency) >= 3),
      sender_name text,
      status text not null default 'pending' check (status in
        ('pending', 'processing', 'matched', 'ambiguous', 'not_found', 'expired', 'cancelled', 'failed')),
      retry_count integer not null default 0,
      last_checked_at integer,
      created_at integer not null,
      last_seen_at integer not null,
      absent_since integer,
      search_text text not null,
      unique (account_id, external_id)
    ) strict;
    create index requests_listed on requests (created_at desc, id);
    create index requests_of_account on requests (account_id, created_at desc, id);
    create index requests_open on requests (account_id, currency, amount_minor)
      where status in ('pending', 'not_found', 'failed', 'ambiguous');
    -- Expired requests that the source still lists: leaving the list is what allows their revival (3.9).
    create index requests_expired_listed on requests (account_id) where status = 'expired' and absent_since is null;
    create index requests_of_account_status on requests (account_id, status, created_at);

    -- Attempts and matches lie in one tree by request: a poll of 10,000 orders writes as many of them.
    create table match_attempts (
      id text not null,
      account_id text not null references accounts (id) on delete cascade,
      request_id text not null references requests (id) on delete cascade,
      attempt_number integer not null,
      status text not null check (status in ('success', 'no_match', 'ambiguous', 'failed')),
      failure_type text check (failure_type in ('rule_miss', 'multiple_candidates', 'timeout', 'system_error')),
      error_message text,
      duration_ms integer,
      -- [{ bank_transaction_id, score, reason }], best first
      matched_candidates text not null default '[]',
      selected_transaction_id text,
      created_at integer not null,
      primary key (request_id, attempt_number)
    ) strict, without rowid;

    create table matches (
      id text not null,
      account_id text not null references accounts (id) on delete cascade,
      request_id text not null references requests (id) on delete cascade,
      bank_transaction_id text not null references movements (id) on delete cascade,
      matched_by text not null check (matched_by in ('engine', 'manual')),
      is_primary integer not null default 1,
      is_notified integer not null default 0,
      matched_at integer not null,
      created_at integer not null,
      undone_at integer,
      primary key (request_id, created_at, id)
    ) strict, without rowid;
    create unique index matches_of_request on matches (request_id) where is_primary = 1 and undone_at is null;
    create unique index matches_of_movement on matches (bank_transaction_id) where is_primary = 1 and undone_at is null;
    create index matches_of_movement_ever on matches (bank_transaction_id);
    create index matches_undone on matches (account_id) where undone_at is not null;

    -- What a person did: who, when, before, after. Append only.
    create table acts (
      id text primary key,
      user_id text references users (id) on delete set null,
      account_id text not null references accounts (id) on delete cascade,
      kind text not null,
      request_id text references requests (id) on delete cascade,
      movement_id text references movements (id) on delete cascade,
      before text,
      after text,
      at integer not null
    ) strict;
    create index acts_of_request on acts (request_id, at);

    create table poll_states (
      account_id text primary key references accounts (id) on delete cascade,
      last_polled_at integer,
      last_ok_at integer,
      last_error text,
      last_count integer,
      -- number of requests that the last answer would have cancelled and that wait for the next poll (3.9, 6)
      held integer not null default 0
    ) strict;

    -- The outbox: one row per fact to be told, its payload fixed when queued.
    create table deliveries (
      seq integer primary key,
      id text not null unique,
      account_id text not null references accounts (id) on delete cascade,
      subject_type text not null check (subject_type in ('bank_transaction', 'conciliation_request')),
      subject_id text not null,
      event text not null check (event in ('matched', 'ambiguous', 'expired', 'movement')),
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
    create index deliveries_due on deliveries (account_id, due_at, seq) where state in ('queued', 'waiting');
    create index deliveries_of_subject on deliveries (subject_type, subject_id, seq);
    create index deliveries_of_account on deliveries (account_id, seq desc);

    create table delivery_attempts (
      seq integer primary key,
      delivery_id text not null,
      account_id text not null references accounts (id) on delete cascade,
      subject_type text not null,
      subject_id text not null,
      url text not null,
      request_payload text not null,
      response_status integer,
      response_body text,
      error_message text,
      attempt integer not null,
      duration_ms integer,
      created_at integer not null
    ) strict;
    create index delivery_attempts_of_delivery on delivery_attempts (delivery_id, seq);

    create table dead_letters (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      subject_type text not null,
      subject_id text not null,
      url text,
      last_status integer,
      last_error text,
      attempts integer not null,
      failed_at integer not null,
      resolved_at integer
    ) strict;
    create unique index dead_letters_open on dead_letters (subject_type, subject_id) where resolved_at is null;
    create index dead_letters_of_account on dead_letters (account_id, failed_at desc);

    -- Work that can fail and be tried again. Cron inserts rows, one runner claims them, a lease that ends frees them.
    create table jobs (
      id text primary key,
      kind text not null check (kind in ('scrape', 'poll', 'evaluate')),
      account_id text not null references accounts (id) on delete cascade,
      subject_id text not null default '',
      payload text not null default '{}',
      state text not null default 'ready' check (state in ('ready', 'running', 'done', 'failed')),
      attempt integer not null default 0,
      due_at integer not null,
      lease_until integer,
      last_error text,
      created_at integer not null,
      finished_at integer
    ) strict;
    create unique index jobs_open on jobs (kind, account_id, subject_id) where state in ('ready', 'running');
    create index jobs_due on jobs (kind, due_at) where state in ('ready', 'running');

    create table scrape_runs (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      script_id text references bank_scripts (id) on delete set null,
      status text not null default 'running' check (status in ('running', 'success', 'failed')),
      transactions_found integer,
      failure_type text,
      stop_reason text,
      error_message text,
      -- { host: count } of requests that the host guard refused
      refused_hosts text not null default '{}',
      started_at integer not null,
      finished_at integer,
      duration_ms integer
    ) strict;
    create index scrape_runs_of_account on scrape_runs (account_id, started_at desc);
    create index scrape_runs_started on scrape_runs (started_at);

    create table scrape_steps (
      id text primary key,
      run_id text not null references scrape_runs (id) on delete cascade,
      step_index integer not null,
      step text not null check (step in ('launch', 'load_script', 'credentials', 'login', 'auth_wait', 'poll',
        'keep_alive', 'navigate', 'movements_fetch', 'detail_extraction', 'close')),
      status text not null check (status in ('started', 'success', 'failed')),
      failure_type text,
      error_message text,
      stack text,
      url text,
      duration_ms integer,
      created_at integer not null,
      unique (run_id, step_index)
    ) strict;

    create table failure_streaks (
      account_id text not null references accounts (id) on delete cascade,
      failure_group text not null check (failure_group in ('connection', 'scrape')),
      streak integer not null default 0,
      alerted integer not null default 0,
      updated_at integer not null,
      primary key (account_id, failure_group)
    ) strict, without rowid;
  `)
}
