import type { Database } from 'better-sqlite3'

/** The second factor of a user and its backup codes (spec 1.1, 1.18). */
export function secondFactor(db: Database): void {
  db.exec(`
    -- Sealed Base32 secret; a step that is not later than the last accepted one is refused.
    alter table users add column totp_secret text;
    alter table users add column totp_confirmed_at integer;
    alter table users add column totp_last_step integer;

    create table totp_backup_codes (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      code_hash text not null,
      used_at integer
    ) strict;
    create index totp_backup_codes_of_user on totp_backup_codes (user_id);
  `)
}
