import { type KnownRequest, mayChange, mayRevive, type PollPlan } from './diff.ts'
import type { Group } from './group.ts'
import { checkTransition, isTerminal } from './lifecycle.ts'
import type { PollQueries } from './poll-queries.ts'
import type { RequestQueries } from './queries.ts'

/** One change of a plan. `take` runs in a transaction, looks at the request anew, and returns the groups it touched. */
export interface Step {
  /** The group that is to be decided then; null for changes that decide nothing. */
  readonly group: Group | null
  take(): readonly Group[]
}

/** What was carried out so far. */
export interface Done {
  created: number
  updated: number
  revived: number
  /** Ids of the requests. */
  readonly cancelled: string[]
}

interface Moment {
  readonly at: number
  /** The last successful poll before this one. */
  readonly seenAt: number | null
  readonly newId: () => string
}

/** The plan of a poll as single changes, in the order in which they belong. */
export function createPollSteps(deps: { readonly queries: RequestQueries; readonly polls: PollQueries }) {
  const { queries, polls } = deps

  return (accountId: string, plan: PollPlan, { at, seenAt, newId }: Moment, done: Done): Step[] => {
    const quiet = (requests: readonly KnownRequest[], act: (request: KnownRequest) => void): Step[] =>
      requests.map(({ externalId }) => ({
        group: null,
        take() {
          const request = polls.find(accountId, externalId)
          if (request) act(request)
          return []
        },
      }))

    return [
      ...quiet(plan.cancel, ({ id, status, absentSince }) => {
        if (isTerminal(status)) return
        checkTransition(status, 'cancelled')
        polls.cancel(id, at, absentSince === null ? seenAt : null)
        done.cancelled.push(id)
      }),
      ...quiet(plan.hold, ({ id, status }) => void (isTerminal(status) || polls.leave(id, at, seenAt))),
      ...quiet(plan.left, ({ id, status }) => void (status === 'expired' && polls.leave(id, at, seenAt))),
      ...quiet(plan.back, ({ id }) => void polls.comeBack(id, at)),
      ...plan.create.map(
        (order): Step => ({
          group: order,
          take() {
            if (!queries.insert(newId(), accountId, order, at)) return []
            done.created += 1
            return [order]
          },
        }),
      ),
      ...plan.update.map(
        ({ request: { externalId }, order }): Step => ({
          group: order,
          take() {
            const request = polls.find(accountId, externalId)
            if (!request || !mayChange(request)) return []
            queries.update(request.id, order)
            done.updated += 1
            // A changed order leaves its former group, where another one may now be clear.
            return [order, request]
          },
        }),
      ),
      ...plan.revive.map(
        ({ request: { externalId }, order }): Step => ({
          group: order,
          take() {
            const request = polls.find(accountId, externalId)
            if (!request || !mayRevive(request)) return []
            checkTransition(request.status, 'pending')
            queries.revive(request.id, order, at)
            done.revived += 1
            return [order]
          },
        }),
      ),
    ]
  }
}
