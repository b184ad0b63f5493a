import type { Database } from 'better-sqlite3'

/**
 * Lines of an import are found in their order. Whether a line is applied is no part of the index any more: a large import
 * moved every one of its lines about in it.
 */
export function importOrder(db: Database): void {
  db.exec(`
    drop index import_lines_of_import;
    create index import_lines_of_import on import_lines (import_id);
  `)
}
