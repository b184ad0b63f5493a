import { randomUUID } from 'node:crypto'
import type { Accounts } from '../accounts/types.ts'
import type { OtpDescriptor } from '../browser/room-door.ts'
import type { Store } from '../db/store.ts'
import { AppError, missing } from '../errors.ts'
import type { CoreEventType, Events } from '../events.ts'
import type { Clock } from '../ports.ts'
import { iso, second } from '../time.ts'
import { type AssistanceEnd, type AssistanceRow, type AssistanceType, assistanceQueries } from './assistance-queries.ts'

/** What a waiting login shows to a person or an outside service. */
export interface PendingAssistance {
  readonly id: string
  readonly type: AssistanceType
  readonly descriptor: Record<string, unknown>
  readonly attempts: number
  /** ms UTC */
  readonly expiresAt: number
}

export interface Assistance {
  pending(accountId: string): PendingAssistance | null
  /**
   * Waits for a code (spec 2.4): windows of 120 s, after each of them `resend` at most three times, then `expired` and
   * `auth_timeout`. Asked again within one login, the last code counts as refused; the sixth time the login fails.
   */
  requestCode(ask: CodeQuestion): Promise<string>
  /** Opens a request for a step that only a person can do in the page; ended by `fulfil`, `cancel` or its deadline. */
  requestPage(ask: { accountId: string; runId: string | null; prompt: string; deadlineMs: number }): void
  /** Hands a code to the waiting login. 404 when none waits. Not stored, not logged. */
  submit(accountId: string, code: string): void
  /** The bank let the login in. */
  fulfil(accountId: string): void
  cancel(accountId: string): void
  expire(accountId: string): void
  /** At start: whatever was pending died with the last run. */
  cancelLeftovers(): number
}

export interface CodeQuestion {
  readonly accountId: string
  readonly runId: string | null
  readonly descriptor: OtpDescriptor
  readonly resend?: () => Promise<void>
  readonly signal: AbortSignal
}

export interface AssistanceDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find'>
  readonly events: Events
  readonly now: Clock
  readonly windowMs?: number
}

const resendsAllowed = 3
const codesPerLogin = 5
const defaultWindowMs = 120 * second

interface Waiting {
  /** Codes handed to this login so far. */
  given: number
  /** A code that arrived while nobody was asking: between two windows, or while the last one is tried. */
  early: string | null
  /** The code that the bank looks at now: who hands it in as well, at the same moment, adds nothing. */
  tried: string | null
  deliver: ((code: string) => void) | null
}

const ended = {
  fulfilled: 'assistance.fulfilled',
  expired: 'assistance.expired',
  cancelled: 'assistance.cancelled',
} as const satisfies Record<AssistanceEnd, CoreEventType>

/** One-time codes and steps for a person: one service for the window and for outside services, one row per account. */
export function createAssistance(deps: AssistanceDeps): Assistance {
  const { store, accounts, events, now, windowMs = defaultWindowMs } = deps
  const queries = assistanceQueries(store.db)
  const waiting = new Map<string, Waiting>()

  const announce = (type: CoreEventType, accountId: string, data: Record<string, unknown>) => {
    const account = accounts.find(accountId)
    if (account) events.emit({ type, userId: account.userId, accountId, data, occurredAt: iso(now()) })
  }
  const announceRequest = (row: AssistanceRow, resent: boolean) =>
    announce('assistance.requested', row.account_id, {
      requestId: row.id,
      type: row.type,
      descriptor: JSON.parse(row.descriptor),
      attempts: row.attempts,
      ...(resent ? { resent: true } : {}),
    })

  function open(
    ask: { accountId: string; runId: string | null },
    type: AssistanceType,
    descriptor: unknown,
    deadline: number,
  ): AssistanceRow {
    const found = queries.pending(ask.accountId)
    // The bank took the code and now wants something else of a person: that is another request.
    if (found && found.type !== type) {
      end(ask.accountId, 'fulfilled')
      return open(ask, type, descriptor, deadline)
    }
    const text = JSON.stringify(descriptor)
    if (found) queries.askAgain({ id: found.id, descriptor: text, at: now(), expiresAt: deadline })
    else queries.insert({ id: randomUUID(), ...ask, type, descriptor: text, at: now(), expiresAt: deadline })
    const row = queries.pending(ask.accountId)
    if (!row) throw new Error('the assistance request is missing after it was stored')
    announceRequest(row, false)
    return row
  }

  function end(accountId: string, status: AssistanceEnd): void {
    const row = queries.pending(accountId)
    waiting.delete(accountId)
    if (row && queries.end(row.id, status, now())) announce(ended[status], accountId, { requestId: row.id })
  }

  /** One window: the code, or `null` when it stayed empty. Rejects when the login ends. */
  const waitOnce = (entry: Waiting, signal: AbortSignal): Promise<string | null> =>
    new Promise((resolve, reject) => {
      if (entry.early !== null) {
        entry.tried = entry.early
        entry.early = null
        resolve(entry.tried)
        return
      }
      const finish = (act: () => void) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', aborted)
        entry.deliver = null
        act()
      }
      const aborted = () =>
        finish(() => reject(new AppError('unavailable', 'login.ended', 'The login ended while it waited for a code')))
      const timer = setTimeout(() => finish(() => resolve(null)), windowMs)
      entry.deliver = (code) => {
        entry.tried = code
        finish(() => resolve(code))
      }
      if (signal.aborted) aborted()
      else signal.addEventListener('abort', aborted, { once: true })
    })

  return {
    pending(accountId) {
      const row = queries.pending(accountId)
      if (!row) return null
      const { id, type, attempts } = row
      return { id, type, descriptor: JSON.parse(row.descriptor), attempts, expiresAt: row.expires_at }
    },

    async requestCode(ask) {
      const entry = waiting.get(ask.accountId) ?? { given: 0, early: null, tried: null, deliver: null }
      if (entry.given >= codesPerLogin) {
        end(ask.accountId, 'cancelled')
        throw new AppError(
          'unavailable',
          'login.codeRefused',
          `login_failed: code_refused: the bank refused ${codesPerLogin} codes`,
        )
      }
      const row = open(ask, 'otp', ask.descriptor, now() + windowMs * (resendsAllowed + 1))
      waiting.set(ask.accountId, entry)
      for (let resends = 0; ; resends += 1) {
        const code = await waitOnce(entry, ask.signal)
        if (code !== null) {
          entry.given += 1
          return code
        }
        if (resends === resendsAllowed) break
        await ask.resend?.()
        queries.askAgain({ id: row.id, descriptor: row.descriptor, at: now(), expiresAt: row.expires_at })
        const again = queries.pending(ask.accountId)
        if (again) announceRequest(again, true)
      }
      end(ask.accountId, 'expired')
      throw new AppError('unavailable', 'login.codeMissing', 'auth_timeout: code_missing: no code was given in time')
    },

    requestPage(ask) {
      open(ask, 'page', { purpose: ask.prompt }, now() + ask.deadlineMs)
    },

    submit(accountId, code) {
      const row = queries.pending(accountId)
      if (row?.type !== 'otp') throw missing('assistance.missing', 'No pending assistance request for this account')
      const entry = waiting.get(accountId)
      if (entry?.deliver) entry.deliver(code)
      else if (entry) entry.early = code === entry.tried ? entry.early : code
      else waiting.set(accountId, { given: 0, early: code, tried: null, deliver: null })
    },

    fulfil: (accountId) => end(accountId, 'fulfilled'),
    cancel: (accountId) => end(accountId, 'cancelled'),
    expire: (accountId) => end(accountId, 'expired'),
    cancelLeftovers: () => queries.cancelAll(now()),
  }
}
