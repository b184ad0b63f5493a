import { setTimeout as wait } from 'node:timers/promises'
import { ScriptError } from '../browser/script-room.ts'
import { withinActive } from '../browser/within.ts'
import { messageOf } from '../errors.ts'
import type { IncomingMovement } from '../movements/types.ts'
import type { Clock } from '../ports.ts'
import { day, second } from '../time.ts'
import { categoryOf, RunFailure } from './failures.ts'
import { localTime } from './quiet-hours.ts'
import { loadScript, logIn, type OpenBank, startLimit } from './read-bank.ts'
import { readTransactions } from './transactions.ts'

/** What a persistent session needs from the program around it. */
export interface MonitorJob {
  readonly now: Clock
  readonly pollMs: () => number
  /** Asked before each cycle; an answer ends the session cleanly. */
  readonly endWanted: () => 'stop_requested' | 'max_runtime' | null
  /** Resolves after `ms`, or earlier when something is wanted of the session. */
  readonly pause: (ms: number) => Promise<void>
  /** Browser and script are ready. */
  readonly running: () => void
  readonly authenticated: () => void
  /** Stores new movements; returns how many were new to the account. */
  readonly deliver: (rows: readonly IncomingMovement[]) => Promise<number>
  readonly polled: (found: number) => void
  readonly pollFailed: (error: unknown) => void
}

/**
 * The life of one persistent session (spec 9.5): login, then poll after poll until it is asked to end (the answer) or
 * until the session is over (thrown). A poll that throws is told and the loop goes on: networks fail and come back, and
 * computers sleep.
 */
export async function monitor(bank: OpenBank, job: MonitorJob): Promise<string> {
  const left = startLimit(bank.limits.scriptMs, bank.control.personTimeMs)
  const entered = await loadScript(bank, left)
  if (entered.kind !== 'hooks')
    throw new RunFailure('script_load_failed', 'a persistent account needs a script that returns hooks, not a list')
  const hasKeepAlive = entered.hooks.includes('keepAlive')
  job.running()
  await logIn(bank, left)
  job.authenticated()

  const { recorder } = bank
  const { timeZone, lastExternalId } = bank.facts
  const seen = new Set(lastExternalId === null ? [] : [lastExternalId])
  let bankDay = localTime(job.now(), timeZone).day
  const rows = { succeeded: false, failed: false }

  const keepAlive = async () => {
    if (!hasKeepAlive) return
    try {
      await watched(bank, job, 'keepAlive')
    } catch (error) {
      if (!isOver(bank, error)) return bank.note('keep_alive_failed', { message: messageOf(error) })
      recorder.mark('keep_alive', error)
      throw error
    }
  }

  const cycle = async () => {
    await requireInside(bank, job)
    const all = readTransactions(await watched(bank, job, 'poll'))
    const fresh = all.filter(({ externalId }) => externalId === null || !seen.has(externalId))
    const found = fresh.length > 0 ? await job.deliver(fresh) : 0
    for (const { externalId } of fresh) if (externalId !== null) seen.add(externalId)
    if (!rows.succeeded) recorder.mark('poll', null)
    rows.succeeded = true
    job.polled(found)
    return fresh.length
  }

  for (;;) {
    const end = job.endWanted()
    if (end) return end
    const today = localTime(job.now(), timeZone).day
    if (today !== bankDay) seen.clear()
    bankDay = today
    recorder.pass('poll')
    const fresh = await cycle().catch((error: unknown) => {
      if (isOver(bank, error)) throw error
      if (!rows.failed) recorder.mark('poll', error)
      rows.failed = true
      bank.note('poll_failed', { message: messageOf(error) })
      job.pollFailed(error)
      return 0
    })
    if (fresh === 0) await keepAlive()
    await job.pause(job.pollMs())
  }
}

/** A failure after which the session cannot go on. */
function isOver(bank: OpenBank, error: unknown): boolean {
  if (bank.signal.aborted || !bank.room.isOpen) return true
  const category = error instanceof RunFailure ? error.type : categoryOf(messageOf(error))
  switch (category) {
    case 'watchdog_timeout':
    case 'logged_out':
    case 'login_failed':
    case 'account_locked':
    case 'browser_closed':
    case 'session_killed':
      return true
    default:
      return false
  }
}

async function requireInside(bank: OpenBank, job: MonitorJob): Promise<void> {
  // The page of a lost network is the browser's own; it says nothing about the login.
  if (bank.page.isLost()) await bank.page.reload()
  for (let asked = 1; ; asked += 1) {
    if ((await watched(bank, job, 'isAuthenticated')) === true) return bank.watch.confirm()
    if (bank.page.isLost()) throw new ScriptError('navigation_failed: network: the bank cannot be reached')
    if (asked > 1) throw new RunFailure('logged_out', 'logged_out: the bank ended the session')
    await wait(bank.limits.authCheckMs, undefined, { signal: bank.signal })
  }
}

/** One hook within twice the poll interval; the time of a person who has the page does not count. */
function watched(bank: OpenBank, job: MonitorJob, name: 'isAuthenticated' | 'poll' | 'keepAlive'): Promise<unknown> {
  const limitMs = 2 * job.pollMs()
  const late = () =>
    new RunFailure('watchdog_timeout', `watchdog_timeout: ${name} did not answer within ${limitMs / second} s`)
  return withinActive(limitMs, bank.control.personTimeMs, late, bank.room.hook(name, day))
}
