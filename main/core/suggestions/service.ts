import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { AppError, conflict, missing } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Clock, Log } from '../ports.ts'
import { createActs } from '../requests/acts.ts'
import type { RequestService } from '../requests/service.ts'
import { iso } from '../time.ts'
import { markDueSql } from './book.ts'
import { suggestionLists } from './list.ts'
import { createRefresh } from './refresh.ts'
import type { SuggestionItem } from './schema.ts'
import type { SuggestionEvidence, SuggestionState } from './types.ts'

/** Outcome of accepting several at once: each is decided by itself. */
export interface BulkAcceptance {
  readonly accepted: SuggestionItem[]
  readonly refused: { readonly id: string; readonly code: string; readonly message: string }[]
}

/** What the program would do and leaves to a person. A foreign suggestion is 404 as if missing. */
export interface Suggestions {
  /** Of one account, oldest first, at most 500. What is shown as open holds at this moment. */
  list(userId: string, accountId: string, state?: SuggestionState): SuggestionItem[]
  /** Open ones of all accounts of the user, oldest first. */
  open(userId: string): SuggestionItem[]
  one(userId: string, id: string): SuggestionItem
  /** Brings the suggestions of all accounts of the user in line with the facts, where anything has changed. */
  refresh(userId: string): void
  /** Decides as a person who chose by hand: matches, acts, webhooks. 409 when it no longer holds. */
  accept(userId: string, id: string): SuggestionItem
  /** Never suggested again. */
  reject(userId: string, id: string): SuggestionItem
  /** Takes the decision back: an accepted one is undone as a whole. */
  reopen(userId: string, id: string): SuggestionItem
  acceptMany(userId: string, ids: readonly string[]): BulkAcceptance
  /** Ends looks at large accounts; the next start takes them up again. */
  stop(): void
}

type Answer = 'open' | 'rejected'

export function createSuggestions(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'owned' | 'settings'> & { list(userId: string): { readonly id: string }[] }
  readonly requests: Pick<RequestService, 'choose' | 'split' | 'undo' | 'movementsArrived'>
  readonly events: Events
  readonly now: Clock
  readonly log: Log
}): Suggestions {
  const { store, accounts, requests, events, now } = deps
  const lists = suggestionLists(store.db)
  const { refresh, stop } = createRefresh(deps)
  const act = createActs({ db: store.db, now })
  const decide = store.db.prepare('update suggestions set state = ?, decided_at = ?, decided_by = ? where id = ?')
  const markDue = store.db.prepare(markDueSql)

  function one(userId: string, id: string): SuggestionItem {
    const found = lists.one(userId, id)
    if (!found) throw missing('suggestion.missing', 'Suggestion not found')
    return found
  }

  function stillOpen(userId: string, id: string): SuggestionItem {
    refresh(userId, one(userId, id).account_id)
    const found = one(userId, id)
    if (found.state === 'open') return found
    const words: Record<Exclude<SuggestionState, 'open'>, string> = {
      accepted: 'This suggestion was accepted already',
      rejected: 'This suggestion was rejected already',
      stale: 'This suggestion no longer holds: one of its orders or movements has changed',
    }
    throw conflict('suggestion.notOpen', words[found.state])
  }

  function accept(userId: string, id: string): SuggestionItem {
    return store.write(() => {
      const found = stillOpen(userId, id)
      decide.run('accepted', now(), userId, id)
      const { legs } = lists.evidence(userId, id) as SuggestionEvidence
      const [first] = legs
      if (legs.length === 1 && first) requests.choose(userId, first.requestId, first.movementId)
      else requests.split(userId, legs)
      return one(userId, found.id)
    })
  }

  /** The requests keep their own record of the undo, and the suggestion is a question again. */
  function takeBack(userId: string, { id, requests: own }: SuggestionItem): SuggestionItem {
    const [first] = own
    if (first) requests.undo(userId, first.id)
    return one(userId, id)
  }

  /** Rejects an open suggestion, or takes that back; both stay on record with each of its requests. */
  function turn(userId: string, found: SuggestionItem, from: Answer, to: Answer): SuggestionItem {
    const { id, kind: suggestion, account_id: accountId } = found
    decide.run(to, now(), userId, id)
    const movementId = found.movements[0]?.id ?? null
    for (const request of found.requests)
      act({
        userId,
        accountId,
        kind: 'reject',
        requestId: request.id,
        movementId,
        before: { suggestion, state: from },
        after: { suggestion, state: to },
      })
    lookAgain(found)
    announce(userId, found)
    return one(userId, id)
  }

  /** A refusal changes no request, so nothing else would tell it. */
  const announce = (userId: string, { id, account_id: accountId }: SuggestionItem) =>
    store.afterCommit(() =>
      events.emit({ type: 'suggestion.updated', userId, accountId, data: { id }, occurredAt: iso(now()) }),
    )

  function refreshAll(userId: string): void {
    for (const { id } of accounts.list(userId)) refresh(userId, id)
  }

  return {
    one,
    accept,
    stop,

    list(userId, accountId, state = 'open') {
      accounts.owned(userId, accountId)
      refresh(userId, accountId)
      return lists.ofAccount(userId, accountId, state)
    },

    open(userId) {
      refreshAll(userId)
      return lists.open(userId)
    },
    refresh: refreshAll,

    reject: (userId, id) => store.write(() => turn(userId, stillOpen(userId, id), 'open', 'rejected')),

    reopen(userId, id) {
      return store.write(() => {
        const found = one(userId, id)
        if (found.state === 'accepted') return takeBack(userId, found)
        if (found.state === 'rejected') return turn(userId, found, 'rejected', 'open')
        throw conflict(
          'suggestion.notDecided',
          `Only an accepted or rejected suggestion can be opened again; this one is ${found.state}`,
        )
      })
    },

    acceptMany(userId, ids) {
      const accepted: SuggestionItem[] = []
      const refused: BulkAcceptance['refused'] = []
      for (const id of new Set(ids)) {
        try {
          accepted.push(accept(userId, id))
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          refused.push({ id, code: error.code, message: error.message })
        }
      }
      return { accepted, refused }
    },
  }

  /** The next best takes the place of what was refused. */
  function lookAgain({ account_id: accountId, requests: own }: SuggestionItem): void {
    markDue.run(accountId)
    requests.movementsArrived(
      accountId,
      own.map(({ amount, currency }) => ({ amountMinor: Number(amount.replace('.', '')), currency })),
    )
  }
}
