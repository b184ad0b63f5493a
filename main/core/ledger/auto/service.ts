import type { Store } from '../../db/store.ts'
import { messageOf } from '../../errors.ts'
import type { Clock, Log } from '../../ports.ts'
import type { WorkProgress } from '../../worker/messages.ts'
import type { Workers } from '../../worker/workers.ts'
import { createWriteBack } from '../../worker/write-back.ts'
import type { Actor } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { refused } from '../errors.ts'
import { decideInTurns } from '../matches/in-turns.ts'
import type { Matches } from '../matches/service.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { matchInputOf } from './match-input.ts'
import { dropStaged } from './store-proposals.ts'
import type { MatchOutput } from './types.ts'

export interface AutoMatched extends Omit<MatchOutput, 'unattended' | 'closings' | 'findings'> {
  /** Proposals made or kept (9.6). */
  readonly matched: number
  /** Accepted without a click, under the guards of 6.9. */
  readonly accepted: number
}

export interface AutoMatch {
  /** Throws 409 `run_closed`, `run_busy`, `no_source_entries`. */
  run(actor: Actor, runId: string, options: { includeRejected: boolean; dryRun: boolean }): Promise<AutoMatched>
  progress(runId: string): WorkProgress | null
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
  /** What a pass came to becomes discrepancies while the run is still busy. */
  readonly onMatched: (run: Run, output: MatchOutput) => Promise<void>
  /** Called in a transaction when a pass ended well: closings become proposals. */
  readonly onPassed: (actor: Actor, run: Run, output: MatchOutput) => void
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

  return {
    progress: (runId) => underWay.get(runId)?.progress ?? null,
    cancel(runId) {
      const job = underWay.get(runId)
      job?.cancelling.abort()
      return job !== undefined
    },
    async run(actor, runId, { includeRejected, dryRun }) {
      const first = runs.get(actor.userId, runId)
      runs.checkOpen(first)
      if (hasItems.get(runId, first.ledgerId) !== 1)
        throw refused('no_source_entries', 'The run has no booked lines. Import a statement first.')
      const ledger = ledgers.find(actor.userId, first.ledgerId)
      const { run, before } = runs.begin(actor, runId)
      const cancelling = new AbortController()
      const job = { cancelling, progress: { step: 'loading', done: 0, of: null } as WorkProgress }
      underWay.set(runId, job)
      const input = matchInputOf(ledgers, run, { includeRejected, dryRun, at: now() })
      try {
        const output = await workers.run<MatchOutput>('ledger.match', input, {
          signal: cancelling.signal,
          onProgress: (progress) => {
            job.progress = progress
            deps.onProgress(run, progress)
          },
        })
        const accepted =
          ledger.unattended && !dryRun ? await acceptUnattended({ ...actor, name: 'engine' }, output.unattended) : 0
        const settings = { profile: input.profile, engineVersion: output.engineVersion }
        if (!dryRun)
          await writeBack(async (toFile) => {
            await deps.onMatched({ ...runs.get(actor.userId, runId), settings }, output)
            await toFile()
          })
        store.write(() => {
          runs.end(actor, runId, dryRun ? { status: before } : { status: 'completed', fields: { settings } })
          if (!dryRun) deps.onPassed(actor, runs.get(actor.userId, runId), output)
        })
        const { unattended: _, closings: __, findings: ___, ...counts } = output
        return { ...counts, matched: output.suggested, suggested: output.suggested - accepted, accepted }
      } catch (error) {
        store.write(() => {
          dropStaged(store.db, runId)
          const isCancelled = cancelling.signal.aborted
          const failure = { code: 'matching_failed', message: `The matching pass failed: ${messageOf(error)}` }
          runs.end(actor, runId, isCancelled ? { status: before } : { status: 'failed', failure })
        })
        throw error
      } finally {
        underWay.delete(runId)
      }
    },
  }
}
