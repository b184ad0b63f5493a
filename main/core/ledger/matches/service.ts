import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Journals } from '../books/journals.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { notFound, refused } from '../errors.ts'
import type { itemQueries } from '../items/item-queries.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { type Allocations, createAllocations } from './allocations.ts'
import { createBooking, type OnDecided } from './booking.ts'
import { createDisplaced } from './displaced.ts'
import { createManual, type ManualMatch } from './manual.ts'
import { matchQueries } from './match-queries.ts'
import { createOwnBookings } from './own-booking.ts'
import { createRivals } from './rivals.ts'
import type { Match, Treatment } from './types.ts'
import { createWriteOffs } from './write-off.ts'

export interface Matches {
  find(userId: string, id: string): Match | null
  get(userId: string, id: string): Match
  ofRun(runId: string, status: Match['status']): Match[]
  /** Accepted matches that use one of these entries. */
  acceptedWith(entryIds: readonly string[]): Match[]
  /** Accepted at once; the same legs as an accepted match answer that one with `isNew` false. */
  manual(actor: Actor, runId: string, input: ManualMatch): { match: Match; isNew: boolean }
  accept(actor: Actor, id: string, options?: { treatment?: Treatment; unattended?: boolean }): Match
  /** Rejects a suggestion, or undoes an accepted match: rivals that it displaced are offered again. */
  reject(actor: Actor, id: string, reason: string | null): Match
  /** A rejected match is offered again (8). */
  offerAgain(actor: Actor, id: string): Match
  /** An accepted suggestion becomes the suggestion it was, with its rivals; what was booked for a match is reversed. */
  withdraw(actor: Actor, id: string): Match
  /** A match that was undone is accepted again as it was. */
  acceptAgain(actor: Actor, id: string): Match
  setNote(actor: Actor, id: string, note: string | null): Match
  /** Before entries are closed, changed or removed: their suggestions go. */
  dropSuggestionsOf(userId: string, entryIds: readonly string[]): void
  readonly allocations: Allocations
}

export interface MatchDeps {
  readonly store: Store
  readonly audit: Audit
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly runs: Runs
  readonly items: ReturnType<typeof itemQueries>
  readonly now: Clock
  /** Called in the transaction after a decision, with the suggestions that it displaced or brought back. */
  readonly onDecided: OnDecided
}

/** Decisions on matches (3.7, 6.10, 8). Each is one transaction with its trail. */
export function createMatches(deps: MatchDeps): Matches {
  const { store, audit, ledgers, journals, runs, items, now, onDecided } = deps
  const queries = matchQueries(store.db)
  const allocations = createAllocations({ items, matches: queries, journals })
  const displaced = createDisplaced(store.db)
  const rivals = createRivals({ queries, items, allocations, now })
  const writeOffs = createWriteOffs({ journals, ledgers, queries, allocations, now })
  const ownBookings = createOwnBookings({ journals, queries, now })
  const booking = createBooking({ audit, runs, allocations, rivals, writeOffs, ownBookings, now, onDecided })
  const { take, release, settle } = booking

  function get(userId: string, id: string): Match {
    const match = queries.byId(userId, id)
    if (!match) throw notFound(`Match ${id}`)
    return match
  }
  /** The match in its next version; who and when go with a decision. */
  const next = (match: Match, change: Partial<Match>): Match => ({
    ...match,
    ...change,
    version: match.version + 1,
    modifiedAt: now(),
  })
  const by = (actor: Actor) => ({ decidedBy: actor.name, decidedAt: now() })

  function openRun(actor: Actor, match: Match): Run {
    const run = runs.get(actor.userId, match.runId)
    runs.checkOpen(run)
    return run
  }

  function record(actor: Actor, action: string, before: Match, after: Match, reason?: string | null): Match {
    audit.record({
      actor,
      entity: 'match',
      entityId: after.id,
      runId: after.runId,
      action,
      before,
      after,
      reason: reason ?? null,
    })
    return after
  }
  const manual = createManual({ queries, ledgers, allocations, booking, writeOffs, now })

  return {
    find: queries.byId,
    get,
    allocations,
    ofRun: queries.ofRun,
    acceptedWith(entryIds) {
      const found = entryIds.flatMap((id) => queries.acceptedWith(id))
      return [...new Map(found.map((match) => [match.id, match])).values()]
    },
    dropSuggestionsOf: rivals.dropOf,
    manual: (actor, runId, input) =>
      store.write(() => {
        const run = runs.get(actor.userId, runId)
        runs.checkOpen(run)
        return manual(actor, run, input)
      }),
    accept: (actor, id, { treatment: asked, unattended = false } = {}) =>
      store.write(() => {
        const match = queries.byId(actor.userId, id)
        if (!match) throw displaced(actor.userId, id)
        if (match.status === 'accepted') return match
        const run = unattended ? runs.get(actor.userId, match.runId) : openRun(actor, match)
        if (match.status === 'rejected')
          throw refused('match_rejected', 'This match was rejected. Offer it again first, or match by hand.', {
            match_id: id,
          })
        allocations.checkOpen(actor.userId, match.legs, id)
        const proposed = match.treatment
        const usable =
          proposed.kind === 'write_off' && proposed.ledgerId === null ? { kind: 'none' as const } : proposed
        const treatment = asked ?? (usable as Treatment)
        const { legs, transactionId } = settle(actor, run, match.legs, treatment)
        const accepted = next(match, {
          status: 'accepted',
          legs,
          difference: 0,
          treatment,
          writeOffTransactionId: transactionId,
          unattended,
          ...by(actor),
        })
        queries.replace(accepted)
        return take(actor, run, match, accepted, unattended ? 'accept_unattended' : 'accept')
      }),
    reject: (actor, id, reason) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.status === 'rejected') return match
        const run = openRun(actor, match)
        const wasAccepted = match.status === 'accepted'
        const released = wasAccepted ? release(actor, run, match).rivals : []
        const rejected = next(match, { status: 'rejected', rejectReason: reason, ...by(actor) })
        queries.update(rejected)
        // An undo takes a decision back; only a rejected proposal is never offered again by itself (6.8).
        if (!wasAccepted) queries.block(run.ledgerId, match.stableKey, now(), actor.name)
        onDecided(actor, rejected, wasAccepted ? 'undone' : 'rejected', released)
        return record(actor, wasAccepted ? 'undo' : 'reject', match, rejected, reason)
      }),
    withdraw: (actor, id) =>
      store.write(() => {
        const match = get(actor.userId, id)
        const run = openRun(actor, match)
        const { before, rivals: released } = release(actor, run, match)
        const withdrawn = before
          ? next({ ...before, version: match.version }, {})
          : next(match, { status: 'rejected', ...by(actor) })
        queries.replace(withdrawn)
        onDecided(actor, withdrawn, 'undone', released)
        return record(actor, 'withdraw', match, withdrawn)
      }),
    acceptAgain: (actor, id) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.status === 'accepted') return match
        const run = openRun(actor, match)
        const own = ownBookings.again(actor, match, writeOffs.withoutWriteOff(actor.userId, match))
        allocations.checkOpen(actor.userId, own, id)
        const { legs, transactionId } = settle(actor, run, own, match.treatment as Treatment)
        const accepted = next(match, {
          status: 'accepted',
          legs,
          writeOffTransactionId: transactionId,
          rejectReason: null,
          ...by(actor),
        })
        queries.replace(accepted)
        queries.unblock(run.ledgerId, match.stableKey)
        return take(actor, run, match, accepted, 'accept_again')
      }),
    offerAgain: (actor, id) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.status === 'suggested') return match
        const run = openRun(actor, match)
        if (match.status === 'accepted') throw refused('match_accepted', 'The match is accepted. Undo it first.')
        allocations.checkOpen(actor.userId, match.legs, id)
        const offered = next(match, { status: 'suggested', rejectReason: null, decidedBy: null, decidedAt: null })
        queries.update(offered)
        queries.unblock(run.ledgerId, match.stableKey)
        onDecided(actor, offered, 'undone', [])
        return record(actor, 'offer_again', match, offered)
      }),
    setNote: (actor, id, note) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.note === note) return match
        openRun(actor, match)
        const noted = next(match, { note })
        queries.update(noted)
        audit.record({
          actor,
          entity: 'match',
          entityId: id,
          runId: match.runId,
          action: 'note',
          before: match.note,
          after: note,
        })
        return noted
      }),
  }
}
