import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import { LedgerRefusal } from '../errors.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import type { Allocations } from './allocations.ts'
import { composeMatch } from './compose.ts'
import type { createOwnBookings } from './own-booking.ts'
import type { createRivals } from './rivals.ts'
import type { Match, MatchLeg, Treatment } from './types.ts'
import type { createWriteOffs } from './write-off.ts'

/** Told in the transaction of a decision, with the suggestions that it displaced or brought back. */
export type OnDecided = (
  actor: Actor,
  match: Match,
  decision: 'accepted' | 'rejected' | 'undone',
  rivals: readonly Match[],
) => void

export interface BookingDeps {
  readonly audit: Audit
  readonly runs: Runs
  readonly allocations: Allocations
  readonly rivals: ReturnType<typeof createRivals>
  readonly writeOffs: ReturnType<typeof createWriteOffs>
  readonly ownBookings: ReturnType<typeof createOwnBookings>
  readonly now: Clock
  readonly onDecided: OnDecided
}

const differenceOf = (legs: readonly MatchLeg[]) =>
  legs.reduce((sum, leg) => sum + (leg.side === 'source' ? leg.amount : -leg.amount), 0)

/** What an accepted match books, and what its undo takes back. */
export function createBooking(deps: BookingDeps) {
  const { audit, runs, allocations, rivals, writeOffs, ownBookings, now, onDecided } = deps

  /** Books an accepted match and records it with what it displaced. */
  function take(actor: Actor, run: Run, before: Match | null, match: Match, action: string): Match {
    allocations.apply(actor.userId, match, now())
    const dropped = rivals.drop(match)
    runs.decided(actor, run.id)
    onDecided(actor, match, 'accepted', dropped)
    audit.record({
      actor,
      entity: 'match',
      entityId: match.id,
      runId: run.id,
      action,
      before: { match: before, dropped },
      after: match,
    })
    return match
  }

  /** Takes an accepted match off the books; what it displaced comes back. */
  function release(actor: Actor, run: Run, match: Match): { before: Match | null; rivals: readonly Match[] } {
    allocations.checkNotClosed(actor.userId, match.legs)
    allocations.takeBack(actor.userId, match, now())
    writeOffs.undo(actor, run, match)
    ownBookings.undo(actor, match)
    const taken = audit.last('match', match.id, ['accept', 'accept_unattended', 'accept_again', 'manual_match'])
    const known = taken?.before as { match: Match | null; dropped: Match[] } | null | undefined
    rivals.restore(actor.userId, known?.dropped ?? [])
    return { before: known?.match ?? null, rivals: known?.dropped ?? [] }
  }

  /** Legs and booking of a match under a treatment of its difference. */
  function settle(actor: Actor, run: Run, legs: readonly MatchLeg[], treatment: Treatment) {
    const difference = differenceOf(legs)
    if (difference === 0) return { legs, transactionId: null }
    if (treatment.kind === 'none')
      throw new LedgerRefusal(
        422,
        'difference_not_treated',
        `The two sides differ by ${Math.abs(difference)} minor units. Leave the rest open, or write it off.`,
        { difference: String(difference) },
      )
    const off = writeOffs.book(actor, run, difference, treatment, legs)
    if (off) return { legs: [...legs, off.leg], transactionId: off.transactionId }
    return { legs: evened(actor.userId, legs), transactionId: null }
  }

  /** A proposal whose sides differ, cut to what both have. */
  function evened(userId: string, legs: readonly MatchLeg[]): readonly MatchLeg[] {
    const pick = (side: MatchLeg['side']) =>
      legs.filter((leg) => leg.side === side).map((leg) => allocations.find(userId, leg))
    const amounts = new Map(legs.map((leg) => [allocations.idOf(leg), leg.amount]))
    return composeMatch(pick('source'), pick('ledger'), amounts, { kind: 'leave_open' }).legs
  }

  return { take, release, settle }
}
