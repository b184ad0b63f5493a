import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Account, Accounts } from '../accounts/types.ts'
import type { Banks, RunnableScript } from '../banks/types.ts'
import { requireBrowser } from '../browser/install.ts'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Movements } from '../movements/types.ts'
import type { Clock, Log } from '../ports.ts'
import type { Settings } from '../settings/service.ts'
import { day, iso } from '../time.ts'
import type { Assistance } from './assistance.ts'
import { type RunEnding, runAtBank, stopAfter } from './bank-run.ts'
import { profileFolder } from './bank-visit.ts'
import { RunFailure } from './failures.ts'
import { type Limits, usualLimits } from './limits.ts'
import type { LoginBudget } from './login-budget.ts'
import { createNotices } from './notices.ts'
import { runBody } from './present.ts'
import { type Run, type Step, sessionQueries } from './queries.ts'
import { readBank } from './read-bank.ts'
import { readTransactions } from './transactions.ts'
import type { FailureType, RunOutcome, Sessions, Stage } from './types.ts'

/** What the routes may do beside what other features may ask. */
export interface SessionService extends Sessions {
  runs(accountId: string, limit: number, offset: number): { total: number; items: Run[] }
  /** The newest run as the API shows it; `null` when there was none. */
  lastRun(accountId: string): ReturnType<typeof runBody> | null
  /** A browser of the account lives or is being started. */
  isLive(accountId: string): boolean
  /** `null` when the account has no such run. */
  run(accountId: string, runId: string): { run: Run; steps: Step[] } | null
}

export interface SessionDeps {
  readonly store: Store
  readonly accounts: Accounts
  readonly banks: Pick<Banks, 'resolveScript' | 'profile'>
  readonly movements: Pick<Movements, 'ingest' | 'lastExternalId'>
  readonly assistance: Assistance
  readonly budget: LoginBudget
  readonly events: Events
  readonly settings: Pick<Settings, 'get'>
  readonly now: Clock
  readonly log: Log
  readonly dataDir: string
  /** Path of the browser to use; an installed one by default. */
  readonly browserPath?: () => Promise<string>
  readonly limits?: Partial<Limits>
}

interface LiveReading {
  readonly stop: AbortController
  readonly outcome: Promise<RunOutcome>
}

const killed = () => new RunFailure('session_killed', 'The reading was stopped')
const notBegun = (type: FailureType, message: string): RunOutcome => ({
  runId: null,
  status: 'failed',
  found: null,
  failure: { type, message },
})

export function createSessions(deps: SessionDeps): SessionService {
  const { store, accounts, banks, movements, assistance, budget, events, settings, now, log, dataDir } = deps
  const queries = sessionQueries(store.db)
  const notices = createNotices({
    store,
    accounts,
    queries,
    events,
    now,
    blockThreshold: () => settings.get().fatal_block_threshold,
  })
  const limits = { ...usualLimits, ...deps.limits }
  const runDeps = {
    accounts,
    banks,
    movements,
    queries,
    now,
    log,
    dataDir,
    limits,
    assistance,
    budget,
    browserPath: deps.browserPath ?? (() => requireBrowser()),
    isShown: () => settings.get().show_bank_browser,
  }
  /** By account: two browsers on one profile would damage it. */
  const live = new Map<string, LiveReading>()
  const liveStages = new Map<string, Stage>()
  let isStopping = false

  const asSeen = (run: Run): Run => ({ ...run, stage: liveStages.get(run.id) ?? run.stage })
  const announce = (account: Account, runId: string) => {
    const run = queries.run(runId)
    if (!run) return
    const data = runBody(asSeen(run))
    events.emit({ type: 'run.updated', userId: account.userId, accountId: account.id, data, occurredAt: iso(now()) })
  }

  const read = async (account: Account, script: RunnableScript, stop: AbortController): Promise<RunOutcome> => {
    const runId = randomUUID()
    let found = 0
    try {
      queries.insertRun({ id: runId, accountId: account.id, scriptId: script.id, at: now() })
    } catch (error) {
      log.error('run_not_recorded', { account: account.id, message: messageOf(error) })
      return notBegun('unknown', `The reading could not be begun: ${messageOf(error)}`)
    }
    log.info('run_started', { account: account.id, run: runId, script: script.version })
    const limit = stopAfter(stop, limits.runMs, () => new RunFailure('timeout', 'The whole reading took too long'))
    const end = await runAtBank(runDeps, {
      runId,
      account,
      script,
      stop,
      onStage(stage) {
        liveStages.set(runId, stage)
        announce(account, runId)
      },
      async work(bank) {
        const rows = readTransactions(await readBank(bank))
        store.write(() => {
          found = movements.ingest(account.id, rows, { scriptId: script.id }).inserted
          queries.setFound(runId, found)
        })
        announce(account, runId)
        return null
      },
    })
    limit[Symbol.dispose]()
    liveStages.delete(runId)
    finish(account, runId, end, found)
    announce(account, runId)
    const { verdict } = end
    if (verdict === null) return { runId, status: 'success', found, failure: null }
    return { runId, status: 'failed', found: null, failure: { type: verdict.type, message: verdict.message } }
  }

  const finish = (account: Account, runId: string, { verdict, stopReason, refusedHosts }: RunEnding, found: number) => {
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
        // The account may have been deleted while it was read; being stopped says nothing about the bank.
        if (!accounts.find(account.id)) return
        if (!verdict) notices.succeeded(account, found)
        else if (verdict.type !== 'session_killed') notices.failed(account, verdict)
      })
      log.info('run_finished', { account: account.id, run: runId, found, failure: verdict?.type ?? null })
    } catch (error) {
      log.error('run_not_recorded', { account: account.id, run: runId, message: messageOf(error) })
    }
  }

  const begin = (accountId: string, signal: AbortSignal): LiveReading | RunOutcome => {
    if (isStopping || signal.aborted) return notBegun('session_killed', 'The program is ending')
    const account = accounts.find(accountId)
    if (!account) return notBegun('session_killed', 'The account is gone')
    const script = banks.resolveScript(account)
    if (!script) return notBegun('script_load_failed', `No active script for ${account.bankName}`)
    const stop = new AbortController()
    const abort = () => stop.abort(killed())
    signal.addEventListener('abort', abort, { once: true })
    const outcome = read(account, script, stop).finally(() => {
      signal.removeEventListener('abort', abort)
      live.delete(accountId)
    })
    return { stop, outcome }
  }

  const end = async (reading: LiveReading) => {
    reading.stop.abort(killed())
    await reading.outcome.catch(() => undefined)
  }

  return {
    async runOneShot(accountId, signal) {
      const running = live.get(accountId)
      if (running) return running.outcome
      const begun = begin(accountId, signal)
      if (!('outcome' in begun)) return begun
      live.set(accountId, begun)
      return begun.outcome
    },

    closeOrphans: () => queries.closeOrphans(now()),
    pruneRuns: () => queries.prune(now() - settings.get().run_retention_days * day),

    async forget(accountId) {
      const running = live.get(accountId)
      if (running) await end(running)
      await rm(profileFolder(dataDir, accountId), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },

    async stop() {
      isStopping = true
      await Promise.all([...live.values()].map(end))
    },

    isLive: (accountId) => live.has(accountId),
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
      return run?.accountId === accountId ? { run: asSeen(run), steps: queries.steps(runId) } : null
    },
  }
}
