import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Account, AccountSettings, OperationMode } from '../../main/core/accounts/types.ts'
import { createAliasBook } from '../../main/core/aliases/book.ts'
import { createAliases } from '../../main/core/aliases/service.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { missing } from '../../main/core/errors.ts'
import { type CoreEvent, createEvents } from '../../main/core/events.ts'
import type { JobHandler, JobKind } from '../../main/core/jobs/types.ts'
import { parseMinor } from '../../main/core/money.ts'
import { createMovements } from '../../main/core/movements/service.ts'
import type { IncomingMovement, Movement } from '../../main/core/movements/types.ts'
import type { Outcome, OutgoingRequest } from '../../main/core/outgoing/types.ts'
import { createRequests } from '../../main/core/requests/service.ts'
import type { Order, PaymentRequest, RequestStatus } from '../../main/core/requests/types.ts'
import { createSuggestionBook } from '../../main/core/suggestions/book.ts'
import { createSuggestions } from '../../main/core/suggestions/service.ts'
import { recordingLog, testClock } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

/** What an account says about itself; a test changes it in place. */
export interface AccountState {
  readonly id: string
  readonly userId: string
  mode: OperationMode | null
  retryLimit: number
  endpoint: string | null
  authorization: string | null
  method: 'GET' | 'POST'
  body: Record<string, unknown> | null
  matchWithoutSender: boolean
  nearAmountTolerance: number
  matchAcceptance: number | null
  matchMargin: number | null
}

const minor = (text: string): number => {
  const value = parseMinor(text)
  if (value === null) throw new Error(`not an amount: ${text}`)
  return value
}

/** `expect('A-1', 'Juan Pérez')` reads as an order of 1500.00 UYU. */
export const expected = (externalId: string, name: string, amount = '1500.00', currency = 'UYU'): Order => ({
  externalId,
  name,
  amountMinor: minor(amount),
  currency,
})

let arrivals = 0
export const arrived = (
  senderName: string | null,
  change: { id?: string | null; amount?: string; currency?: string; at?: string | number } = {},
): IncomingMovement => {
  arrivals += 1
  const at = change.at ?? '2026-05-12T10:00:00Z'
  return {
    externalId: change.id === undefined ? `T-${arrivals}` : change.id,
    amountMinor: minor(change.amount ?? '1500.00'),
    currency: change.currency ?? 'UYU',
    senderName,
    receivedAt: typeof at === 'number' ? at : Date.parse(at),
  }
}

/** Movements and requests on a real file, with the neighbours as plain records and a clock that moves only when told to. */
export function conciliationWorld(options: { mode?: OperationMode | null } = {}) {
  const clock = testClock()
  const store = createStore(openDatabase(join(tempDir(), 'reconbanker.db')))
  const { db } = store
  onTestFinished(() => {
    db.close()
  })
  const { log, lines } = recordingLog()
  const events = createEvents((error) => {
    throw error
  })
  const seen: CoreEvent[] = []
  events.subscribe((event) => seen.push(event))

  const bankId = randomUUID()
  db.prepare("insert into banks (id, code, name, created_at) values (?, 'bank', 'Bank', 0)").run(bankId)
  const addUser = (): string => {
    const id = randomUUID()
    db.prepare("insert into users (id, email, password_hash, created_at) values (?, ?, 'x', 0)").run(
      id,
      `${id}@example.com`,
    )
    return id
  }
  const userId = addUser()

  const states = new Map<string, AccountState>()
  const addAccount = (owner = userId, name = 'Main account'): AccountState => {
    const id = randomUUID()
    db.prepare('insert into accounts (id, user_id, bank_id, name, created_at) values (?, ?, ?, ?, 0)').run(
      id,
      owner,
      bankId,
      name,
    )
    const state: AccountState = {
      id,
      userId: owner,
      mode: options.mode === undefined ? 'reconcile' : options.mode,
      retryLimit: 3,
      endpoint: 'https://shop.example/pending',
      authorization: 'Bearer top-secret',
      method: 'GET',
      body: null,
      matchWithoutSender: false,
      nearAmountTolerance: 0,
      matchAcceptance: null,
      matchMargin: null,
    }
    states.set(id, state)
    return state
  }
  const account = addAccount()

  const find = (accountId: string): Account | null => {
    const state = states.get(accountId)
    return state
      ? {
          id: state.id,
          userId: state.userId,
          bankId,
          bankCode: 'bank',
          bankName: 'Bank',
          name: 'Main account',
          status: 'active',
          mode: state.mode,
          pausedAt: null,
          quietHours: null,
          scrapeBlockedAt: null,
          scrapeBlockedReason: null,
          fatalStreak: 0,
          createdAt: 0,
        }
      : null
  }
  const settings = (accountId: string): AccountSettings | null => {
    const state = states.get(accountId)
    return state
      ? {
          id: accountId,
          accountId,
          pendingOrdersEndpoint: state.endpoint,
          webhookUrl: 'https://shop.example/hook',
          retryLimit: state.retryLimit,
          pollingMethod: state.method,
          pollingBody: state.body,
          notificationEndpointUrl: null,
          notificationEvents: [],
          notifyOnExpired: false,
          webhookExtraFields: null,
          silentIngestion: false,
          sessionType: 'one-shot',
          loginMode: 'simple',
          matchWithoutSender: state.matchWithoutSender,
          notifyOnUnmatched: true,
          nearAmountTolerance: state.nearAmountTolerance,
          matchAcceptance: state.matchAcceptance,
          matchMargin: state.matchMargin,
        }
      : null
  }
  const accounts = {
    find,
    settings,
    owned(caller: string, accountId: string) {
      const found = find(accountId)
      if (found?.userId !== caller) throw missing('account.missing', 'Account not found')
      return found
    },
    list: (caller: string) => [...states.values()].filter((state) => state.userId === caller),
    active: () => [...states.keys()].flatMap((id) => find(id) ?? []),
    target(accountId: string) {
      const state = states.get(accountId)
      return state?.endpoint ? { url: state.endpoint, authorization: state.authorization } : null
    },
  }

  const decided: PaymentRequest[] = []
  const forwarded: Movement[] = []
  const unmatched: PaymentRequest[] = []
  const resent: string[] = []
  const breakDecisions = { with: null as Error | null }
  const webhooks = {
    requestDecided(request: PaymentRequest) {
      if (breakDecisions.with) throw breakDecisions.with
      decided.push(request)
    },
    requestUnmatched: (request: PaymentRequest) => void unmatched.push(request),
    movementsIngested: (_accountId: string, movements: readonly Movement[]) => void forwarded.push(...movements),
    resendRequest: ({ id }: PaymentRequest) => void resent.push(id),
    resendMovement: ({ id }: Movement) => void resent.push(id),
  }

  const added: { kind: JobKind; accountId: string; subjectId: string; dueAt: number }[] = []
  const handlers = new Map<JobKind, JobHandler>()
  const jobs = {
    add(
      kind: JobKind,
      accountId: string,
      { subjectId = '', dueAt = clock.now() }: { subjectId?: string; dueAt?: number } = {},
    ) {
      added.push({ kind, accountId, subjectId, dueAt })
      return `job-${added.length}`
    },
    register: (kind: JobKind, handler: JobHandler) => void handlers.set(kind, handler),
  }

  const sent: OutgoingRequest[] = []
  const answers: Outcome[] = []
  const outgoing = {
    async send(request: OutgoingRequest): Promise<Outcome> {
      sent.push(request)
      const answer = answers.shift()
      if (!answer) throw new Error('no answer was prepared')
      return answer
    },
  }

  const requests = createRequests({
    store,
    accounts,
    webhooks,
    jobs,
    outgoing,
    events,
    aliases: createAliasBook({ db, now: clock.now }),
    suggestions: createSuggestionBook({ db, now: clock.now }),
    now: clock.now,
    log,
  })
  const aliases = createAliases({ store, accounts, requests, now: clock.now })
  const suggestions = createSuggestions({ store, accounts, requests, events, now: clock.now, log })
  const movements = createMovements({
    store,
    accounts,
    requests,
    webhooks,
    events,
    timeZone: () => 'UTC',
    now: clock.now,
    log,
  })

  const listed = () => requests.list(userId, {}, { limit: 500, offset: 0 }).items
  return {
    store,
    db,
    clock,
    lines,
    seen,
    userId,
    addUser,
    addAccount,
    account,
    accounts,
    webhooks,
    jobs,
    decided,
    unmatched,
    suggestions,
    aliases,
    forwarded,
    resent,
    breakDecisions,
    added,
    handlers,
    sent,
    answers,
    requests,
    movements,
    poll: (...orders: Order[]) => requests.applyPoll(account.id, orders),
    ingest: (...rows: IncomingMovement[]) => movements.ingest(account.id, rows),
    /** External id → status of every request of the first user. */
    statuses: (): Record<string, RequestStatus> =>
      Object.fromEntries(listed().map(({ external_id, status }) => [external_id, status])),
    requestOf: (externalId: string) => {
      const { items } = requests.list(userId, { q: externalId }, { limit: 500, offset: 0 })
      const found = items.find((item) => item.external_id === externalId)
      if (!found) throw new Error(`no request ${externalId}`)
      return requests.detail(userId, found.id)
    },
    movementOf: (externalId: string) => {
      const { items } = movements.list(userId, { q: externalId }, { limit: 500, offset: 0 })
      const found = items.find((item) => item.external_id === externalId)
      if (!found) throw new Error(`no movement ${externalId}`)
      return found
    },
    answer: (body: unknown, change: { status?: number; type?: string } = {}) =>
      void answers.push({
        kind: 'answer',
        status: change.status ?? 200,
        headers: { 'content-type': change.type ?? 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        durationMs: 1,
      }),
  }
}
