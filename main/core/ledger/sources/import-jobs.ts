import { createLanes } from '../../lanes.ts'
import type { WorkProgress } from '../../worker/messages.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Run } from '../runs/types.ts'
import type { ImportInput, ImportResult } from './types.ts'

/** Imports under way: how far they are, and what stops them. One at a time per ledger. */
export function createImportJobs(workers: Workers, onProgress: (run: Run, progress: WorkProgress) => void) {
  const underWay = new Map<string, { readonly cancelling: AbortController; progress: WorkProgress }>()
  return {
    /** Identity has to see what the import before brought. */
    inLane: createLanes().run,
    async work(run: Run, input: ImportInput, task: 'ledger.import' | 'ledger.attach'): Promise<ImportResult> {
      const cancelling = new AbortController()
      const job = { cancelling, progress: { step: 'reading', done: 0, of: null } as WorkProgress }
      underWay.set(run.id, job)
      try {
        return await workers.run<ImportResult>(task, input, {
          signal: cancelling.signal,
          onProgress: (progress) => {
            job.progress = progress
            onProgress(run, progress)
          },
        })
      } finally {
        underWay.delete(run.id)
      }
    },
    progress: (runId: string) => underWay.get(runId)?.progress ?? null,
    /** False when none is under way. */
    cancel(runId: string): boolean {
      const job = underWay.get(runId)
      job?.cancelling.abort()
      return job !== undefined
    },
  }
}
