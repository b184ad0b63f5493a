import type { z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import type { AliasBook } from '../aliases/types.ts'
import type { Store } from '../db/store.ts'
import { missing } from '../errors.ts'
import type { Events } from '../events.ts'
import type { requestDetailSchema } from '../http/payment-schemas.ts'
import type { Jobs } from '../jobs/types.ts'
import { createNameReader } from '../matching/prepared-names.ts'
import type { Outgoing } from '../outgoing/types.ts'
import type { Clock, Log } from '../ports.ts'
import type { SuggestionBook } from '../suggestions/types.ts'
import { day } from '../time.ts'
import type { Webhooks } from '../webhooks/types.ts'
import { createActs } from './acts.ts'
import { createApplyPoll } from './apply-poll.ts'
import { type CandidateItem, createCandidates } from './candidates.ts'
import { requestDetails } from './detail.ts'
import { createEvaluation, decideSettings } from './evaluation.ts'
import { distinctGroups, type Group } from './group.ts'
import { checkTransition, isTerminal } from './lifecycle.ts'
import { type ExportedRequest, type RequestFilter, type RequestItem, requestLists } from './list.ts'
import { createManual } from './manual.ts'
import { createPoll, pollJob } from './poll.ts'
import { pollQueries } from './poll-queries.ts'
import { requestQueries } from './queries.ts'
import { refusalBook } from './refusals.ts'
import { createRefuse } from './refuse.ts'
import type { PaymentRequest, Requests, SplitLeg } from './types.ts'
import { createWantedBy, type WantedBy } from './wanted-by.ts'

type RequestDetail = z.infer<typeof requestDetailSchema>

/** What the routes of this feature may do beside what other features may ask. A foreign request is 404 as if missing. */
export interface RequestService extends Requests {
  /** One page, newest registration first, and how many there are in all. */
  list(userId: string, filter: RequestFilter, page: { limit: number; offset: number }): RequestPage
  /** The whole filtered list, some hundred rows a call. */
  export(userId: string, filter: RequestFilter): () => ExportedRequest[]
  detail(userId: string, requestId: string): RequestDetail
  /** What a person may choose from now, best first; with `q` the free movements that hold its words. */
  candidates(userId: string, requestId: string, q?: string): CandidateItem[]
  runNow(userId: string, requestId: string): void
  /** Sends the result webhook again where there is one. */
  resend(userId: string, requestId: string): void
  choose(userId: string, requestId: string, movementId: string): RequestDetail
  /** One movement for several requests or the reverse; what the legs settle adds up, or it is a 409. */
  split(userId: string, legs: readonly SplitLeg[]): void
  undo(userId: string, requestId: string): RequestDetail
  /** Open requests that a movement comes near, best first: why nothing took it. */
  wantedBy(userId: string, movementId: string): WantedBy[]
  /** None of these pays it; without `movementIds` none of those that could be chosen now. 409 unless it is ambiguous. */
  refuse(userId: string, requestId: string, movementIds?: readonly string[]): RequestDetail
  /** The refusal stands no more: the request is a question again. */
  takeBackRefusal(userId: string, requestId: string, refusalId: string): RequestDetail
  note(userId: string, requestId: string, note: string | null): RequestDetail
}

export interface RequestPage {
  readonly total: number
  readonly items: RequestItem[]
}

export interface RequestDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'owned' | 'active' | 'settings' | 'target'>
  readonly webhooks: Pick<Webhooks, 'requestDecided' | 'requestUnmatched' | 'resendRequest'>
  readonly jobs: Pick<Jobs, 'add' | 'register'>
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly aliases: AliasBook
  readonly suggestions: SuggestionBook
  readonly events: Events
  readonly now: Clock
  readonly log: Log
}

const staleAfter = 5 * day
const mostExpiredPerRun = 500

/** Expected payments: polling, evaluation, life cycle, manual decisions. Registers the jobs `poll` and `evaluate`. */
export function createRequests(deps: RequestDeps): RequestService {
  const { store, accounts, webhooks, jobs, now, log } = deps
  const queries = requestQueries(store.db)
  const polls = pollQueries(store.db)
  const lists = requestLists(store.db)
  const details = requestDetails(store.db)
  const settings = (accountId: string) => decideSettings(accounts.settings(accountId))
  const wantedBy = createWantedBy({ db: store.db, settings, aliases: deps.aliases })
  const candidates = createCandidates({ db: store.db, settings, aliases: deps.aliases })
  const prepare = createNameReader()
  const groupsOf = (accountId: string, customerKey?: string): Group[] => {
    const waiting = queries.waiting(accountId)
    if (customerKey === undefined) return distinctGroups(waiting)
    return distinctGroups(waiting.filter(({ senderName }) => prepare(senderName).key === customerKey))
  }
  const evaluation = createEvaluation({ ...deps, openGroups: (accountId) => groupsOf(accountId) })
  const act = createActs({ db: store.db, now })
  const manual = createManual({ ...deps, queries, evaluation, settings, act, groupsOf })
  const refusals = createRefuse({ store, queries, refusals: refusalBook(store.db), evaluation, act, now })
  const applyPoll = createApplyPoll({ store, accounts, queries, polls, evaluation, now })
  const poll = createPoll({ ...deps, polls, applyPoll: applyPoll.inSlices })
  jobs.register('poll', pollJob(poll))
  jobs.register('evaluate', evaluation.job)

  function owned(userId: string, requestId: string): PaymentRequest {
    const request = queries.ofUser(userId, requestId)
    if (!request) throw missing('request.missing')
    return request
  }

  function detail(userId: string, requestId: string): RequestDetail {
    const item = lists.one(userId, requestId)
    if (!item) throw missing('request.missing')
    return { ...item, ...details(requestId) }
  }

  const checkAccount = (userId: string, { accountId }: RequestFilter) => {
    if (accountId !== undefined) accounts.owned(userId, accountId)
  }

  function evaluateOne(requestId: string): void {
    store.write(() => {
      const request = queries.find(requestId)
      if (request && !isTerminal(request.status)) evaluation.run(request.accountId, [request], requestId)
    })
  }

  return {
    movementsArrived: (accountId, arrived) => evaluation.run(accountId, distinctGroups(arrived)),
    movementsLeave(userId, movementIds) {
      for (const movementId of movementIds) {
        const requestId = queries.matchedWith(movementId)
        const request = requestId === null ? null : queries.find(requestId)
        if (request) manual.undo(userId, request)
        queries.keepActsOf(movementId)
      }
    },
    poll: (accountId) => poll(accountId),
    applyPoll: applyPoll.atOnce,
    evaluateOne,
    detail,

    expireStale: () =>
      store.write(() => {
        const stale = queries.stale(now() - staleAfter, mostExpiredPerRun)
        for (const request of stale) {
          checkTransition(request.status, 'expired')
          queries.setStatus(request.id, 'expired')
          webhooks.requestDecided({ ...request, status: 'expired' })
        }
        for (const [accountId, rows] of Map.groupBy(stale, (request) => request.accountId))
          evaluation.announce(
            accountId,
            rows.map(({ id }) => ({ id, status: 'expired' })),
          )
        if (stale.length > 0) log.info('expired', { count: stale.length })
        return stale.length
      }),

    decideAgain(accountId, customerKey) {
      if (accounts.find(accountId)?.mode === 'reconcile') evaluation.runAll(accountId, groupsOf(accountId, customerKey))
    },

    sweep() {
      for (const account of accounts.active()) {
        if (account.mode !== 'reconcile') continue
        const groups = evaluation.unprocessed(account.id)
        if (groups.length === 0) continue
        log.info('sweeping', { account: account.id, groups: groups.length })
        evaluation.runAll(account.id, groups)
      }
    },

    list(userId, filter, { limit, offset }) {
      checkAccount(userId, filter)
      const total = lists.count(userId, filter)
      return { total, items: offset < total ? lists.page(userId, filter, limit, offset) : [] }
    },
    export(userId, filter) {
      checkAccount(userId, filter)
      return lists.pages(userId, filter)
    },
    candidates(userId, requestId, q) {
      const request = owned(userId, requestId)
      return q === undefined || q.trim() === '' ? candidates.of(request) : candidates.search(request, q)
    },
    runNow: (userId, requestId) => evaluateOne(owned(userId, requestId).id),
    resend: (userId, requestId) => webhooks.resendRequest(owned(userId, requestId)),
    choose(userId, requestId, movementId) {
      manual.choose(userId, owned(userId, requestId), movementId)
      return detail(userId, requestId)
    },
    split(userId, legs) {
      const ids = [...new Set(legs.map((leg) => leg.requestId))]
      manual.split(
        userId,
        ids.map((id) => owned(userId, id)),
        legs,
      )
    },
    note(userId, requestId, note) {
      manual.note(userId, owned(userId, requestId), queries.note(requestId), note)
      return detail(userId, requestId)
    },
    wantedBy,
    refuse(userId, requestId, movementIds) {
      const request = owned(userId, requestId)
      refusals.refuse(userId, request, movementIds ?? candidates.fitting(request))
      return detail(userId, requestId)
    },
    takeBackRefusal(userId, requestId, refusalId) {
      refusals.takeBack(userId, owned(userId, requestId), refusalId)
      return detail(userId, requestId)
    },
    undo(userId, requestId) {
      manual.undo(userId, owned(userId, requestId))
      return detail(userId, requestId)
    },
  }
}
