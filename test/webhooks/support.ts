import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Account, AccountSettings, OperationMode } from '../../main/core/accounts/types.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { type CoreEvent, createEvents } from '../../main/core/events.ts'
import { foldText } from '../../main/core/matching/fold.ts'
import type { Movement } from '../../main/core/movements/types.ts'
import { createOutgoing } from '../../main/core/outgoing/client.ts'
import type { Outgoing } from '../../main/core/outgoing/types.ts'
import type { PaymentRequest, RequestStatus } from '../../main/core/requests/types.ts'
import { createWebhooks, type WebhookService } from '../../main/core/webhooks/service.ts'
import { recordingLog, testClock } from '../support/ports.ts'
import { startReceiver } from '../support/receiver.ts'
import { tempDir } from '../support/temp-dir.ts'

export interface DeliveryRow {
  seq: number
  id: string
  subject_id: string
  event: string
  payload: string
  state: string
  attempts: number
  due_at: number
  last_status: number | null
  last_error: string | null
}

/** What an account says about itself; a test changes it in place. */
export interface AccountState {
  id: string
  userId: string
  mode: OperationMode | null
  url: string
  authorization: string | null
  hasSettings: boolean
  notifyOnExpired: boolean
  notifyOnUnmatched: boolean
  silentIngestion: boolean
  extra: Record<string, unknown> | null
  /** Set when the stored token cannot be opened. */
  damaged: string | null
}

/** Webhooks on a real file, with a receiver and a clock that moves only when told to. */
export async function webhookWorld(options: { mode?: OperationMode; secret?: string; outgoing?: Outgoing } = {}) {
  const file = join(tempDir(), 'reconbanker.db')
  const receiver = await startReceiver()
  onTestFinished(receiver.close)
  const clock = testClock()
  const store = createStore(openDatabase(file))
  const { db } = store
  const { log, lines } = recordingLog()
  const events = createEvents((error) => {
    throw error
  })
  const seen: CoreEvent[] = []
  events.subscribe((event) => seen.push(event))
  const outgoing = options.outgoing ?? createOutgoing({ allowLocal: () => true, log })
  onTestFinished(() => outgoing.close())

  const userId = randomUUID()
  const bankId = randomUUID()
  db.prepare("insert into users (id, email, password_hash, created_at) values (?, 'a@b.c', 'x', 0)").run(userId)
  db.prepare("insert into banks (id, code, name, created_at) values (?, 'bank', 'Bank', 0)").run(bankId)

  const states = new Map<string, AccountState>()
  const addAccount = (change: Partial<AccountState> = {}): AccountState => {
    const state: AccountState = {
      id: randomUUID(),
      userId,
      mode: options.mode ?? 'reconcile',
      url: receiver.url(),
      authorization: null,
      hasSettings: true,
      notifyOnExpired: false,
      notifyOnUnmatched: false,
      silentIngestion: false,
      extra: null,
      damaged: null,
      ...change,
    }
    db.prepare("insert into accounts (id, user_id, bank_id, name, created_at) values (?, ?, ?, 'Main', 0)").run(
      state.id,
      state.userId,
      bankId,
    )
    states.set(state.id, state)
    return state
  }
  const accounts = {
    find: (id: string) => (states.get(id) ?? null) as Account | null,
    settings(id: string): AccountSettings | null {
      const state = states.get(id)
      if (!state?.hasSettings) return null
      const { url, notifyOnExpired, notifyOnUnmatched, silentIngestion, extra } = state
      const settings = {
        webhookUrl: url,
        notifyOnExpired,
        notifyOnUnmatched,
        silentIngestion,
        webhookExtraFields: extra,
      }
      return settings as AccountSettings
    },
    target(id: string) {
      const state = states.get(id)
      if (state?.damaged) throw new Error(state.damaged)
      return state?.hasSettings ? { url: state.url, authorization: state.authorization } : null
    },
  }
  const account = addAccount()

  const sleeps: { at: number; callback: () => void }[] = []
  const create = (): WebhookService => {
    const webhooks = createWebhooks({
      store,
      accounts,
      outgoing,
      events,
      log,
      now: clock.now,
      signingSecret: () => options.secret ?? null,
      wait: (ms, callback) => {
        const sleep = { at: clock.now() + ms, callback }
        sleeps.push(sleep)
        return () => {
          if (sleeps.includes(sleep)) sleeps.splice(sleeps.indexOf(sleep), 1)
        }
      },
    })
    onTestFinished(() => webhooks.stop())
    return webhooks
  }
  const webhooks = create()
  onTestFinished(() => void db.close())

  let made = 0
  const request = (change: Partial<PaymentRequest> = {}): PaymentRequest => {
    made += 1
    const one: PaymentRequest = {
      id: randomUUID(),
      accountId: account.id,
      externalId: `A-${made}`,
      amountMinor: 25050,
      currency: 'USD',
      senderName: 'Ana Ruiz',
      status: 'matched',
      retryCount: 0,
      lastCheckedAt: null,
      createdAt: clock.now(),
      ...change,
    }
    db.prepare(`insert into requests (id, account_id, external_id, amount_minor, currency, sender_name, status, created_at,
      last_seen_at, search_text) values (@id, @accountId, @externalId, @amountMinor, @currency, @senderName, @status,
      @createdAt, @createdAt, @searchText)`).run({
      ...one,
      searchText: foldText(`${one.externalId} ${one.senderName}`),
    })
    return one
  }
  const movement = (change: Partial<Movement> = {}): Movement => {
    made += 1
    const one: Movement = {
      id: randomUUID(),
      accountId: account.id,
      externalId: `T-${made}`,
      amountMinor: 25050,
      currency: 'USD',
      senderName: 'Ana Ruiz',
      receivedAt: Date.parse('2026-04-02T09:05:00.000Z'),
      excludedAt: null,
      notifiedAt: null,
      ...change,
    }
    db.prepare(`insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, sender_name,
      received_at, ingested_at, search_text) values (@id, @accountId, @externalId, '', @amountMinor, @currency,
      @senderName, @receivedAt, 0, '')`).run(one)
    return one
  }
  const match = (requestId: string, movementId: string) => {
    const id = randomUUID()
    db.prepare(`insert into matches (id, account_id, request_id, bank_transaction_id, matched_by, matched_at, created_at)
      values (?, ?, ?, ?, 'engine', ?, ?)`).run(id, account.id, requestId, movementId, clock.now(), clock.now())
    return id
  }

  const deliveries = () => db.prepare('select * from deliveries order by seq').all() as DeliveryRow[]
  const world = {
    file,
    store,
    db,
    receiver,
    clock,
    lines,
    seen,
    account,
    accounts,
    addAccount,
    webhooks,
    create,
    userId,
    sleeps,
    request,
    movement,
    match,
    deliveries,
    setStatus: (one: PaymentRequest, status: RequestStatus): PaymentRequest => {
      db.prepare('update requests set status = ? where id = ?').run(status, one.id)
      return { ...one, status }
    },
    decided: (...requests: PaymentRequest[]) =>
      store.write(() => {
        for (const one of requests) webhooks.requestDecided(one)
      }),
    ingested: (...movements: Movement[]) => store.write(() => webhooks.movementsIngested(account.id, movements)),
    attempts: () => db.prepare('select * from delivery_attempts order by seq').all() as Record<string, unknown>[],
    deadLetters: () => db.prepare('select * from dead_letters order by failed_at').all() as Record<string, unknown>[],
    movementRow: (id: string) =>
      db.prepare('select notified_at from movements where id = ?').get(id) as { notified_at: number | null },
    isNotified: (matchId: string) =>
      (db.prepare('select is_notified from matches where id = ?').get(matchId) as { is_notified: number }).is_notified,
    /** Moves the clock to the next time the deliverer asked to be woken, and wakes it. */
    async nextSleep() {
      await until(() => sleeps.length > 0, 'a planned wake-up')
      const next = sleeps.reduce((first, sleep) => (sleep.at < first.at ? sleep : first))
      sleeps.splice(sleeps.indexOf(next), 1)
      clock.set(Math.max(next.at, clock.now()))
      next.callback()
      return next.at
    },
    settled: (count = deliveries().length, ...states: string[]) =>
      until(
        () =>
          deliveries().filter((row) => (states.length ? states : ['delivered', 'dead', 'dropped']).includes(row.state))
            .length >= count,
        `${count} deliveries ${states.join('/') || 'settled'}`,
      ),
  }
  return world
}

export type WebhookWorld = Awaited<ReturnType<typeof webhookWorld>>

/** Waits for a condition, not for a time. */
export async function until(holds: () => boolean, what: string, timeoutMs = 10_000): Promise<void> {
  const limit = performance.now() + timeoutMs
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`waited in vain for ${what}`)
    await new Promise((done) => setTimeout(done, 2))
  }
}
