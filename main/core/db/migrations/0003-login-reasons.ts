import type { Database } from 'better-sqlite3'

/** Why a run failed, from the closed list of `sessions/reasons.ts`; beside the failure type of the specification (11.3). */
export function loginReasons(db: Database): void {
  db.exec('alter table scrape_runs add column reason text')
}
