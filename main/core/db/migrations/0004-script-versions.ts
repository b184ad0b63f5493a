import type { Database } from 'better-sqlite3'

/**
 * Since when a version has its status, and which runs only tried a version: those count for nothing and stand in no list
 * of readings.
 */
export function scriptVersions(db: Database): void {
  db.exec(`
    alter table bank_scripts add column status_since integer;
    update bank_scripts set status_since = created_at;
    alter table scrape_runs add column purpose text not null default 'reading' check (purpose in ('reading', 'dry_run'));
  `)
}
