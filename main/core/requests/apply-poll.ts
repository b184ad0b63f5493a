import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { conflict, missing } from '../errors.ts'
import { orderedId } from '../ordered-id.ts'
import type { Clock } from '../ports.ts'
import { planPoll } from './diff.ts'
import type { Evaluation } from './evaluation.ts'
import { distinctGroups } from './group.ts'
import { checkTransition } from './lifecycle.ts'
import type { PollQueries } from './poll-queries.ts'
import type { RequestQueries } from './queries.ts'
import type { Requests } from './types.ts'

/**
 * Carries out the plan of one successful poll in one transaction: inserts, changes, revivals, cancellations and the
 * evaluation of every group they touch. Throws when the account is gone or no longer in reconcile mode.
 */
export function createApplyPoll(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find'>
  readonly queries: RequestQueries
  readonly polls: PollQueries
  readonly evaluation: Evaluation
  readonly now: Clock
}): Requests['applyPoll'] {
  const { store, accounts, queries, polls, evaluation, now } = deps

  return (accountId, orders, invalidIds = []) =>
    store.write(() => {
      const account = accounts.find(accountId)
      if (!account) throw missing('account.missing', 'Account not found')
      if (account.mode !== 'reconcile')
        throw conflict('poll.notReconcile', 'Orders are only polled in reconcile mode; choose it in the settings')
      const at = now()
      const before = polls.state(accountId)
      const plan = planPoll(
        {
          open: polls.open(accountId),
          expiredListed: polls.expiredListed(accountId),
          find: (externalId) => polls.find(accountId, externalId),
          previousCount: before?.count ?? null,
        },
        orders,
        invalidIds,
      )

      for (const order of plan.create) queries.insert(orderedId(at), accountId, order, at)
      for (const { request, order } of plan.update) queries.update(request.id, order)
      for (const { request, order } of plan.revive) {
        checkTransition(request.status, 'pending')
        queries.revive(request.id, order, at)
      }
      const seenAt = before?.okAt ?? null
      for (const request of plan.cancel) {
        checkTransition(request.status, 'cancelled')
        polls.cancel(request.id, at, request.absentSince === null ? seenAt : null)
      }
      for (const request of [...plan.hold, ...plan.left]) polls.leave(request.id, at, seenAt)
      for (const request of plan.back) polls.comeBack(request.id, at)
      polls.succeed(accountId, at, orders.length + invalidIds.length, plan.hold.length)

      const changed = [...plan.update, ...plan.revive]
      // A changed order leaves its former group, where another one may now be clear.
      const former = plan.update.map(({ request }) => request)
      evaluation.run(accountId, distinctGroups([...plan.create, ...changed.map(({ order }) => order), ...former]))
      evaluation.announce(
        accountId,
        plan.cancel.map(({ id }) => ({ id, status: 'cancelled' })),
      )
      return {
        created: plan.create.length,
        updated: plan.update.length,
        revived: plan.revive.length,
        cancelled: plan.cancel.length,
        held: plan.hold.length,
        skipped: invalidIds.length,
      }
    })
}
