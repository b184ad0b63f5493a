import type { Database, Statement } from 'better-sqlite3'

/** Prepares each text once: for lists whose conditions vary. */
export function createPrepared(db: Database): (sql: string) => Statement {
  const known = new Map<string, Statement>()
  return (sql) => {
    const found = known.get(sql)
    if (found) return found
    const statement = db.prepare(sql)
    known.set(sql, statement)
    return statement
  }
}
