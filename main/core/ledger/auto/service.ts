import type { Store } from '../../db/store.ts'
import { messageOf } from '../../errors.ts'
import type { Clock, Log } from '../../ports.ts'
import { isStop } from '../../worker/failures.ts'
import type { WorkProgress } from '../../worker/messages.ts'
import type { Workers } from '../../worker/workers.ts'
import { createWriteBack } from '../../worker/write-back.ts'
import type { Actor } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { refused } from '../errors.ts'
import { decideInTurns } from '../matches/in-turns.ts'
import type { Matches } from '../matches/service.ts'
import { runJobs } from '../runs/run-jobs.ts'
import type { Runs } from '../runs/service.ts'
import type { Run, RunStatus } from '../runs/types.ts'
import { matchInputOf } from './match-input.ts'
import { dropStaged } from './store-proposals.ts'
import type { MatchOutput, PassedOn } from './types.ts'

export interface AutoMatched extends MatchOutput {
  /** Proposals made or kept (9.6). */
  readonly matched: number
  /** Accepted without a click, under the guards of 6.9. */
  readonly accepted: number
}

export interface AutoMatch {
  /** Throws 409 `run_closed`, `run_busy`, `no_source_entries`. */
  run(actor: Actor, runId: string, options: { includeRejected: boolean; dryRun: boolean }): Promise<AutoMatched>
  /** Ends a pass whose proposals are shown: at once after it, or at the start after a crash. */
  finish(actor: Actor, runId: string): Promise<{ accepted: number }>
  progress(runId: string): WorkProgress | null
  /** False once what the pass decided is there. */
  cancel(runId: string): boolean
}

export interface AutoMatchDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly matches: Matches
  readonly workers: Workers
  readonly now: Clock
  readonly log: Log
  /** Closes what needs no person. */
  readonly onClosings: (actor: Actor, run: Run, closings: PassedOn['closings']) => Promise<void>
  /** What a pass came to becomes discrepancies while the run is still busy. */
  readonly onMatched: (run: Run) => Promise<void>
  /** Called in the transaction that ends a pass. */
  readonly onPassed: (actor: Actor, run: Run, hits: PassedOn['hits']) => void
  readonly onProgress: (run: Run, progress: WorkProgress) => void
}

/** Matching passes over runs: one job at a time per run, the heavy part in a thread (6). */
export function createAutoMatch(deps: AutoMatchDeps): AutoMatch {
  const { store, ledgers, runs, matches, workers, now, log } = deps
  // Its own lines, or those that earlier runs of the ledger left open.
  const hasItems = store.db
    .prepare<[string, string], number>(
      `select exists (select 1 from items where run_id = ? and bank_status = 'booked')
         or exists (select 1 from items where ledger_id = ? and bank_status = 'booked' and match_status = 'unmatched')`,
    )
    .pluck()
  const writeBack = createWriteBack({ db: store.db, workers })
  const jobs = runJobs(store.db)
  const underWay = new Map<string, { cancelling: AbortController; progress: WorkProgress }>()

  /** Takes what no person needs to look at (6.9); whatever cannot be taken stays a suggestion. */
  async function acceptUnattended(actor: Actor, ids: readonly string[]): Promise<number> {
    let accepted = 0
    await decideInTurns(
      store,
      ids,
      (id) => {
        matches.accept(actor, id, { unattended: true })
        accepted += 1
      },
      (id, { code }) => log.info('unattended_refused', { match: id, code }),
    )
    return accepted
  }

  async function finish(actor: Actor, runId: string): Promise<{ accepted: number }> {
    const { settings, unattended, closings, hits } = jobs.payload(runId) as PassedOn
    const run = runs.get(actor.userId, runId)
    let accepted = 0
    if (ledgers.find(actor.userId, run.ledgerId).unattended) {
      accepted = await acceptUnattended({ ...actor, name: 'engine' }, unattended)
      await deps.onClosings(actor, run, closings)
    }
    await writeBack(async (toFile) => {
      await deps.onMatched({ ...runs.get(actor.userId, runId), settings })
      await toFile()
    })
    store.write(() => {
      runs.end(actor, runId, { status: 'completed', fields: { settings } })
      deps.onPassed(actor, runs.get(actor.userId, runId), hits)
      jobs.end(runId)
    })
    return { accepted }
  }

  function fail(actor: Actor, runId: string, error: unknown, back: RunStatus | null): void {
    store.write(() => {
      jobs.end(runId)
      dropStaged(store.db, runId)
      const failure = { code: 'matching_failed', message: `The matching pass failed: ${messageOf(error)}` }
      runs.end(actor, runId, back === null ? { status: 'failed', failure } : { status: back })
    })
  }

  return {
    progress: (runId) => underWay.get(runId)?.progress ?? null,
    cancel(runId) {
      const job = jobs.find(runId) === null ? underWay.get(runId) : undefined
      job?.cancelling.abort()
      return job !== undefined
    },
    async finish(actor, runId) {
      try {
        return await finish(actor, runId)
      } catch (error) {
        // What the end of the program cut short, the next start ends.
        if (store.db.open && !isStop(error)) fail(actor, runId, error, null)
        throw error
      }
    },
    async run(actor, runId, { includeRejected, dryRun }) {
      const first = runs.get(actor.userId, runId)
      runs.checkOpen(first)
      if (hasItems.get(runId, first.ledgerId) !== 1)
        throw refused('no_source_entries', 'The run has no booked lines. Import a statement first.')
      const { run, before } = runs.begin(actor, runId)
      const cancelling = new AbortController()
      const job = { cancelling, progress: { step: 'loading', done: 0, of: null } as WorkProgress }
      underWay.set(runId, job)
      const settleFailed = (error: unknown) => {
        const isDecided = jobs.find(runId) !== null
        // What the end of the program cut short, the next start ends.
        if (isDecided && isStop(error)) return
        fail(actor, runId, error, cancelling.signal.aborted && !isDecided ? before : null)
      }
      const input = matchInputOf(ledgers, run, { includeRejected, dryRun, actor: actor.name, at: now() })
      try {
        const output = await workers.run<MatchOutput>('ledger.match', input, {
          signal: cancelling.signal,
          onProgress: (progress) => {
            job.progress = progress
            deps.onProgress(run, progress)
          },
        })
        if (dryRun) {
          runs.end(actor, runId, { status: before })
          return { ...output, matched: output.suggested, accepted: 0 }
        }
        const { accepted } = await finish(actor, runId)
        return { ...output, matched: output.suggested, suggested: output.suggested - accepted, accepted }
      } catch (error) {
        if (store.db.open) settleFailed(error)
        throw error
      } finally {
        underWay.delete(runId)
      }
    },
  }
}
