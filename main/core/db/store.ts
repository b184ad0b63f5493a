import type { Database } from 'better-sqlite3'
import { createWriteTurn, takeTurn } from './write-turn.ts'

/**
 * The database with one way to write: `write` runs the work in an immediate transaction (a nested call joins the one
 * already open), and what was given to `afterCommit` runs once the outermost transaction is on disk. Work that throws
 * is rolled back and its callbacks are dropped.
 */
export interface Store {
  readonly db: Database
  write<T>(work: () => T): T
  /** Outside a transaction the callback runs at once. */
  afterCommit(callback: () => void): void
}

/** Threads that are given the same `turn` let what waits to be written go first. */
export function createStore(db: Database, turn = createWriteTurn()): Store {
  let waiting: (() => void)[] = []
  return {
    db,
    write(work) {
      if (db.inTransaction) return work()
      waiting = []
      const result = takeTurn(turn, () => db.transaction(work).immediate())
      const callbacks = waiting
      waiting = []
      for (const callback of callbacks) callback()
      return result
    },
    afterCommit(callback) {
      if (db.inTransaction) waiting.push(callback)
      else callback()
    },
  }
}
