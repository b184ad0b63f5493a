import { randomUUID } from 'node:crypto'
import type { Account, Accounts, NotificationEvent } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Outgoing } from '../outgoing/types.ts'
import type { Clock, Log } from '../ports.ts'
import { day, iso, minute } from '../time.ts'
import { type NotificationRow, notificationQueries } from './queries.ts'

export interface Notifications {
  /**
   * Queues an operational notification (5.4) in the caller's transaction, if the account has an endpoint and subscribed
   * to `type`. Sent in the background: a dead endpoint never delays a login or a reading.
   */
  add(account: Account, type: NotificationEvent, status: string, data: Readonly<Record<string, unknown>>): void
  start(): void
  stop(): Promise<void>
}

export interface NotificationDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'settings' | 'target'>
  readonly outgoing: Outgoing
  readonly now: Clock
  readonly log: Log
}

const tryAgainAfter = minute
const giveUpAfter = day
const atOnce = 4
const keepFor = 30 * day

export function createNotifications(deps: NotificationDeps): Notifications {
  const { store, accounts, outgoing, now, log } = deps
  const queries = notificationQueries(store.db)
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | null = null
  let started = false

  const wake = () => {
    if (!started || round) return
    clearTimeout(timer)
    round = sendDue()
      .catch((error: unknown) => log.error('notifier_failed', { error: messageOf(error) }))
      .finally(() => {
        round = null
        sleep()
      })
  }

  function sleep(): void {
    if (!started) return
    const next = queries.nextDue()
    if (next === null) return
    timer = setTimeout(wake, Math.max(next - now(), 20))
    timer.unref()
  }

  async function sendDue(): Promise<void> {
    for (;;) {
      const rows = queries.due(now(), atOnce)
      if (rows.length === 0 || !started) return
      await Promise.all(rows.map(send))
    }
  }

  async function send(row: NotificationRow): Promise<void> {
    const target = accounts.target(row.account_id, 'notification')
    const isWanted = accounts.settings(row.account_id)?.notificationEvents.includes(row.type)
    if (!target || !isWanted) {
      queries.finish({ seq: row.seq, state: 'given_up', status: null, error: 'No longer subscribed', at: now() })
      return
    }
    const outcome = await outgoing.send({
      method: 'POST',
      url: target.url,
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-Delivery-Id': row.id,
        ...(target.authorization === null ? {} : { Authorization: target.authorization }),
      },
      body: row.payload,
      maxBodyBytes: 64 * 1024,
      whenLarger: 'cut',
      signal: stopping.signal,
    })
    if (stopping.signal.aborted) return
    const status = outcome.kind === 'answer' ? outcome.status : null
    if (status !== null && status >= 200 && status < 300) {
      queries.finish({ seq: row.seq, state: 'delivered', status, error: null, at: now() })
      return
    }
    const error = outcome.kind === 'failure' ? outcome.message : `The endpoint answered ${status}`
    if (now() + tryAgainAfter - row.created_at > giveUpAfter) {
      queries.finish({ seq: row.seq, state: 'given_up', status, error, at: now() })
      log.warn('notification_given_up', { account: row.account_id, type: row.type, error })
    } else queries.postpone({ seq: row.seq, dueAt: now() + tryAgainAfter, status, error })
  }

  return {
    add(account, type, status, data) {
      const settings = accounts.settings(account.id)
      if (!settings?.notificationEndpointUrl || !settings.notificationEvents.includes(type)) return
      const at = now()
      const payload = JSON.stringify({ account_id: account.id, type, status, data, occurred_at: iso(at) })
      store.write(() => {
        queries.insert({ id: randomUUID(), accountId: account.id, type, status, payload, at })
        store.afterCommit(wake)
      })
    },
    start() {
      started = true
      queries.prune(now() - keepFor)
      wake()
    },
    async stop() {
      started = false
      clearTimeout(timer)
      stopping.abort()
      await round
    },
  }
}
