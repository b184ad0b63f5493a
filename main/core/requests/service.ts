import type { z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { missing } from '../errors.ts'
import type { Events } from '../events.ts'
import type { requestDetailSchema } from '../http/schemas.ts'
import type { Jobs } from '../jobs/types.ts'
import type { Outgoing } from '../outgoing/types.ts'
import type { Clock, Log } from '../ports.ts'
import { day } from '../time.ts'
import type { Webhooks } from '../webhooks/types.ts'
import { createApplyPoll } from './apply-poll.ts'
import { type CandidateItem, createCandidates } from './candidates.ts'
import { requestDetails } from './detail.ts'
import { createEvaluation } from './evaluation.ts'
import { distinctGroups } from './group.ts'
import { checkTransition, isTerminal } from './lifecycle.ts'
import { type RequestFilter, type RequestItem, requestLists } from './list.ts'
import { createManual } from './manual.ts'
import { createPoll, pollJob } from './poll.ts'
import { pollQueries } from './poll-queries.ts'
import { requestQueries } from './queries.ts'
import type { PaymentRequest, Requests } from './types.ts'

type RequestDetail = z.infer<typeof requestDetailSchema>

/** What the routes of this feature may do beside what other features may ask. A foreign request is 404 as if missing. */
export interface RequestService extends Requests {
  /** One page, newest registration first, and how many there are in all. */
  list(userId: string, filter: RequestFilter, page: { limit: number; offset: number }): RequestPage
  /** The whole filtered list, some hundred rows a call. */
  export(userId: string, filter: RequestFilter): () => RequestItem[]
  detail(userId: string, requestId: string): RequestDetail
  /** What a person may choose from now, best first. */
  candidates(userId: string, requestId: string): CandidateItem[]
  runNow(userId: string, requestId: string): void
  /** Sends the result webhook again where there is one. */
  resend(userId: string, requestId: string): void
  choose(userId: string, requestId: string, movementId: string): RequestDetail
  undo(userId: string, requestId: string): RequestDetail
}

export interface RequestPage {
  readonly total: number
  readonly items: RequestItem[]
}

export interface RequestDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'owned' | 'active' | 'settings' | 'target'>
  readonly webhooks: Pick<Webhooks, 'requestDecided' | 'resendRequest'>
  readonly jobs: Pick<Jobs, 'add' | 'register'>
  readonly outgoing: Pick<Outgoing, 'send'>
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
  const candidates = createCandidates(store.db)
  const evaluation = createEvaluation(deps)
  const manual = createManual({ store, queries, evaluation, now })
  const applyPoll = createApplyPoll({ store, accounts, queries, polls, evaluation, now })
  const poll = createPoll({ ...deps, polls, applyPoll })
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
    return {
      ...item,
      attempts: details.attempts(requestId),
      match: details.match(requestId),
      acts: details.acts(requestId),
    }
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
    poll: (accountId) => poll(accountId),
    applyPoll,
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

    sweep() {
      for (const account of accounts.active()) {
        if (account.mode !== 'reconcile') continue
        const groups = evaluation.unprocessed(account.id)
        if (groups.length === 0) continue
        log.info('sweeping', { account: account.id, groups: groups.length })
        evaluation.run(account.id, groups)
      }
    },

    list(userId, filter, { limit, offset }) {
      checkAccount(userId, filter)
      return { total: lists.count(userId, filter), items: lists.page(userId, filter, limit, offset) }
    },
    export(userId, filter) {
      checkAccount(userId, filter)
      return lists.pages(userId, filter)
    },
    candidates: (userId, requestId) => candidates(owned(userId, requestId)),
    runNow: (userId, requestId) => evaluateOne(owned(userId, requestId).id),
    resend: (userId, requestId) => webhooks.resendRequest(owned(userId, requestId)),
    choose(userId, requestId, movementId) {
      manual.choose(userId, owned(userId, requestId), movementId)
      return detail(userId, requestId)
    },
    undo(userId, requestId) {
      manual.undo(userId, owned(userId, requestId))
      return detail(userId, requestId)
    },
  }
}
