import type { Account, AccountSettings, Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import type { Movement } from '../movements/types.ts'
import { orderedId } from '../ordered-id.ts'
import type { Clock } from '../ports.ts'
import type { PaymentRequest } from '../requests/types.ts'
import { outboxQueries, type SubjectDelivery } from './outbox-queries.ts'
import { movementPayload, requestPayload } from './payloads.ts'
import type { DeliveryEvent, SubjectType } from './types.ts'

/** What is to be told about one subject. */
export interface Telling {
  readonly accountId: string
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly event: DeliveryEvent
  readonly payload: string
}

export interface Outbox {
  requestDecided(request: PaymentRequest): void
  requestUnmatched(request: PaymentRequest): void
  movementsIngested(accountId: string, movements: readonly Movement[]): void
  movementsRemoved(movementIds: readonly string[]): void
  resendRequest(request: PaymentRequest): void
  resendMovement(movement: Movement): void
  /** Sends again as the newest of its subject, at once; what still waited for the subject is replaced. */
  resend(telling: Telling): void
  /** Makes what waits for its next attempt due now; returns how many. */
  retryNow(accountId: string): number
}

export interface OutboxDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'settings'>
  readonly now: Clock
  /** Called after the commit, possibly many times for one account. */
  readonly wake: (accountId: string) => void
  readonly isOnWire: (seq: number) => boolean
}

const noSender = 'The movement has no sender name: only movements with a sender are forwarded'
const noSettings = 'The account has no settings saved, so there is no webhook address'
const removed = 'The movement was taken back with the import that had brought it'
const notPassthrough = 'Movements are forwarded only in direct notification mode'

const tellable: readonly string[] = ['matched', 'ambiguous', 'expired'] satisfies DeliveryEvent[]

type Event = Exclude<DeliveryEvent, 'movement'>

const eventOf = (request: PaymentRequest): Event | null =>
  tellable.includes(request.status) ? (request.status as Event) : null

/** Queues what is to be told, with the payload fixed now, inside the transaction of the fact (spec 2.6, 5.3). */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { store, now, wake } = deps
  const queries = outboxQueries(store.db)
  const contexts = createContexts(deps)

  const wakeAfterCommit = (accountId: string) => store.afterCommit(() => wake(accountId))

  const queue = (telling: Telling, manual: 0 | 1, refusal: string | null = null) => {
    const at = now()
    queries.insert({
      id: orderedId(at),
      accountId: telling.accountId,
      subjectType: telling.subjectType,
      subjectId: telling.subjectId,
      event: telling.event,
      payload: telling.payload,
      state: refusal === null ? 'queued' : 'dropped',
      manual,
      lastError: refusal,
      at,
    })
    if (refusal === null) wakeAfterCommit(telling.accountId)
  }

  const aboutRequest = (request: PaymentRequest, event: Event): Telling => ({
    accountId: request.accountId,
    subjectType: 'conciliation_request',
    subjectId: request.id,
    event,
    payload: requestPayload(
      { ...request, status: event },
      contexts.of(request.accountId).settings?.webhookExtraFields ?? null,
    ),
  })
  const aboutMovement = (movement: Movement): Telling => ({
    accountId: movement.accountId,
    subjectType: 'bank_transaction',
    subjectId: movement.id,
    event: 'movement',
    payload: movementPayload(movement, contexts.of(movement.accountId).settings?.webhookExtraFields ?? null),
  })
  const movementRefusal = (movement: Movement): string | null => {
    const { account, settings } = contexts.of(movement.accountId)
    if (account?.mode !== 'passthrough') return notPassthrough
    if (settings === null) return noSettings
    return (movement.senderName ?? '').trim() === '' ? noSender : null
  }

  const resend = (telling: Telling) =>
    store.write(() => {
      const at = now()
      const known = queries.ofSubject(telling.subjectType, telling.subjectId)
      const newest = known.at(-1)
      const isSame = newest?.event === telling.event && newest.payload === telling.payload
      const again = newest && isSame && canGoAgain(newest.state) && !deps.isOnWire(newest.seq) ? newest : null
      for (const older of known) {
        const isPending = older.state === 'queued' || older.state === 'waiting'
        if (isPending && older !== again && !deps.isOnWire(older.seq)) queries.replace(older.seq, at)
      }
      if (telling.subjectType === 'bank_transaction') queries.markNotified(telling.subjectId, null)
      // The same delivery keeps its id, so that a receiver which did get it can tell.
      if (again) {
        queries.requeue(again.seq, at)
        wakeAfterCommit(telling.accountId)
      } else queue(telling, 1)
    })

  return {
    requestDecided(request) {
      const event = eventOf(request)
      if (event === null) return
      const { account, settings } = contexts.of(request.accountId)
      if (account?.mode !== 'reconcile') return
      if (event === 'expired' && !settings?.notifyOnExpired) return
      if (queries.isTold(request.id, event, request.createdAt)) return
      queue(aboutRequest(request, event), 0, settings === null ? noSettings : null)
    },

    requestUnmatched(request) {
      const { account, settings } = contexts.of(request.accountId)
      if (account?.mode !== 'reconcile' || !settings?.notifyOnUnmatched) return
      queue(aboutRequest(request, 'unmatched'), 0)
    },

    movementsIngested(accountId, movements) {
      const { account, settings } = contexts.of(accountId)
      if (account?.mode !== 'passthrough') return
      for (const movement of movements) {
        if (settings?.silentIngestion) queries.markNotified(movement.id, now())
        else queue(aboutMovement(movement), 0, movementRefusal(movement))
      }
    },

    movementsRemoved(movementIds) {
      const at = now()
      for (const id of movementIds)
        for (const { seq, state } of queries.ofSubject('bank_transaction', id))
          if ((state === 'queued' || state === 'waiting') && !deps.isOnWire(seq)) queries.drop(seq, removed, at)
    },

    resendRequest(request) {
      const event = eventOf(request)
      if (event === null) return
      const { account, settings } = contexts.of(request.accountId)
      if (account?.mode !== 'reconcile') return
      if (settings === null) queue(aboutRequest(request, event), 1, noSettings)
      else resend(aboutRequest(request, event))
    },

    resendMovement(movement) {
      const refusal = movementRefusal(movement)
      if (refusal === null) resend(aboutMovement(movement))
      else queue(aboutMovement(movement), 1, refusal)
    },

    resend,

    retryNow(accountId) {
      const count = queries.hasten(accountId, now())
      if (count > 0) wakeAfterCommit(accountId)
      return count
    },
  }
}

const canGoAgain = (state: SubjectDelivery['state']) => state === 'queued' || state === 'waiting' || state === 'dead'

interface Context {
  readonly account: Account | null
  readonly settings: AccountSettings | null
}

/** Account and settings are read once per transaction, not once per row of ten thousand. */
function createContexts({ store, accounts }: Pick<OutboxDeps, 'store' | 'accounts'>) {
  const known = new Map<string, Context>()
  const forget = () => known.clear()
  return {
    of(accountId: string): Context {
      const found = known.get(accountId)
      if (found) return found
      const context = { account: accounts.find(accountId), settings: accounts.settings(accountId) }
      known.set(accountId, context)
      store.afterCommit(forget)
      // A transaction that is rolled back drops its callbacks.
      queueMicrotask(forget)
      return context
    },
  }
}
