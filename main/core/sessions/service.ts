import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account, Accounts } from '../accounts/types.ts'
import type { BankWindow } from '../bank-window/types.ts'
import type { Banks, RunnableScript } from '../banks/types.ts'
import { requireBrowser } from '../browser/install.ts'
import { endOrphanBrowsers } from '../browser/orphans.ts'
import type { Store } from '../db/store.ts'
import { invalid } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Movements } from '../movements/types.ts'
import type { Clock, Log } from '../ports.ts'
import type { SecretBox } from '../secrets/box.ts'
import type { Settings } from '../settings/service.ts'
import { day, second } from '../time.ts'
import type { Assistance } from './assistance.ts'
import { profileFolder } from './bank-visit.ts'
import { createFailedRuns, type FailedRun, type FailureFilter } from './failed-runs.ts'
import { RunFailure } from './failures.ts'
import { type Limits, usualLimits } from './limits.ts'
import type { LoginBudget } from './login-budget.ts'
import { createNotices } from './notices.ts'
import { createPersistent, type LiveSession, type SessionStatus } from './persistent.ts'
import { runBody } from './present.ts'
import { type Run, type Step, sessionQueries } from './queries.ts'
import { readBank } from './read-bank.ts'
import { createReports, type StoredReport } from './reports.ts'
import { createRunner } from './runner.ts'
import { createSessionStates } from './session-states.ts'
import { readTransactions } from './transactions.ts'
import type { FailureType, RunOutcome, Sessions } from './types.ts'

/** What the routes may do beside what other features may ask. */
export interface SessionService extends Sessions {
  runs(accountId: string, limit: number, offset: number): { total: number; items: Run[] }
  /** The newest run as the API shows it; `null` when there was none. */
  lastRun(accountId: string): ReturnType<typeof runBody> | null
  /** A browser of the account lives or is being started. */
  isLive(accountId: string): boolean
  /** State of the session of a persistent account; `null` when it never had one. */
  status(accountId: string): SessionStatus | null
  /** A person starts the session of an assisted persistent account; 400 for any other. */
  reactivate(accountId: string): void
  /** Ends the browser of the account at once; false when none lived. */
  kill(accountId: string): boolean
  /** `null` when the account has no such run. */
  run(accountId: string, runId: string): { run: Run; steps: Step[]; report: StoredReport | null } | null
  /** The covered picture of a failed run as JPEG. */
  picture(accountId: string, runId: string): Uint8Array<ArrayBuffer> | null
  /** Failed runs of every account of a user, newest first (spec 11.6). */
  failures(userId: string, filter: FailureFilter): { total: number; items: FailedRun[] }
}

export interface SessionDeps {
  readonly store: Store
  readonly box: SecretBox
  readonly accounts: Accounts
  readonly banks: Pick<Banks, 'resolveScript' | 'hasScript' | 'profile'>
  readonly movements: Pick<Movements, 'ingest' | 'lastExternalId'>
  readonly assistance: Assistance
  readonly budget: LoginBudget
  readonly bankWindow: Pick<BankWindow, 'attach'>
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
  readonly kind: 'reading'
  readonly stop: AbortController
  readonly outcome: Promise<RunOutcome>
}

const killed = (what = 'The reading was stopped') => new RunFailure('session_killed', what)
const notBegun = (type: FailureType, message: string): RunOutcome => ({
  runId: null,
  status: 'failed',
  found: null,
  failure: { type, message },
})
const sessionRuns: RunOutcome = { runId: null, status: 'success', found: null, failure: null }
/** A session that is asked to end gets so long for the hook that is under way. */
const farewellMs = 5 * second

export function createSessions(deps: SessionDeps): SessionService {
  const { store, accounts, banks, movements, assistance, budget, events, settings, now, log, dataDir } = deps
  const queries = sessionQueries(store.db)
  const states = createSessionStates(store)
  const failedRuns = createFailedRuns(store.db)
  const reports = createReports({ store, box: deps.box })
  const limits = { ...usualLimits, ...deps.limits }
  const notices = createNotices({
    store,
    accounts,
    queries,
    events,
    now,
    blockThreshold: () => settings.get().fatal_block_threshold,
  })
  const runner = createRunner({
    store,
    accounts,
    queries,
    reports,
    events,
    now,
    log,
    run: {
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
      bankWindow: deps.bankWindow,
      browserPath: deps.browserPath ?? (() => requireBrowser()),
      isShown: () => settings.get().show_bank_browser,
    },
  })
  const persistent = createPersistent({
    store,
    accounts,
    banks,
    movements,
    runner,
    states,
    notices,
    events,
    settings,
    now,
    log,
  })
  /** By account: two browsers on one profile would damage it. */
  const live = new Map<string, LiveReading | LiveSession>()
  let isStopping = false

  const read = async (account: Account, script: RunnableScript, stop: AbortController): Promise<RunOutcome> => {
    let found = 0
    const finished = await runner.run(account, script, stop, {
      limitMs: limits.runMs,
      async work(bank, runId) {
        const rows = readTransactions(await readBank(bank))
        store.write(() => {
          found = movements.ingest(account.id, rows, { scriptId: script.id }).inserted
          queries.setFound(runId, found)
        })
        runner.announce(account, runId)
        return null
      },
      settle({ verdict }) {
        if (!verdict) notices.succeeded(account, found)
        // Being stopped says nothing about the bank.
        else if (verdict.type !== 'session_killed') notices.failed(account, verdict)
      },
    })
    if (finished.runId === null) return notBegun('unknown', finished.message)
    const { runId, ending } = finished
    if (ending.verdict === null) return { runId, status: 'success', found, failure: null }
    return {
      runId,
      status: 'failed',
      found: null,
      failure: { type: ending.verdict.type, message: ending.verdict.message },
    }
  }

  const begin = (account: Account, signal: AbortSignal): LiveReading | RunOutcome => {
    const script = banks.resolveScript(account)
    if (!script) return notBegun('script_load_failed', `No active script for ${account.bankName}`)
    const stop = new AbortController()
    const abort = () => stop.abort(killed())
    signal.addEventListener('abort', abort, { once: true })
    const outcome = read(account, script, stop).finally(() => {
      signal.removeEventListener('abort', abort)
      live.delete(account.id)
    })
    return { kind: 'reading', stop, outcome }
  }

  const isPersistent = (accountId: string) => accounts.settings(accountId)?.sessionType === 'persistent'

  /** Starts the session, or leaves the one that lives; false when there is nothing to start it with. */
  const startSession = (account: Account): boolean => {
    if (isStopping || live.has(account.id)) return !isStopping
    const session = persistent.start(account)
    if (!session) return false
    live.set(account.id, session)
    session.ended.then(() => {
      live.delete(account.id)
      keepUp()
    })
    return true
  }

  /** A few at a time: twenty browsers that start at once would keep each other from starting. */
  const keepUp = () => {
    if (isStopping) return
    const starting = [...live.values()].filter((each) => each.kind === 'session' && !each.isRunning).length
    const free = Math.max(0, settings.get().scrape_concurrency - starting)
    const waiting = upkeepWanted.filter((id) => !live.has(id))
    upkeepWanted = waiting.slice(free)
    for (const id of waiting.slice(0, free)) {
      const account = persistent.startable().find((each) => each.id === id)
      if (account) startSession(account)
    }
  }
  let upkeepWanted: string[] = []

  const end = async (running: LiveReading | LiveSession) => {
    if (running.kind === 'session') {
      running.requestStop()
      await Promise.race([running.ended, wait(farewellMs, undefined, { ref: false })])
      running.stop.abort(killed('The session was stopped'))
      await running.ended
    } else {
      running.stop.abort(killed())
      await running.outcome.catch(() => undefined)
    }
  }

  const runSession = async (account: Account): Promise<RunOutcome> => {
    const running = live.get(account.id)
    if (running?.kind === 'reading') await running.outcome
    const session = live.get(account.id)
    if (session?.kind === 'session') session.poll()
    else if (!startSession(account))
      return isStopping
        ? notBegun('session_killed', 'The program is ending')
        : notBegun('script_load_failed', `No active script for ${account.bankName}`)
    return sessionRuns
  }

  return {
    async runOneShot(accountId, signal) {
      if (isStopping || signal.aborted) return notBegun('session_killed', 'The program is ending')
      const account = accounts.find(accountId)
      if (!account) return notBegun('session_killed', 'The account is gone')
      if (isPersistent(accountId)) return runSession(account)
      const running = live.get(accountId)
      if (running?.kind === 'reading') return running.outcome
      // The account was persistent until its settings were saved.
      if (running) await end(running)
      const meanwhile = live.get(accountId)
      if (meanwhile?.kind === 'reading') return meanwhile.outcome
      const begun = begin(account, signal)
      if (!('outcome' in begun)) return begun
      live.set(accountId, begun)
      return begun.outcome
    },

    upkeep() {
      upkeepWanted = persistent
        .startable()
        .filter(({ id }) => !live.has(id) && banks.hasScript(id))
        .map(({ id }) => id)
      keepUp()
    },

    reactivate(accountId) {
      const account = accounts.find(accountId)
      if (!account || !isPersistent(accountId) || accounts.settings(accountId)?.loginMode !== 'assisted')
        throw invalid('session.notAssisted', 'Reactivation is only available for assisted persistent sessions')
      if (!startSession(account)) throw invalid('session.noScript', `No active script for ${account.bankName}`)
    },

    kill(accountId) {
      const running = live.get(accountId)
      running?.stop.abort(killed('The session was ended by a person'))
      return running !== undefined
    },

    status(accountId) {
      if (!isPersistent(accountId)) return null
      const running = live.get(accountId)
      if (running?.kind === 'session') return running.isRunning ? 'running' : 'starting'
      return states.of(accountId)?.status ?? null
    },

    async clearOrphans() {
      states.stopAll('process_restart', now())
      queries.closeOrphans(now())
      await endOrphanBrowsers(join(dataDir, 'profiles'), log)
    },
    closeOrphans: () => queries.closeOrphans(now()),
    pruneRuns() {
      reports.prune(now())
      return queries.prune(now() - settings.get().run_retention_days * day)
    },

    async forget(accountId) {
      const running = live.get(accountId)
      if (running) {
        running.stop.abort(killed())
        await end(running)
      }
      await rm(profileFolder(dataDir, accountId), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },

    async stop() {
      isStopping = true
      await Promise.all([...live.values()].map(end))
    },

    isLive: (accountId) => live.has(accountId),
    runs: (accountId, limit, offset) => ({
      total: queries.countRuns(accountId),
      items: queries.runs(accountId, limit, offset).map(runner.asSeen),
    }),
    lastRun(accountId) {
      const [run] = queries.runs(accountId, 1, 0)
      return run ? runBody(runner.asSeen(run)) : null
    },
    run(accountId, runId) {
      const run = queries.run(runId)
      return run?.accountId === accountId
        ? { run: runner.asSeen(run), steps: queries.steps(runId), report: reports.of(runId) }
        : null
    },
    picture: (accountId, runId) => (queries.run(runId)?.accountId === accountId ? reports.picture(runId) : null),
    failures: (userId, filter) => failedRuns(userId, filter),
  }
}
