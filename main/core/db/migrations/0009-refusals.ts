import type { Database } from 'better-sqlite3'

/** A person's word that none of the movements offered for a request pays it; it stands until it is taken back. */
export function refusals(db: Database): void {
  db.exec(`
    create table refusals (
      id text primary key,
      request_id text not null references requests (id) on delete cascade,
      account_id text not null references accounts (id) on delete cascade,
      user_id text references users (id) on delete set null,
      at integer not null
    ) strict;
    create index refusals_of_request on refusals (request_id, at);
    create index refusals_of_account on refusals (account_id);

    create table refused_pairs (
      request_id text not null references requests (id) on delete cascade,
      movement_id text not null references movements (id) on delete cascade,
      refusal_id text not null references refusals (id) on delete cascade,
      primary key (request_id, movement_id)
    ) strict, without rowid;
    create index refused_pairs_of_movement on refused_pairs (movement_id);
    create index refused_pairs_of_refusal on refused_pairs (refusal_id);
  `)
}
