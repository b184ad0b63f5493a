import type { Account, Accounts } from '../accounts/types.ts'
import type { Banks } from '../banks/types.ts'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { CoreEventType, Events } from '../events.ts'
import type { Movements } from '../movements/types.ts'
import type { Clock, Log } from '../ports.ts'
import type { Settings } from '../settings/service.ts'
import { iso, second } from '../time.ts'
import type { RunEnding } from './bank-run.ts'
import { judge, RunFailure } from './failures.ts'
import { type MonitorJob, monitor } from './monitor.ts'
import type { Notices } from './notices.ts'
import { isQuiet } from './quiet-hours.ts'
import { reasonOf } from './reasons.ts'
import type { Runner } from './runner.ts'
import type { SessionStates, StoredStatus } from './session-states.ts'

/** `starting` is never stored. */
export type SessionStatus = 'starting' | StoredStatus

export interface PersistentDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'settings' | 'active' | 'credentials'>
  readonly banks: Pick<Banks, 'resolveScript' | 'profile'>
  readonly movements: Pick<Movements, 'receive'>
  readonly runner: Runner
  readonly states: SessionStates
  readonly notices: Notices
  readonly events: Events
  readonly settings: Pick<Settings, 'get'>
  readonly now: Clock
  readonly log: Log
}

/** One session from its start to its end. */
export interface LiveSession {
  readonly kind: 'session'
  readonly stop: AbortController
  /** Never rejects. */
  readonly ended: Promise<void>
  /** Before that it is starting. */
  readonly isRunning: boolean
  /** Polls now instead of at the end of the pause. */
  poll(): void
  /** Ends it cleanly: at once when it pauses, after the hook that is under way otherwise. */
  requestStop(): void
}

/** The sessions of persistent accounts (spec 2.3); which of them live is kept by whoever holds the browsers. */
export interface Persistent {
  /** Starts a session; the caller has made sure that nothing else uses the profile. `null` without a script. */
  start(account: Account): LiveSession | null
  /** Accounts whose session the upkeep may start. */
  startable(): Account[]
}

/** How often an account that was paused is noticed by its running session. */
const longestPause = 5 * second

export function createPersistent(deps: PersistentDeps): Persistent {
  const { store, accounts, banks, movements, runner, states, notices, events, settings, now, log } = deps

  const emit = (type: CoreEventType, account: Account, data: Record<string, unknown> = {}) =>
    store.afterCommit(() =>
      events.emit({ type, userId: account.userId, accountId: account.id, data, occurredAt: iso(now()) }),
    )
  const isAssisted = (account: Account) => accounts.settings(account.id)?.loginMode === 'assisted'

  /** Spec 2.3: an assisted session that ended by itself waits for a person; everything else may be started again. */
  const settle = (account: Account, { verdict, stopReason }: RunEnding, wasRunning: boolean, isAsked: boolean) =>
    store.write(() => {
      const reason = stopReason ?? verdict?.message ?? 'stop_requested'
      if (verdict && !isAsked && wasRunning && isAssisted(account)) {
        states.ended(account.id, 'needs_attention', reason, now())
        emit('session.needs_attention', account, { reason, category: verdict.type })
      } else {
        states.ended(account.id, 'stopped', isAsked ? 'stop_requested' : reason, now())
        emit('session.stopped', account, { reason: isAsked ? 'stop_requested' : reason })
      }
      if (verdict && verdict.type !== 'session_killed') notices.failed(account, verdict)
    })

  function start(account: Account): LiveSession | null {
    const script = banks.resolveScript(account)
    if (!script) return null
    const stop = new AbortController()
    let isRunning = false
    let isInside = false
    let isStopWanted = false
    let isPollWanted = false
    let former: StoredStatus | null = null
    let wake = () => {}
    let isHealthy: boolean | null = null

    /** Ends early when woken; rejects when the run is ended. */
    const sleep = (ms: number) =>
      new Promise<void>((resolve, reject) => {
        const end = (act: () => void) => {
          clearTimeout(timer)
          stop.signal.removeEventListener('abort', aborted)
          act()
        }
        const aborted = () => end(() => reject(stop.signal.reason))
        const timer = setTimeout(() => end(resolve), ms)
        wake = () => end(resolve)
        stop.signal.addEventListener('abort', aborted, { once: true })
        if (stop.signal.aborted) aborted()
      })
    const isEndWanted = () => {
      const current = accounts.find(account.id)
      const isPersistent = accounts.settings(account.id)?.sessionType === 'persistent'
      return isStopWanted || !current || current.status !== 'active' || current.pausedAt !== null || !isPersistent
    }

    const job: MonitorJob = {
      now,
      pollMs: () => settings.get().persistent_poll_seconds * second,
      endWanted: () => (isEndWanted() ? 'stop_requested' : null),
      async pause(ms) {
        const began = now()
        const until = performance.now() + ms
        // While a computer sleeps its clock goes on and its timers stand still: awake, the bank is asked at once.
        const isOver = () => performance.now() >= until || now() - began >= ms
        while (!isPollWanted && !isEndWanted() && !isOver())
          await sleep(Math.min(longestPause, Math.max(1, until - performance.now())))
        isPollWanted = false
      },
      running() {
        isRunning = true
        store.write(() => {
          former = states.running(account.id, now())?.status ?? null
          emit('session.started', account)
        })
      },
      authenticated() {
        isInside = true
        if (former === 'needs_attention') emit('session.recovered', account)
      },
      deliver: async (rows) => (await movements.receive(account.id, rows, { scriptId: script.id })).inserted,
      polled(found) {
        const tells = isHealthy !== true || found > 0
        isHealthy = true
        if (tells) notices.succeeded(account, found)
      },
      pollFailed(error) {
        isHealthy = false
        const verdict = judge(error, { givenStage: 'poll', failedStage: null })
        log.warn('poll_failed', { account: account.id, failure: verdict.type })
        notices.failed(account, { ...verdict, message: verdict.type, reason: reasonOf(error, verdict, null) })
      },
    }
    const ended = runner
      .run(account, script, stop, {
        limitMs: null,
        work: (bank) => monitor(bank, job),
        settle: (ending) => settle(account, ending, isRunning, isStopWanted),
      })
      .then(
        (finished) => {
          if (finished.runId === null)
            log.error('session_not_begun', { account: account.id, message: finished.message })
        },
        (error: unknown) => log.error('session_threw', { account: account.id, message: messageOf(error) }),
      )
    return {
      kind: 'session',
      stop,
      ended,
      get isRunning() {
        return isRunning
      },
      poll() {
        isPollWanted = true
        wake()
      },
      requestStop() {
        isStopWanted = true
        if (isInside) wake()
        else stop.abort(new RunFailure('session_killed', 'The session was stopped'))
      },
    }
  }

  return {
    start,
    startable: () =>
      accounts.active().filter((account) => {
        const own = accounts.settings(account.id)
        if (own?.sessionType !== 'persistent' || own.loginMode === 'assisted') return false
        if (account.scrapeBlockedAt !== null || account.pausedAt !== null) return false
        if (states.of(account.id)?.status === 'needs_attention') return false
        // Not set up yet: an attempt would only block it.
        if (accounts.credentials(account.id) === null) return false
        return !isQuiet(account.quietHours, now(), banks.profile(account.bankId).timeZone)
      }),
  }
}
