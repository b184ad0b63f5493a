import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { AppError, conflict, missing } from '../errors.ts'
import { orderedId } from '../ordered-id.ts'
import type { Clock } from '../ports.ts'
import { inSlices, nextTurn } from '../slices.ts'
import { type PollPlan, planPoll } from './diff.ts'
import type { Evaluation } from './evaluation.ts'
import { distinctGroups, type Group } from './group.ts'
import { joinedGroups } from './joined-groups.ts'
import type { PollQueries } from './poll-queries.ts'
import { createPollSteps, type Done, type Step } from './poll-steps.ts'
import type { RequestQueries } from './queries.ts'
import type { Order, PollOutcome, Requests } from './types.ts'

export interface ApplyPoll {
  /** Everything in one transaction. */
  atOnce: Requests['applyPoll']
  /**
   * As `atOnce`, but where much changes in slices of one transaction each, between which others are served. What is
   * interrupted is made good by the next poll: the source is asked again and the difference carried out.
   */
  inSlices(
    accountId: string,
    orders: readonly Order[],
    invalidIds: readonly string[],
    stopped: () => boolean,
  ): Promise<PollOutcome>
}

/** A poll that is read and compared with what is stored. */
interface Prepared {
  readonly plan: PollPlan
  readonly steps: readonly Step[]
  readonly done: Done
  /** Records the poll as successful. */
  readonly succeed: () => PollOutcome
}

/** Changes that are carried out and decided within some milliseconds. */
const mostAtOnce = 50

/**
 * Carries out the plan of one successful poll: inserts, changes, revivals, cancellations and the evaluation of every
 * group they touch. Throws when the account is gone or no longer in reconcile mode.
 *
 * In slices the requests of one amount and currency lie in one slice, with those of an amount that a changed order left
 * for it, and what is cancelled goes first: every decision is what one transaction would have given. Each step looks at
 * its request anew and does nothing where the plan no longer fits it.
 */
export function createApplyPoll(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find'>
  readonly queries: RequestQueries
  readonly polls: PollQueries
  readonly evaluation: Evaluation
  readonly now: Clock
}): ApplyPoll {
  const { store, accounts, polls, evaluation, now } = deps
  const stepsOf = createPollSteps(deps)

  function checkAccount(accountId: string): void {
    const account = accounts.find(accountId)
    if (!account) throw missing('account.missing', 'Account not found')
    if (account.mode !== 'reconcile')
      throw conflict('poll.notReconcile', 'Orders are only polled in reconcile mode; choose it in the settings')
  }

  function prepare(accountId: string, orders: readonly Order[], invalidIds: readonly string[]): Prepared {
    checkAccount(accountId)
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
    const done: Done = { created: 0, updated: 0, revived: 0, cancelled: [] }
    const steps = stepsOf(accountId, plan, { at, seenAt: before?.okAt ?? null, newId: () => orderedId(at) }, done)
    const succeed = (): PollOutcome => {
      polls.succeed(accountId, at, orders.length + invalidIds.length, plan.hold.length)
      return {
        ...done,
        cancelled: done.cancelled.length,
        held: plan.hold.length,
        skipped: invalidIds.length,
      }
    }
    return { plan, steps, done, succeed }
  }

  function take(accountId: string, steps: readonly Step[], done: Done): void {
    checkAccount(accountId)
    const cancelledBefore = done.cancelled.length
    const touched = steps.flatMap(({ take: act }): readonly Group[] => act())
    evaluation.run(accountId, distinctGroups(touched))
    const cancelled = done.cancelled.slice(cancelledBefore)
    evaluation.announce(
      accountId,
      cancelled.map((id) => ({ id, status: 'cancelled' })),
    )
  }

  const carryOut = (accountId: string, { steps, done, succeed }: Prepared): PollOutcome => {
    take(accountId, steps, done)
    return succeed()
  }

  return {
    atOnce: (accountId, orders, invalidIds = []) =>
      store.write(() => carryOut(accountId, prepare(accountId, orders, invalidIds))),

    async inSlices(accountId, orders, invalidIds, stopped) {
      await nextTurn()
      const prepared = prepare(accountId, orders, invalidIds)
      const { plan, steps, done, succeed } = prepared
      if (steps.length <= mostAtOnce) return store.write(() => carryOut(accountId, prepared))
      const partOf = joinedGroups(movesOf(plan))
      const parts = placed(steps, partOf)
      await nextTurn()
      const isDone = await inSlices(
        parts,
        ({ part }) => part,
        (slice) =>
          store.write(() =>
            take(
              accountId,
              slice.map(({ step }) => step),
              done,
            ),
          ),
        { stopped },
      )
      if (!isDone) throw new AppError('unavailable', 'poll.stopped', 'Polling was interrupted; it starts again')
      return store.write(succeed)
    },
  }
}

const movesOf = (plan: PollPlan): [Group, Group][] => plan.update.map(({ request, order }) => [request, order])

/** Those that decide nothing first, the others part by part. */
function placed(steps: readonly Step[], partOf: (group: Group) => string): { step: Step; part: string }[] {
  const parts = Map.groupBy(steps, ({ group }) => (group === null ? '' : partOf(group)))
  const quiet = (parts.get('') ?? []).map((step, at) => ({ step, part: String(at) }))
  parts.delete('')
  return [...quiet, ...[...parts].flatMap(([part, own]) => own.map((step) => ({ step, part })))]
}
