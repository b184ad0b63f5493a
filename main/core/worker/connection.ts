import SqliteDatabase, { type Database } from 'better-sqlite3'
import { registerSeal } from '../db/row-seals.ts'

/**
 * A thread's own connection to the data file, for many short transactions of rows that nobody sees yet. Those may be lost
 * with the power, like the work that writes them; what makes them visible is committed by `commitDurably`.
 */
export function openWorkerConnection(dataFile: string): Database {
  const db = new SqliteDatabase(dataFile)
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 10000')
  registerSeal(db)
  // 16 MB of pages, and the log is written back every 32 MB: a large import touches its indexes all over.
  db.pragma('cache_size = -16384')
  db.pragma('wal_autocheckpoint = 8000')
  return db
}

/** One transaction that is on disk when this returns, with everything this connection wrote before it. */
export function commitDurably<T>(db: Database, work: () => T): T {
  db.pragma('synchronous = FULL')
  try {
    return db.transaction(work).immediate()
  } finally {
    db.pragma('synchronous = NORMAL')
  }
}
