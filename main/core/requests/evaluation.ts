import type { AccountSettings, Accounts } from '../accounts/types.ts'
import type { AliasBook } from '../aliases/types.ts'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Events } from '../events.ts'
import { emitHints } from '../hints.ts'
import type { JobHandler, JobOutcome, Jobs } from '../jobs/types.ts'
import type { DecideSettings } from '../matching/assignment/types.ts'
import { createNameReader } from '../matching/prepared-names.ts'
import type { Clock, Log } from '../ports.ts'
import { inSlices } from '../slices.ts'
import type { SuggestionBook } from '../suggestions/types.ts'
import { day, minute, second } from '../time.ts'
import type { Webhooks } from '../webhooks/types.ts'
import { type Change, createEvaluateGroup, type EvaluateGroup } from './evaluate.ts'
import { evaluationQueries } from './evaluation-queries.ts'
import { type Group, groupKey, parseGroupKey } from './group.ts'
import { createRecorder, type Recorder } from './record.ts'

export interface Evaluation {
  /**
   * Evaluates groups of one account and stores what follows, in the open transaction or one of its own. A group that
   * fails is undone alone and tried again later (3.8). `asked` is a request that a person wants evaluated: it may leave
   * `ambiguous`, and its attempt is stored even if nothing is new.
   */
  run(accountId: string, groups: readonly Group[], asked?: string | null): void
  /**
   * As `run` for few groups. Many are left to a job, which evaluates every open group of the account in slices, once the
   * open transaction is on disk; what changes under way begins it anew.
   */
  runAll(accountId: string, groups: readonly Group[]): void
  /** Groups with a request never decided, or with a movement that was stored after the last check. */
  unprocessed(accountId: string): Group[]
  /** Tells the screens after the commit. */
  announce(accountId: string, changes: readonly Change[]): void
  readonly recorder: Recorder
  /** Re-attempts of groups that failed, and evaluations of whole accounts. */
  readonly job: JobHandler
}

export interface EvaluationDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'settings'>
  readonly webhooks: Pick<Webhooks, 'requestDecided'>
  readonly jobs: Pick<Jobs, 'add'>
  readonly aliases: Pick<AliasBook, 'inUse'>
  readonly suggestions: SuggestionBook
  /** Every group of the account with an open request. */
  readonly openGroups: (accountId: string) => readonly Group[]
  readonly events: Events
  readonly now: Clock
  readonly log: Log
}

const usualRetryLimit = 3

// Five days of waiting and five days of window: an older movement fits no request that still waits (3.3).
const longestOpen = 10 * day

/** Groups that are decided within some milliseconds. */
const mostAtOnce = 50
/** The subject of the job that evaluates a whole account. */
const wholeAccount = ''

/** Pause before re-attempt `n` = 1, 2, … of an evaluation that went wrong (3.8). */
const retryDelay = (n: number): number => 5 * second * 2 ** (n - 1)

/** What an account has set, as the decision takes it. */
export const decideSettings = (settings: AccountSettings | null): Partial<DecideSettings> => ({
  matchWithoutSender: settings?.matchWithoutSender ?? false,
  ...(settings?.matchAcceptance == null ? {} : { acceptance: settings.matchAcceptance }),
  ...(settings?.matchMargin == null ? {} : { margin: settings.matchMargin }),
})

export function createEvaluation(deps: EvaluationDeps): Evaluation {
  const { store, accounts, webhooks, jobs, now, log } = deps
  const queries = evaluationQueries(store.db)
  const recorder = createRecorder({ queries, webhooks, now })
  const evaluator = createEvaluateGroup({
    db: store.db,
    queries,
    recorder,
    prepare: createNameReader(),
    settings: (accountId) => decideSettings(accounts.settings(accountId)),
    aliases: deps.aliases,
    suggestions: deps.suggestions,
    now,
  })
  // Inside a transaction this is a savepoint: what fails is undone and takes nothing else with it.
  const alone = store.db.transaction((evaluate: EvaluateGroup, groups: readonly Group[], asked: string | null) =>
    groups.flatMap((group) => evaluate(group, asked)),
  )
  const retryLimit = (accountId: string) => accounts.settings(accountId)?.retryLimit ?? usualRetryLimit

  function announce(accountId: string, changes: readonly Change[]): void {
    if (changes.length === 0) return
    deps.suggestions.markDue(accountId)
    const account = accounts.find(accountId)
    if (account) store.afterCommit(() => emitHints(deps, 'request.updated', account, changes))
  }

  function tryLater(accountId: string, group: Group, error: unknown): void {
    queries.countErrors(accountId, group, now())
    if (retryLimit(accountId) === 0) giveUp(accountId, group, messageOf(error))
    else jobs.add('evaluate', accountId, { subjectId: groupKey(group), dueAt: now() + retryDelay(1) })
  }

  function giveUp(accountId: string, group: Group, reason: string): void {
    const waiting = queries
      .open(accountId, group)
      .filter(({ status }) => status === 'pending' || status === 'not_found')
    for (const request of waiting) recorder.failed(request, reason)
    announce(
      accountId,
      waiting.map(({ id }) => ({ id, status: 'failed' })),
    )
  }

  function run(accountId: string, groups: readonly Group[], asked: string | null = null): void {
    if (groups.length === 0) return
    store.write(() => {
      deps.suggestions.markDue(accountId)
      const evaluate = evaluator(accountId)
      const attempt = (some: readonly Group[], otherwise: (error: unknown) => Change[]): Change[] => {
        try {
          return alone(evaluate, some, asked)
        } catch (error) {
          // A full disk ends the whole transaction; then nothing of it may be acknowledged.
          if (!store.db.inTransaction) throw error
          return otherwise(error)
        }
      }
      // All together, and only if that fails one by one, since a savepoint per group would cost a third of the time.
      const changes = attempt(groups, (first) => {
        log.error('evaluation_failed', { account: accountId, groups: groups.length, error: messageOf(first) })
        return groups.flatMap((group) =>
          attempt([group], (error) => {
            tryLater(accountId, group, error)
            return []
          }),
        )
      })
      announce(accountId, changes)
    })
  }

  /** How often an account was to be decided anew: what was decided before the last time went by other settings. */
  const revisions = new Map<string, number>()
  const revisionOf = (accountId: string) => revisions.get(accountId) ?? 0

  async function evaluateAccount(accountId: string, signal: AbortSignal): Promise<JobOutcome> {
    for (let revision = -1; revision !== revisionOf(accountId); ) {
      revision = revisionOf(accountId)
      const isDone = await inSlices(
        deps.openGroups(accountId),
        groupKey,
        (groups) => {
          if (accounts.find(accountId)?.mode === 'reconcile') run(accountId, groups)
        },
        { stopped: () => signal.aborted || revision !== revisionOf(accountId) },
      )
      if (!isDone && signal.aborted) return { kind: 'retry', reason: 'The program was stopped', delayMs: 0 }
    }
    return { kind: 'done' }
  }

  return {
    recorder,
    announce,
    run,

    runAll(accountId, groups) {
      if (groups.length <= mostAtOnce) return run(accountId, groups)
      revisions.set(accountId, revisionOf(accountId) + 1)
      jobs.add('evaluate', accountId, { subjectId: wholeAccount })
    },

    unprocessed: (accountId) => queries.unprocessed(accountId, now() - longestOpen),

    job: {
      concurrency: () => 1,
      leaseMs: 5 * minute,
      async run({ accountId, subjectId, attempt }, signal) {
        if (subjectId === wholeAccount)
          return evaluateAccount(accountId, signal).catch((error: unknown): JobOutcome => {
            const reason = messageOf(error)
            return attempt >= retryLimit(accountId)
              ? { kind: 'give-up', reason }
              : { kind: 'retry', reason, delayMs: retryDelay(attempt) }
          })
        const group = parseGroupKey(subjectId)
        try {
          store.write(() => announce(accountId, evaluator(accountId)(group, null)))
          return { kind: 'done' }
        } catch (error) {
          const reason = messageOf(error)
          store.write(() => {
            queries.countErrors(accountId, group, now())
            if (attempt >= retryLimit(accountId)) giveUp(accountId, group, reason)
          })
          return attempt >= retryLimit(accountId)
            ? { kind: 'give-up', reason }
            : { kind: 'retry', reason, delayMs: retryDelay(attempt + 1) }
        }
      },
    },
  }
}
