import type { Database } from 'better-sqlite3'

/**
 * A file of a watched folder that could not be imported waits for a person: where it lies, and who said that nothing is to
 * be done about it. Files that failed before lie where nobody wrote down, and so are not asked about.
 */
export function fileQuestions(db: Database): void {
  db.exec(`
    alter table statement_imports add column kept_path text;
    alter table statement_imports add column dismissed_at integer;
    alter table statement_imports add column dismissed_by text references users (id) on delete set null;
    create index statement_imports_asked on statement_imports (account_id, created_at) where kept_path is not null;
  `)
}
