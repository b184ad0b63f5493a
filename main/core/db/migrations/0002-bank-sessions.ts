import type { Database } from 'better-sqlite3'

/**
 * Getting in and staying in (specification 1.11, 1.12, 1.17, 5.4, 11.5): bank sessions, assistance, the login budget,
 * quiet hours, keys of outside services, operational notifications, and what a failed run leaves to look at.
 */
export function bankSessions(db: Database): void {
  db.exec(`
    create table bank_sessions (
      account_id text primary key references accounts (id) on delete cascade,
      status text not null check (status in ('running', 'stopped', 'needs_attention')),
      stop_reason text,
      started_at integer,
      stopped_at integer
    ) strict;

    -- A login that waits for a person. The code itself is never stored.
    create table assistance_requests (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      run_id text references scrape_runs (id) on delete set null,
      type text not null check (type in ('otp', 'page')),
      status text not null default 'pending' check (status in ('pending', 'fulfilled', 'expired', 'cancelled')),
      descriptor text not null,
      attempts integer not null default 0,
      created_at integer not null,
      updated_at integer not null,
      expires_at integer not null,
      finished_at integer
    ) strict;
    create unique index assistance_pending on assistance_requests (account_id) where status = 'pending';

    -- Submissions of one set of credentials without a confirmed success; raised before the bank sees them.
    create table login_budgets (
      account_id text primary key references accounts (id) on delete cascade,
      submissions integer not null default 0,
      updated_at integer not null
    ) strict;

    -- Local times 'HH:MM' in the bank's zone between which nothing is started on schedule.
    alter table accounts add column quiet_from text;
    alter table accounts add column quiet_until text;

    create table api_keys (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      name text not null,
      prefix text not null unique,
      hash text not null,
      scopes text not null,
      account_ids text,
      created_at integer not null,
      last_used_at integer,
      revoked_at integer
    ) strict;
    create index api_keys_of_user on api_keys (user_id, created_at desc);

    create table notifications (
      seq integer primary key,
      id text not null unique,
      account_id text not null references accounts (id) on delete cascade,
      type text not null check (type in ('assistance_required', 'login_failed', 'scrape_failed')),
      status text not null,
      payload text not null,
      state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
      attempts integer not null default 0,
      due_at integer not null,
      last_status integer,
      last_error text,
      created_at integer not null,
      finished_at integer
    ) strict;
    create index notifications_due on notifications (due_at) where state = 'waiting';
    create index notifications_of_account on notifications (account_id, seq desc);

    -- Written once when a run failed (11.5): the trail as JSON, and a covered picture of the page, sealed.
    create table run_reports (
      run_id text primary key references scrape_runs (id) on delete cascade,
      trail text not null,
      url text,
      advice text,
      picture text,
      picture_until integer
    ) strict;
  `)
}
