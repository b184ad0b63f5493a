import { randomUUID } from 'node:crypto'
import type { Account, Accounts } from '../accounts/types.ts'
import type { RunnableScript } from '../banks/types.ts'
import type { IncomingMovement } from '../movements/types.ts'
import type { Clock } from '../ports.ts'
import { RunFailure, severityOf } from './failures.ts'
import type { Limits } from './limits.ts'
import type { OpenBank } from './read-bank.ts'
import { loadScript, logIn, readBank, startLimit } from './read-bank.ts'
import type { Runner } from './runner.ts'
import { readTransactions } from './transactions.ts'
import type { Stage } from './types.ts'

/** What a version read when it was tried; held in memory only and gone with the program. Instants in ms UTC. */
export interface DryRun {
  readonly id: string
  readonly userId: string
  readonly scriptId: string
  readonly accountId: string
  readonly startedAt: number
  status: 'running' | 'success' | 'failed'
  stage: Stage | null
  finishedAt: number | null
  /** The recorded run, once it has ended: stages, refused hosts, reason. */
  runId: string | null
  count: number | null
  /** The first ones, as the script returned them. */
  rows: readonly IncomingMovement[]
  message: string | null
}

export interface LiveDryRun {
  readonly kind: 'dry-run'
  readonly stop: AbortController
  readonly outcome: Promise<unknown>
}

export interface DryRuns {
  /** Starts one; the caller has made sure that no browser of the account lives. */
  begin(account: Account, script: RunnableScript, onEnd: () => void): { dryRun: DryRun; live: LiveDryRun }
  /** Those of one version that are still held, newest first. */
  of(scriptId: string, userId: string): DryRun[]
}

export interface DryRunDeps {
  readonly accounts: Pick<Accounts, 'settings' | 'block'>
  readonly runner: Pick<Runner, 'run'>
  readonly limits: Limits
  readonly now: Clock
}

const mostRows = 20
const mostHeld = 20

/**
 * Tries a version at the live bank through the ordinary machinery: credentials, login budget, gates, host guard, script
 * room. What it read is shown and not stored: no movement, no evaluation, no result webhook, no streak.
 */
export function createDryRuns({ accounts, runner, limits, now }: DryRunDeps): DryRuns {
  let held: DryRun[] = []

  const read = async (bank: OpenBank, isPersistent: boolean): Promise<unknown> => {
    if (!isPersistent) return readBank(bank)
    const left = startLimit(bank.limits.scriptMs, bank.control.personTimeMs)
    const entered = await loadScript(bank, left)
    if (entered.kind !== 'hooks')
      throw new RunFailure('script_load_failed', 'a persistent account needs a script that returns hooks, not a list')
    await logIn(bank, left)
    return bank.recorder.wrap('poll', () => bank.room.hook('poll', left()))
  }

  const carryOut = async (dryRun: DryRun, account: Account, script: RunnableScript, stop: AbortController) => {
    const isPersistent = accounts.settings(account.id)?.sessionType === 'persistent'
    const finished = await runner.run(account, script, stop, {
      purpose: 'dry_run',
      limitMs: limits.runMs,
      onStage: (stage) => {
        dryRun.stage = stage
      },
      async work(bank) {
        const rows = readTransactions(await read(bank, isPersistent))
        dryRun.count = rows.length
        dryRun.rows = rows.slice(0, mostRows)
        return null
      },
      settle({ verdict }) {
        // What the bank itself said about the login holds for every reading; all else is about the version.
        const isAboutLogin = verdict !== null && verdict.type !== 'credentials_failed'
        const loginMode = accounts.settings(account.id)?.loginMode ?? 'simple'
        if (isAboutLogin && severityOf(verdict, loginMode) === 'blocks-at-once')
          accounts.block(account.id, verdict.message)
      },
    })
    dryRun.finishedAt = now()
    dryRun.runId = finished.runId
    dryRun.message = finished.runId === null ? finished.message : (finished.ending.verdict?.message ?? null)
    dryRun.status = dryRun.message === null ? 'success' : 'failed'
  }

  return {
    begin(account, script, onEnd) {
      const { id: accountId, userId } = account
      const dryRun: DryRun = {
        id: randomUUID(),
        userId,
        scriptId: script.id,
        accountId,
        startedAt: now(),
        status: 'running',
        stage: null,
        finishedAt: null,
        runId: null,
        count: null,
        rows: [],
        message: null,
      }
      held = [dryRun, ...held].slice(0, mostHeld)
      const stop = new AbortController()
      const outcome = carryOut(dryRun, account, script, stop).finally(onEnd)
      return { dryRun, live: { kind: 'dry-run', stop, outcome } }
    },
    of: (scriptId, userId) => held.filter((each) => each.scriptId === scriptId && each.userId === userId),
  }
}
