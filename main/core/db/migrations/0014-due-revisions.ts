import type { Database } from 'better-sqlite3'

/** How often an account has changed since its suggestions were last looked for: a look may take longer than a change. */
export function dueRevisions(db: Database): void {
  db.exec('alter table suggestions_due add column revision integer not null default 0')
}
