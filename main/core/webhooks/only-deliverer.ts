import SqliteDatabase from 'better-sqlite3'
import { messageOf } from '../errors.ts'

/**
 * Lets one deliverer work on a data file: the others wait until it ends. The lock belongs to the operating system, so a
 * process that is killed frees it at once, and it costs nothing per delivery (spec 2.6: two workers never send twice).
 * Returns what frees the lock, or `null` when another one holds it.
 */
export function holdDeliveries(databaseFile: string): (() => void) | null {
  const lock = new SqliteDatabase(`${databaseFile}.deliveries-lock`, { timeout: 0 })
  try {
    // The file stays empty: the lock is all it is for, so it needs no journal beside it.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('begin exclusive')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_BUSY') return null
    throw new Error(`The lock of the deliveries cannot be taken: ${messageOf(error)}`, { cause: error })
  }
}
