import { setTimeout } from 'node:timers/promises'
import { commitDurably, openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { digestLines, type LineDigest } from '../audit/line-digest.ts'
import { restMs } from '../discrepancies/sweep-task.ts'
import { runJobs } from '../runs/run-jobs.ts'
import type { Run } from '../runs/types.ts'
import { sourceRemoval } from './removal-queries.ts'
import { removeLines } from './remove-lines.ts'

export interface RemoveInput {
  readonly runId: string
  readonly fileId: string
  /** Who asked, as the trail calls them. */
  readonly actor: string
  /** How the run stood before. */
  readonly back: Pick<Run, 'status' | 'failure' | 'completedAt'>
}

/** What the end of a removal needs to know. */
export interface RemovedFile extends Pick<RemoveInput, 'fileId' | 'back'> {
  /** The file as it was. */
  readonly before: unknown
  /** Files whose lines the removal concerns. */
  readonly touched: readonly string[]
}

/** Lines of other files as they are now; null where the file is in use and stays. */
export type Removed = readonly { readonly fileId: string; readonly lines: LineDigest }[] | null

/**
 * Removes a large file from its run, in a thread: one transaction decides and hides it, with all of its lines; from then on
 * it goes, some lines at a time, and a start after a crash goes on with it (`runJobs`).
 */
export async function removeFile(input: RemoveInput, context: TaskContext): Promise<Removed> {
  const { runId, fileId, actor, back } = input
  const db = openWorkerConnection(context.dataFile)
  try {
    const jobs = runJobs(db)
    const removal = sourceRemoval(db)
    if (jobs.find(runId) === null) {
      if (removal.isUsed(fileId)) return null
      const isDecided = commitDurably(db, () => {
        if (removal.isAllocated(fileId)) return false
        const before = removal.file(fileId)
        const payload: RemovedFile = { fileId, back, before, touched: removal.release(fileId) }
        removal.hide(fileId)
        jobs.keep({ runId, kind: 'remove_file', actor, payload })
        return true
      })
      if (!isDecided) return null
    }
    const { touched } = jobs.payload(runId) as RemovedFile
    const remove = removeLines(db, 'source_file_id')
    const of = removal.countLines(fileId)
    for (let done = 0; ; ) {
      const gone = db.transaction(() => remove(fileId)).immediate()
      if (gone === 0) break
      done += gone
      context.progress({ step: 'removing', done, of })
      await setTimeout(restMs)
    }
    return touched.map((id) => ({ fileId: id, lines: digestLines(db, id) }))
  } finally {
    db.close()
  }
}
