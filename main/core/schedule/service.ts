import cron, { type ScheduledTask } from 'node-cron'
import type { AccountService } from '../accounts/service.ts'
import type { Account } from '../accounts/types.ts'
import { messageOf } from '../errors.ts'
import type { Jobs } from '../jobs/types.ts'
import type { Clock, Log } from '../ports.ts'
import type { Requests } from '../requests/types.ts'
import type { Sessions } from '../sessions/types.ts'
import type { Settings } from '../settings/service.ts'
import { day, second } from '../time.ts'

export type ScheduledName =
  | 'poll-orders'
  | 'one-shot-scrape'
  | 'session-upkeep'
  | 'expire-requests'
  | 'prune-runs'
  | 'verify-books'

interface Line {
  readonly name: ScheduledName
  readonly everyMs: () => number
  readonly act: () => void
}

export interface Schedule {
  /** Runs every line once, in order, then each on its own interval. */
  start(): void
  stop(): Promise<void>
  /** When a line is due next, ms UTC; `null` while stopped. */
  nextAt(name: ScheduledName): number | null
  pauseAll(paused: boolean): void
}

export interface ScheduleDeps {
  readonly accounts: AccountService
  readonly jobs: Jobs
  readonly requests: Requests
  readonly sessions: Sessions
  readonly settings: Settings
  /** False in quiet hours, for a bank without a script, and for an account without a stored bank login. */
  readonly canRead: (accountId: string) => boolean
  /** Looks whether closed books are still as they were closed, unless that was done today. */
  readonly verifyBooks: () => void
  readonly now: Clock
  readonly log: Log
}

/**
 * The cron table of spec 4. One cron tick every five seconds asks which lines are due, since intervals are settings in
 * seconds (75 s has no cron expression); a line only inserts rows or moves states. A failing tick never stops the timer.
 */
export function createSchedule(deps: ScheduleDeps): Schedule {
  const { accounts, jobs, requests, sessions, settings, now, log } = deps
  const isOneShot = ({ id }: Account) => accounts.settings(id)?.sessionType !== 'persistent'
  const lines: readonly Line[] = [
    {
      name: 'poll-orders',
      everyMs: () => settings.get().polling_interval_seconds * second,
      act: () => {
        for (const account of accounts.active())
          if (account.mode === 'reconcile' && !account.pausedAt && accounts.settings(account.id)?.pendingOrdersEndpoint)
            jobs.add('poll', account.id)
      },
    },
    {
      name: 'one-shot-scrape',
      everyMs: () => settings.get().scrape_interval_seconds * second,
      act: () => {
        for (const account of accounts.active())
          if (!account.scrapeBlockedAt && !account.pausedAt && isOneShot(account) && deps.canRead(account.id))
            jobs.add('scrape', account.id)
      },
    },
    {
      name: 'session-upkeep',
      everyMs: () => settings.get().session_upkeep_seconds * second,
      act: () => sessions.upkeep(),
    },
    {
      name: 'expire-requests',
      everyMs: () => settings.get().expire_interval_seconds * second,
      act: () => requests.expireStale(),
    },
    { name: 'prune-runs', everyMs: () => day, act: () => sessions.pruneRuns() },
    { name: 'verify-books', everyMs: () => day, act: deps.verifyBooks },
  ]
  const lastRun = new Map<ScheduledName, number>()
  let task: ScheduledTask | undefined
  let paused = false

  const run = (line: Line) => {
    lastRun.set(line.name, now())
    try {
      line.act()
    } catch (error) {
      log.error('tick_failed', { line: line.name, error: messageOf(error) })
    }
  }
  const dueAt = (line: Line) => (lastRun.get(line.name) ?? 0) + line.everyMs()
  // A clock that was set back must not stop the table until it has caught up.
  const isDue = (line: Line) => dueAt(line) <= now() || (lastRun.get(line.name) ?? 0) > now()

  return {
    start() {
      for (const line of lines) run(line)
      const tick = () => {
        if (paused) return
        for (const line of lines) if (isDue(line)) run(line)
      }
      // A computer that slept has missed ticks; the next one finds what is due.
      task = cron.schedule('*/5 * * * * *', tick, { name: 'table', noOverlap: true, suppressMissedWarning: true })
    },
    async stop() {
      await task?.destroy()
      task = undefined
    },
    nextAt(name) {
      const line = lines.find((candidate) => candidate.name === name)
      return task && line && !paused ? dueAt(line) : null
    },
    pauseAll(value) {
      paused = value
    },
  }
}
