import type { Store } from '../../db/store.ts'
import type { WorkProgress } from '../../worker/messages.ts'
import type { Workers } from '../../worker/workers.ts'
import { createWriteBack } from '../../worker/write-back.ts'
import { digestLines } from '../audit/line-digest.ts'
import type { Actor, Audit } from '../audit/service.ts'
import { refused } from '../errors.ts'
import { type RunJob, runJobs } from '../runs/run-jobs.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { fileQueries } from './file-queries.ts'
import { sourceRemoval } from './removal-queries.ts'
import { removeLines } from './remove-lines.ts'
import type { Removed, RemovedFile, RemoveInput } from './remove-task.ts'
import { createSourceTrail } from './source-trail.ts'

export interface RemovalDeps {
  readonly store: Store
  readonly audit: Audit
  readonly runs: Runs
  readonly workers: Pick<Workers, 'run'>
  /** Called in the transaction after lines went. */
  readonly onItemsChanged: (actor: Actor, runId: string) => void
  /** As `onItemsChanged`, for many lines; the run is busy until this ends. */
  readonly onManyChanged: (actor: Actor, runId: string) => Promise<void>
  readonly onProgress: (run: Run, progress: WorkProgress) => void
}

/** Takes files out of runs: a small one in one transaction, a large one by a thread while its run is busy. */
export function createRemovals(deps: RemovalDeps) {
  const { store, audit, runs, workers, onItemsChanged, onManyChanged } = deps
  const files = fileQueries(store.db)
  const trail = createSourceTrail(store.db, audit)
  const removal = sourceRemoval(store.db)
  const removeSome = removeLines(store.db, 'source_file_id')
  const jobs = runJobs(store.db)
  const writeBack = createWriteBack({ db: store.db, workers })
  const underWay = new Map<string, WorkProgress>()

  const inUse = () =>
    refused('file_in_use', 'An accepted match or a closed item rests on a line of this file. Undo those first.')

  function recordGone(actor: Actor, run: Run, { fileId, before }: Pick<RemovedFile, 'fileId' | 'before'>): void {
    files.clear(fileId)
    files.remove(fileId)
    audit.record({ actor, entity: 'source_file', entityId: fileId, runId: run.id, action: 'delete', before })
  }

  const removeAtOnce = (actor: Actor, run: Run, fileId: string) =>
    store.write(() => {
      if (removal.isUsed(fileId)) throw inUse()
      const before = removal.file(fileId)
      const touched = removal.release(fileId)
      while (removeSome(fileId) > 0);
      recordGone(actor, run, { fileId, before })
      for (const id of touched) trail.enriched(actor, id, digestLines(store.db, id))
      runs.refresh(actor, run.id)
      onItemsChanged(actor, run.id)
    })

  async function removeBeside(actor: Actor, run: Run, fileId: string, back: RemovedFile['back']): Promise<void> {
    const { status, failure, completedAt } = back
    const input: RemoveInput = { runId: run.id, fileId, actor: actor.name, back: { status, failure, completedAt } }
    try {
      const touched = await workers.run<Removed>('ledger.remove-file', input, {
        onProgress: (progress) => {
          underWay.set(run.id, progress)
          deps.onProgress(run, progress)
        },
      })
      if (touched === null) throw inUse()
      await writeBack(async (toFile) => {
        await toFile()
        await end(actor, run, touched)
      })
    } finally {
      underWay.delete(run.id)
    }
  }

  /** To how it stood before: its lines went, nothing of its own work was done. */
  const putBack = (actor: Actor, run: Run, { status, failure, completedAt }: RemovedFile['back']) =>
    runs.end(actor, run.id, { status, failure, fields: { completedAt } })

  async function end(actor: Actor, run: Run, touched: NonNullable<Removed>): Promise<void> {
    runs.refresh(actor, run.id)
    await onManyChanged(actor, run.id)
    store.write(() => {
      const removed = jobs.payload(run.id) as RemovedFile
      recordGone(actor, run, removed)
      for (const { fileId, lines } of touched) trail.enriched(actor, fileId, lines)
      putBack(actor, run, removed.back)
      jobs.end(run.id)
    })
  }

  return {
    progress: (runId: string) => underWay.get(runId) ?? null,
    /** 409 `file_in_use` while an accepted match or a closing uses one of its lines. */
    async remove(actor: Actor, run: Run, fileId: string): Promise<void> {
      runs.checkOpen(run)
      if (!removal.isLarge(fileId)) return removeAtOnce(actor, run, fileId)
      runs.begin(actor, run.id)
      try {
        await removeBeside(actor, run, fileId, run)
      } catch (error) {
        // What is decided is ended by the next start at the latest; what is not leaves everything as it was.
        if (store.db.open && jobs.find(run.id) === null) putBack(actor, run, run)
        throw error
      }
    },
    /** Goes on with a removal that a crash cut short. */
    endRemoval({ actor, runId, payload }: RunJob): Promise<void> {
      const { fileId, back } = payload as RemovedFile
      return removeBeside(actor, runs.get(actor.userId, runId), fileId, back)
    },
  }
}
