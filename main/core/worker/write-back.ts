import { statSync } from 'node:fs'
import type { Database } from '../db/open.ts'
import { openWorkerConnection } from './connection.ts'
import type { TaskContext } from './messages.ts'
import type { Workers } from './workers.ts'

/** SQLite's own setting: pages of the log after which a commit writes them back into the data file. */
const usualPages = 1000

/** Writes the log back into the data file as far as nobody reads or writes it; nobody waits for this. */
export async function checkpointLog(_: null, { dataFile }: TaskContext): Promise<void> {
  const db = openWorkerConnection(dataFile)
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    db.close()
  }
}

/**
 * Long work in many transactions on the main thread: while it lasts, no commit of this connection writes the log back,
 * which would hold the program for as long as the disk takes. The work has a thread do it now and then and waits, so that
 * the log is written from its begin again and does not grow. The same holds while another thread writes much.
 */
export function createWriteBack({ db, workers }: { db: Database; workers: Pick<Workers, 'run'> }) {
  let users = 0
  return async <T>(work: (writeBack: () => Promise<void>) => Promise<T>): Promise<T> => {
    users += 1
    db.pragma('wal_autocheckpoint = 0')
    try {
      return await work(() => workers.run('db.checkpoint', null))
    } finally {
      // What is left would be written back by the next commit of this connection.
      if (isLong(db)) await workers.run('db.checkpoint', null).catch(() => undefined)
      users -= 1
      if (users === 0 && db.open) db.pragma(`wal_autocheckpoint = ${usualPages}`)
    }
  }
}

/** Whether the log is, or has been, longer than a commit leaves it. */
const isLong = ({ name }: Database): boolean =>
  (statSync(`${name}-wal`, { throwIfNoEntry: false })?.size ?? 0) > usualPages * 4096

export type WriteBack = ReturnType<typeof createWriteBack>
