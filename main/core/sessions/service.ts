import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account, Accounts } from '../accounts/types.ts'
import type { BankWindow } from '../bank-window/types.ts'
import type { Banks, RunnableScript } from '../banks/types.ts'
import { requireBrowser } from '../browser/install.ts'
import { endOrphanBrowsers } from '../browser/orphans.ts'
import type { Store } from '../db/store.ts'
import { conflict, invalid } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Movements } from '../movements/types.ts'
import type { Clock, Log } from '../ports.ts'
import type { SecretBox } from '../secrets/box.ts'
import type { Settings } from '../settings/service.ts'
import { day, second } from '../time.ts'
import type { Assistance } from './assistance.ts'
import { profileFolder } from './bank-visit.ts'
import { createDryRuns, type DryRun, type LiveDryRun } from './dry-run.ts'
import { type Limits, usualLimits } from './limits.ts'
import type { LoginBudget } from './login-budget.ts'
import { createNotices } from './notices.ts'
import { createOneShot, killed, type LiveReading, notBegun } from './one-shot.ts'
import { createPersistent, type LiveSession, type SessionStatus } from './persistent.ts'
import { sessionQueries } from './queries.ts'
import { createReports } from './reports.ts'
import { createRunHistory, type RunHistory } from './run-history.ts'
import { createRunner } from './runner.ts'
import { createSessionStates } from './session-states.ts'
import type { RunOutcome, Sessions } from './types.ts'

/** What the routes may do beside what other features may ask. */
export interface SessionService extends Sessions, RunHistory {
  /** A browser of the account lives or is being started. */
  isLive(accountId: string): boolean
  /** State of the session of a persistent account; `null` when it never had one. */
  status(accountId: string): SessionStatus | null
  /** A person starts the session of an assisted persistent account; 400 for any other. */
  reactivate(accountId: string): void
  /** Tries a version at the bank and stores nothing. Throws 409 while a reading or session of the account lives. */
  dryRun(account: Account, script: RunnableScript): DryRun
  /** Those that a user began with one version and that are still held, newest first. */
  dryRuns(scriptId: string, userId: string): DryRun[]
  /** Ends the browser of the account at once; false when none lived. */
  kill(accountId: string): boolean
}

export interface SessionDeps {
  readonly store: Store
  readonly box: SecretBox
  readonly accounts: Accounts
  readonly banks: Pick<Banks, 'resolveScript' | 'hasScript' | 'profile'>
  readonly movements: Pick<Movements, 'receive' | 'lastExternalId'>
  readonly assistance: Assistance
  readonly budget: LoginBudget
  readonly bankWindow: Pick<BankWindow, 'attach' | 'pixelRatio'>
  readonly events: Events
  readonly settings: Pick<Settings, 'get'>
  readonly now: Clock
  readonly log: Log
  readonly dataDir: string
  /** Path of the browser to use; an installed one by default. */
  readonly browserPath?: () => Promise<string>
  readonly limits?: Partial<Limits>
}

type Live = LiveReading | LiveSession | LiveDryRun

const sessionRuns: RunOutcome = { runId: null, status: 'success', found: null, failure: null }
/** A session that is asked to end gets so long for the hook that is under way. */
const farewellMs = 5 * second

export function createSessions(deps: SessionDeps): SessionService {
  const { store, accounts, banks, movements, assistance, budget, events, settings, now, log, dataDir } = deps
  const queries = sessionQueries(store.db)
  const states = createSessionStates(store)
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
  const beginReading = createOneShot({ store, banks, movements, queries, notices, runner, limits })
  const dryRuns = createDryRuns({ accounts, runner, limits, now })
  /** By account: two browsers on one profile would damage it. */
  const live = new Map<string, Live>()
  let isStopping = false

  /** A reading neither joins a dry run nor ends it. */
  const untilNotTried = async (accountId: string) => {
    for (let it = live.get(accountId); it?.kind === 'dry-run'; it = live.get(accountId)) await it.outcome
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

  const end = async (running: Live) => {
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
      await untilNotTried(accountId)
      if (isStopping || signal.aborted) return notBegun('session_killed', 'The program is ending')
      const account = accounts.find(accountId)
      if (!account) return notBegun('session_killed', 'The account is gone')
      if (isPersistent(accountId)) return runSession(account)
      const running = live.get(accountId)
      if (running?.kind === 'reading') return running.outcome
      // The account was persistent until its settings were saved.
      if (running) await end(running)
      await untilNotTried(accountId)
      const meanwhile = live.get(accountId)
      if (meanwhile?.kind === 'reading') return meanwhile.outcome
      const begun = beginReading(account, signal, () => live.delete(accountId))
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

    dryRun(account, script) {
      if (isStopping) throw conflict('dryRun.stopping', 'The program is ending')
      if (live.has(account.id))
        throw conflict(
          'dryRun.accountBusy',
          'The bank of this account is open already. Wait for the reading to end, or pause the account and end its session.',
        )
      const { dryRun, live: running } = dryRuns.begin(account, script, () => {
        live.delete(account.id)
        keepUp()
      })
      live.set(account.id, running)
      return dryRun
    },
    dryRuns: dryRuns.of,

    reactivate(accountId) {
      const account = accounts.find(accountId)
      if (!account || !isPersistent(accountId) || accounts.settings(accountId)?.loginMode !== 'assisted')
        throw invalid('session.notAssisted', 'Reactivation is only available for assisted persistent sessions')
      if (live.get(accountId)?.kind === 'dry-run')
        throw conflict('dryRun.accountBusy', 'A version is being tried with this account. Wait for its end.')
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
    waitingForPerson: () =>
      [...live].filter(([id, { kind }]) => kind === 'reading' && assistance.pending(id) !== null).length,
    ...createRunHistory({ store, queries, reports, asSeen: runner.asSeen }),
  }
}
