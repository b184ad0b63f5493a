import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { AppError, messageOf } from '../errors.ts'
import { migrate, migrations, schemaVersion } from './migrate.ts'
import { registerSeal } from './row-seals.ts'

export type { Database }

const keptCopies = 3

/**
 * Opens the one database file: WAL, every commit on disk before it is acknowledged, foreign keys on. Checks the file,
 * copies it before a migration (the newest three copies stay beside it) and migrates it.
 * Throws `db.damaged` or `db.newer`, both with what to do next.
 */
export function openDatabase(file: string): Database {
  mkdirSync(dirname(file), { recursive: true })
  const existed = existsSync(file)
  let db: Database
  try {
    db = new SqliteDatabase(file)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    registerSeal(db)
    const verdict = db.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Error(String(verdict))
  } catch (cause) {
    throw new AppError(
      'unavailable',
      'db.damaged',
      `The data file ${file} cannot be read (${messageOf(cause)}). Put back a copy from the same folder; the damaged file was left as it is.`,
      { cause },
    )
  }
  try {
    const from = schemaVersion(db)
    if (existed && from > 0 && from < migrations.length) copyBefore(db, file, from)
    migrate(db)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** `reconbanker.db` → `reconbanker.before-2.db`: the file as it was before the step that follows version `from`. */
function copyBefore(db: Database, file: string, from: number): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(file, file.replace(/\.db$/, `.before-${from + 1}.db`))
  const copies = readdirSync(dirname(file))
    .flatMap((name) => {
      const found = /\.before-(\d+)\.db$/.exec(name)
      return found ? [{ name, version: Number(found[1]) }] : []
    })
    .sort((a, b) => b.version - a.version)
  for (const old of copies.slice(keptCopies)) rmSync(join(dirname(file), old.name))
}
