import { randomUUID } from 'node:crypto'
import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { conflict, missing } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Outgoing } from '../outgoing/types.ts'
import type { Clock, Log } from '../ports.ts'
import { second } from '../time.ts'
import { createDeliverer, type Wait } from './deliverer.ts'
import { createExchange, type Exchanged } from './exchange.ts'
import {
  type AttemptListRow,
  type DeadLetterRow,
  type DeliveryFilter,
  type DeliveryRow,
  listQueries,
  type ResendRow,
} from './list-queries.ts'
import { holdDeliveries } from './only-deliverer.ts'
import { createOutbox } from './outbox.ts'
import { movementPayload, requestPayload } from './payloads.ts'
import type { Webhooks } from './types.ts'

/** What the routes of this feature may do beside what other features may ask. */
export interface WebhookService extends Webhooks {
  /** After the address or token was corrected: what waits for its next attempt goes now. Returns how many. */
  retryNow(accountId: string): number
  /** One page, newest first, and how many there are in all. */
  list(userId: string, filter: DeliveryFilter, page: Page): { total: number; rows: DeliveryRow[] }
  /** The whole filtered list, some hundred rows a call. */
  export(userId: string, filter: DeliveryFilter): () => DeliveryRow[]
  /** One delivery as the lists show it; a foreign one is 404. */
  one(userId: string, deliveryId: string): DeliveryRow
  attempts(userId: string, deliveryId: string): AttemptListRow[]
  deadLetters(accountId: string): DeadLetterRow[]
  /** Sends one delivery again; 409 when it no longer says what is true. */
  resend(userId: string, deliveryId: string): void
  /** Sends again what was given up and is still true; returns how many. */
  resendDead(userId: string, accountId: string | null): number
  /** Sends an example of the owner's mode now. Nothing is stored. */
  sendTest(accountId: string): Promise<Exchanged>
}

interface Page {
  readonly limit: number
  readonly offset: number
}

export interface WebhookDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'settings' | 'target'>
  readonly outgoing: Outgoing
  readonly events: Events
  readonly now: Clock
  readonly log: Log
  /** Key of the signature headers; `null` leaves them out. */
  readonly signingSecret?: () => string | null
  readonly wait?: Wait
}

const realWait: Wait = (ms, callback) => {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

const lookForFreeLock = 5 * second

export function createWebhooks(deps: WebhookDeps): WebhookService {
  const { store, accounts, outgoing, events, now, log } = deps
  const lists = listQueries(store.db)
  const exchange = createExchange({ outgoing, now, signingSecret: deps.signingSecret ?? (() => null) })
  const deliverer = createDeliverer({ store, accounts, exchange, events, now, log, wait: deps.wait ?? realWait })
  const outbox = createOutbox({ store, accounts, now, wake: deliverer.wake, isOnWire: deliverer.isOnWire })
  let release: (() => void) | null = null
  let lookAgain: NodeJS.Timeout | null = null

  const start = () => {
    release = holdDeliveries(store.db.name)
    if (release) return deliverer.start()
    log.info('another_process_delivers')
    lookAgain = setTimeout(start, lookForFreeLock)
  }

  const owned = (userId: string, deliveryId: string): ResendRow => {
    const row = lists.one(userId, deliveryId)
    if (!row) throw missing('delivery.missing', 'Delivery not found')
    return row
  }

  return {
    requestDecided: outbox.requestDecided,
    requestUnmatched: outbox.requestUnmatched,
    movementsIngested: outbox.movementsIngested,
    movementsRemoved: outbox.movementsRemoved,
    resendRequest: outbox.resendRequest,
    resendMovement: outbox.resendMovement,
    retryNow: outbox.retryNow,
    start,

    async stop() {
      if (lookAgain) clearTimeout(lookAgain)
      await deliverer.stop()
      release?.()
      release = null
    },

    list: (userId, filter, { limit, offset }) => ({
      total: lists.count(userId, filter),
      rows: lists.page(userId, filter, limit, offset),
    }),
    export: lists.pages,
    one(userId, id) {
      const [row] = lists.page(userId, { id }, 1, 0)
      if (!row) throw missing('delivery.missing', 'Delivery not found')
      return row
    },
    deadLetters: lists.deadLetters,
    attempts: (userId, deliveryId) => lists.attempts(owned(userId, deliveryId).id),

    resend(userId, deliveryId) {
      const row = owned(userId, deliveryId)
      const obsolete = whyObsolete(row)
      if (obsolete !== null) throw conflict('delivery.obsolete', obsolete)
      outbox.resend(row)
    },

    resendDead: (userId, accountId) =>
      store.write(() => {
        const rows = lists.dead(userId, accountId).filter((row) => whyObsolete(row) === null)
        for (const row of rows) outbox.resend(row)
        return rows.length
      }),

    async sendTest(accountId) {
      const target = accounts.target(accountId, 'webhook')
      if (!target) throw conflict('webhook.notConfigured', 'Save the settings with a webhook address first')
      const payload = samplePayload(
        accounts.find(accountId)?.mode ?? 'reconcile',
        accounts.settings(accountId)?.webhookExtraFields ?? null,
        now(),
      )
      const done = await exchange(target, payload, randomUUID())
      log.info('test_sent', { accountId, status: done.status, durationMs: done.durationMs })
      return done
    },
  }
}

/** An undone match leaves its request not found. */
const statusAfter = (event: ResendRow['event']) => (event === 'unmatched' ? 'not_found' : event)

/** Sending an old result again would tell the receiver something that is no longer so. */
function whyObsolete(row: ResendRow): string | null {
  if (row.isNewest === 0) return 'A newer delivery about the same subject exists; send that one again'
  if (row.subjectType === 'conciliation_request' && row.requestStatus !== statusAfter(row.event))
    return `The request is no longer ${row.event}, so this result is not sent again`
  return null
}

const samplePayload = (mode: 'reconcile' | 'passthrough', extra: Record<string, unknown> | null, at: number) => {
  const sample = { amountMinor: 25050, currency: 'USD', senderName: 'Ana Ruiz' }
  return mode === 'reconcile'
    ? requestPayload({ ...sample, externalId: 'TEST-1', status: 'matched' }, extra)
    : movementPayload({ ...sample, id: '00000000-0000-4000-8000-000000000000', receivedAt: at }, extra)
}
