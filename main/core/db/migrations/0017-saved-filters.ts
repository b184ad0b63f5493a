import type { Database } from 'better-sqlite3'

/** Filters of a list that a person named: they are the person's on every device. */
export function savedFilters(db: Database): void {
  db.exec(`
    create table saved_filters (
      user_id text not null references users (id) on delete cascade,
      list text not null,
      name text not null,
      query text not null,
      saved_at integer not null,
      unique (user_id, list, name)
    ) strict;
  `)
}
