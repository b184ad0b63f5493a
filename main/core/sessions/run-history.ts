import type { Store } from '../db/store.ts'
import { createFailedRuns, type FailedRun, type FailureFilter } from './failed-runs.ts'
import { runBody } from './present.ts'
import type { Run, SessionQueries, Step } from './queries.ts'
import type { Reports, StoredReport } from './reports.ts'

/** What stays of readings and sessions after they ended: runs, steps, reports and pictures. */
export interface RunHistory {
  runs(accountId: string, limit: number, offset: number): { total: number; items: Run[] }
  /** The newest run as the API shows it; `null` when there was none. */
  lastRun(accountId: string): ReturnType<typeof runBody> | null
  /** `null` when the account has no such run. */
  run(accountId: string, runId: string): { run: Run; steps: Step[]; report: StoredReport | null } | null
  /** The covered picture of a failed run as JPEG. */
  picture(accountId: string, runId: string): Uint8Array<ArrayBuffer> | null
  /** Failed runs of every account of a user, newest first (spec 11.6). */
  failures(userId: string, filter: FailureFilter): { total: number; items: FailedRun[] }
}

/** `asSeen` adds the stage that a live run is in. */
export function createRunHistory(deps: {
  store: Store
  queries: SessionQueries
  reports: Reports
  asSeen: (run: Run) => Run
}): RunHistory {
  const { queries, reports, asSeen } = deps
  return {
    runs: (accountId, limit, offset) => ({
      total: queries.countRuns(accountId),
      items: queries.runs(accountId, limit, offset).map(asSeen),
    }),
    lastRun(accountId) {
      const [run] = queries.runs(accountId, 1, 0)
      return run ? runBody(asSeen(run)) : null
    },
    run(accountId, runId) {
      const run = queries.run(runId)
      return run?.accountId === accountId
        ? { run: asSeen(run), steps: queries.steps(runId), report: reports.of(runId) }
        : null
    },
    picture: (accountId, runId) => (queries.run(runId)?.accountId === accountId ? reports.picture(runId) : null),
    failures: createFailedRuns(deps.store.db),
  }
}
