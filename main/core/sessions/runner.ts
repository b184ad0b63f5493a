import { randomUUID } from 'node:crypto'
import type { Account, Accounts } from '../accounts/types.ts'
import type { RunnableScript } from '../banks/types.ts'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Clock, Log } from '../ports.ts'
import { iso } from '../time.ts'
import { type RunDeps, type RunEnding, runAtBank } from './bank-run.ts'
import { runBody } from './present.ts'
import type { Run, RunPurpose, SessionQueries } from './queries.ts'
import type { OpenBank } from './read-bank.ts'
import type { Reports } from './reports.ts'
import type { Stage } from './types.ts'

/** What is done in a run, and what follows from its end. */
export interface RunTask {
  readonly purpose?: RunPurpose
  /** Longest time in ms; `null` for a run that goes on. */
  readonly limitMs: number | null
  readonly work: (bank: OpenBank, runId: string) => Promise<string | null>
  readonly onStage?: (stage: Stage) => void
  /** In the transaction that stores the end; not called when the account is gone by then. */
  readonly settle: (ending: RunEnding) => void
}

export interface Runner {
  /** Opens the row of a run, carries it out and stores its end. Never throws; `null` when the row could not be opened. */
  run(account: Account, script: RunnableScript, stop: AbortController, task: RunTask): Promise<FinishedRun | Refused>
  /** A stored run with the stage that it is in now. */
  asSeen(run: Run): Run
  announce(account: Account, runId: string): void
}

export interface FinishedRun {
  readonly runId: string
  readonly ending: RunEnding
}
export interface Refused {
  readonly runId: null
  readonly message: string
}

export interface RunnerDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find'>
  readonly queries: SessionQueries
  readonly reports: Pick<Reports, 'keep'>
  readonly events: Events
  readonly now: Clock
  readonly log: Log
  readonly run: RunDeps
}

export function createRunner(deps: RunnerDeps): Runner {
  const { store, accounts, queries, events, now, log } = deps
  const liveStages = new Map<string, Stage>()

  const asSeen = (run: Run): Run => ({ ...run, stage: liveStages.get(run.id) ?? run.stage })
  const announce = (account: Account, runId: string) => {
    const run = queries.run(runId)
    if (!run) return
    const data = runBody(asSeen(run))
    events.emit({ type: 'run.updated', userId: account.userId, accountId: account.id, data, occurredAt: iso(now()) })
  }

  const finish = (account: Account, runId: string, ending: RunEnding, task: RunTask) => {
    const { verdict, stopReason, refusedHosts, report } = ending
    try {
      store.write(() => {
        queries.endRun({
          runId,
          status: verdict ? 'failed' : 'success',
          failureType: verdict?.type ?? null,
          reason: verdict?.reason ?? null,
          stopReason,
          errorMessage: verdict?.message ?? null,
          refusedHosts,
          at: now(),
        })
        // The account may have been deleted meanwhile.
        if (!accounts.find(account.id)) return
        if (verdict && report) deps.reports.keep(runId, report, verdict.reason, now())
        task.settle(ending)
      })
      log.info('run_finished', { account: account.id, run: runId, failure: verdict?.type ?? null })
    } catch (error) {
      log.error('run_not_recorded', { account: account.id, run: runId, message: messageOf(error) })
    }
  }

  return {
    asSeen,
    announce,
    async run(account, script, stop, task) {
      const runId = randomUUID()
      const { purpose = 'reading' } = task
      try {
        queries.insertRun({ id: runId, accountId: account.id, scriptId: script.id, purpose, at: now() })
      } catch (error) {
        log.error('run_not_recorded', { account: account.id, message: messageOf(error) })
        return { runId: null, message: `The reading could not be begun: ${messageOf(error)}` }
      }
      log.info('run_started', { account: account.id, run: runId, script: script.version })
      const ending = await runAtBank(deps.run, {
        runId,
        account,
        script,
        stop,
        limitMs: task.limitMs,
        work: (bank) => task.work(bank, runId),
        onStage(stage) {
          liveStages.set(runId, stage)
          task.onStage?.(stage)
          if (purpose === 'reading') announce(account, runId)
        },
      })
      liveStages.delete(runId)
      finish(account, runId, ending, task)
      if (purpose === 'reading') announce(account, runId)
      return { runId, ending }
    },
  }
}
