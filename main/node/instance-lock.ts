import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { AppError } from '../core/errors.ts'

export interface InstanceLock {
  /** Adds the address to what a second start is told. */
  describe(url: string): void
  release(): void
}

/** A connection that nobody refers to is closed by the garbage collector, and its lock goes with it. */
const held = new Set<SqliteDatabase.Database>()

interface Holder {
  pid: number
  url: string | null
}

/**
 * Makes this process the only one on the data folder. The lock is SQLite's on `instance.lock`: the system gives it back
 * when the process ends in whatever way, so nothing goes stale and no process id is mistaken for another's.
 * `instance.json` beside it only says who holds it. Throws `host.already_running`.
 *
 * Danger: POSIX drops the lock when this process opens and closes `instance.lock` by other means; never copy that file.
 */
export function lockInstance(dataDir: string): InstanceLock {
  const about = join(dataDir, 'instance.json')
  const db = new SqliteDatabase(join(dataDir, 'instance.lock'), { timeout: 0 })
  try {
    db.exec('begin exclusive')
  } catch (cause) {
    db.close()
    throw new AppError(
      'conflict',
      'host.already_running',
      `The data folder ${dataDir} is in use by another Reconbanker${describeHolder(about)}. Close that one, or start with another --data-dir.`,
      { cause },
    )
  }
  held.add(db)
  const write = (holder: Holder) => writeFileSync(about, JSON.stringify(holder), { mode: 0o600 })
  write({ pid: process.pid, url: null })
  return {
    describe: (url) => write({ pid: process.pid, url }),
    release() {
      if (!db.open) return
      rmSync(about, { force: true })
      db.close()
      held.delete(db)
    },
  }
}

function describeHolder(about: string): string {
  try {
    const { pid, url } = JSON.parse(readFileSync(about, 'utf8')) as Holder
    return ` (process ${pid}${url === null ? '' : `, ${url}`})`
  } catch {
    // The holder has the lock but has not written its line yet.
    return ''
  }
}
