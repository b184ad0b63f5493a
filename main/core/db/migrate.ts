import type { Database } from 'better-sqlite3'
import { AppError } from '../errors.ts'
import { initial } from './migrations/0001-initial.ts'
import { bankSessions } from './migrations/0002-bank-sessions.ts'
import { loginReasons } from './migrations/0003-login-reasons.ts'
import { scriptVersions } from './migrations/0004-script-versions.ts'
import { decisions } from './migrations/0005-decisions.ts'
import { ledger } from './migrations/0006-ledger.ts'
import { secondFactor } from './migrations/0007-second-factor.ts'
import { movementImports } from './migrations/0008-movement-imports.ts'
import { refusals } from './migrations/0009-refusals.ts'
import { rowSeals } from './migrations/0010-row-seals.ts'
import { ingestBatches } from './migrations/0011-ingest-batches.ts'
import { removedMovements } from './migrations/0012-removed-movements.ts'
import { worklistIndexes } from './migrations/0013-worklist-indexes.ts'
import { dueRevisions } from './migrations/0014-due-revisions.ts'
import { booksIndexes } from './migrations/0015-books-indexes.ts'
import { fileQuestions } from './migrations/0016-file-questions.ts'
import { savedFilters } from './migrations/0017-saved-filters.ts'
import { importOrder } from './migrations/0018-import-order.ts'
import { signReadings } from './migrations/0019-sign-readings.ts'
import { runJobs } from './migrations/0020-run-jobs.ts'

export type Migration = (db: Database) => void

/** Every released step in order; the file's `user_version` is the number of steps it has seen. Never edit a released one. */
export const migrations: readonly Migration[] = [
  initial,
  bankSessions,
  loginReasons,
  scriptVersions,
  decisions,
  ledger,
  secondFactor,
  movementImports,
  refusals,
  rowSeals,
  ingestBatches,
  removedMovements,
  worklistIndexes,
  dueRevisions,
  booksIndexes,
  fileQuestions,
  savedFilters,
  importOrder,
  signReadings,
  runJobs,
]

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/**
 * Brings the file to the newest schema. Each step commits together with its number, so an interrupted start goes on
 * where it stopped. Throws `db.newer` for a file written by a newer program.
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const from = schemaVersion(db)
  if (from > steps.length)
    throw new AppError(
      'unavailable',
      'db.newer',
      `This data was written by a newer version of the program (data ${from}, program ${steps.length}). Install the newer version; nothing was changed.`,
    )
  steps.slice(from).forEach((step, i) => {
    const apply = db.transaction(() => {
      step(db)
      db.pragma(`user_version = ${from + i + 1}`)
    })
    apply.immediate()
  })
}
