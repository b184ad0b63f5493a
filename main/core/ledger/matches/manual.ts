import { randomUUID } from 'node:crypto'
import type { Clock } from '../../ports.ts'
import type { Actor } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest } from '../errors.ts'
import type { Run } from '../runs/types.ts'
import type { Allocations, Leggable } from './allocations.ts'
import type { createBooking } from './booking.ts'
import { composeMatch, legOf } from './compose.ts'
import type { matchQueries } from './match-queries.ts'
import { stableKey } from './stable-key.ts'
import type { Match, MatchLeg, Treatment } from './types.ts'
import type { createWriteOffs } from './write-off.ts'

export interface ManualMatch {
  readonly sourceEntryIds: readonly string[]
  readonly ledgerEntryIds: readonly string[]
  readonly note?: string | null | undefined
  /** Shares of entries by id, signed minor units. */
  readonly allocations: ReadonlyMap<string, number>
  readonly treatment: Treatment
}

const asKeyed = (legs: readonly MatchLeg[]) =>
  legs.map((leg) => ({ side: leg.side, id: leg.sourceEntryId ?? leg.ledgerEntryId ?? '', amount: leg.amount }))

interface ManualDeps {
  readonly queries: ReturnType<typeof matchQueries>
  readonly ledgers: Ledgers
  readonly allocations: Allocations
  readonly booking: ReturnType<typeof createBooking>
  readonly writeOffs: ReturnType<typeof createWriteOffs>
  readonly now: Clock
}

/** A selection of a person as a match that is accepted at once (6.10). Call in the transaction, with a run that is open. */
export function createManual({ queries, ledgers, allocations, booking, writeOffs, now }: ManualDeps) {
  function chosen(actor: Actor, run: Run, input: ManualMatch): { source: Leggable[]; ledger: Leggable[] } {
    const source = [...new Set(input.sourceEntryIds)].map((id) => allocations.item(actor.userId, id))
    const ledger = [...new Set(input.ledgerEntryIds)].map((id) => allocations.entry(actor.userId, id))
    const family = new Set(ledgers.family(actor.userId, run.ledgerId))
    for (const one of [...source, ...ledger])
      if (one.side === 'source' ? one.item.ledgerId !== run.ledgerId : !family.has(one.entry.ledgerId))
        throw invalidRequest('An entry belongs to another ledger', {
          [one.side === 'source' ? 'source_entry_ids' : 'ledger_entry_ids']: one.id,
        })
    return { source, ledger }
  }

  /** The accepted match with exactly these entries and shares (9.5). */
  function acceptedSame(userId: string, entries: readonly Leggable[], input: ManualMatch): Match | null {
    const wanted = entries.map(({ id }) => id).sort()
    const found = queries.acceptedWith(wanted[0] ?? '').find((match) => {
      const legs = writeOffs.withoutWriteOff(userId, match)
      const ids = legs.map(allocations.idOf).sort()
      const isSameShare = (leg: MatchLeg) => (input.allocations.get(allocations.idOf(leg)) ?? leg.amount) === leg.amount
      return ids.length === wanted.length && ids.every((id, at) => id === wanted[at]) && legs.every(isSameShare)
    })
    return found ?? null
  }

  return (actor: Actor, run: Run, input: ManualMatch): { match: Match; isNew: boolean } => {
    const { source, ledger } = chosen(actor, run, input)
    const all = [...source, ...ledger]
    // Without shares, and while each still has a rest, it is those rests that are to be matched.
    const isAboutRests = input.allocations.size === 0 && all.every(({ open }) => open !== 0)
    const already = isAboutRests ? null : acceptedSame(actor.userId, all, input)
    if (already) return { match: already, isNew: false }
    for (const one of all) if (one.open === 0) allocations.checkOpen(actor.userId, [legOf(one, 0)], null)
    const composed = composeMatch(source, ledger, input.allocations, input.treatment)
    const { legs, transactionId } = booking.settle(actor, run, composed.legs, input.treatment)
    const at = now()
    const match: Match = {
      id: randomUUID(),
      runId: run.id,
      status: 'accepted',
      origin: 'manual',
      kind: composed.kind,
      difference: 0,
      treatment: input.treatment,
      writeOffTransactionId: transactionId,
      score: 100,
      band: 'strong',
      reasons: [],
      ambiguousWith: [],
      unattended: false,
      note: input.note ?? null,
      rejectReason: null,
      decidedBy: actor.name,
      decidedAt: at,
      stableKey: stableKey(asKeyed(legs)),
      version: 1,
      createdAt: at,
      modifiedAt: at,
      legs,
    }
    queries.insert(match)
    return { match: booking.take(actor, run, null, match, 'manual_match'), isNew: true }
  }
}
