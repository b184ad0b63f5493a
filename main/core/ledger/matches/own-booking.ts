import type { Clock } from '../../ports.ts'
import type { Actor } from '../audit/service.ts'
import type { Journals } from '../books/journals.ts'
import type { Entry } from '../books/types.ts'
import { refused } from '../errors.ts'
import type { matchQueries } from './match-queries.ts'
import type { Match, MatchLeg } from './types.ts'

/**
 * What create-and-match booked for its match (6.10): an undo books the opposite, so that line and books are as before and
 * nothing is deleted; a repetition books it anew.
 */
export function createOwnBookings(deps: { journals: Journals; queries: ReturnType<typeof matchQueries>; now: Clock }) {
  const { journals, queries, now } = deps

  function ofMatch(userId: string, match: Match): ReturnType<Journals['get']> | null {
    const lines = new Set(match.legs.map(({ sourceEntryId }) => sourceEntryId))
    for (const { ledgerEntryId } of match.legs) {
      if (ledgerEntryId === null) continue
      const found = journals.get(userId, journals.entry(userId, ledgerEntryId).transactionId)
      const { source, metadata } = found.transaction
      const isOwn = source === 'manual' && metadata.run_id === match.runId && lines.has(String(metadata.item_id))
      if (isOwn) return found
    }
    return null
  }

  const cover = ({ id, signed, allocated }: Entry) => queries.allocateEntry(id, signed - allocated, now())

  return {
    /**
     * Reverses the booking of a match whose legs were taken back; both entries of the bank then settle each other. Throws
     * 409 `transaction_in_use` while an accepted match rests on its other side, 422 `period_locked`.
     */
    undo(actor: Actor, match: Match): void {
      const booked = ofMatch(actor.userId, match)
      if (!booked || journals.isReversed(booked.transaction.id)) return
      const ledgers = new Set(
        booked.entries
          .filter(({ id }) => match.legs.some((leg) => leg.ledgerEntryId === id))
          .map((one) => one.ledgerId),
      )
      if (booked.entries.some(({ ledgerId, allocated }) => !ledgers.has(ledgerId) && allocated !== 0))
        throw refused(
          'transaction_in_use',
          'The other side of this booking is matched elsewhere. Undo that match first.',
          { transaction_id: booked.transaction.id },
        )
      const contra = journals.reverse(actor, booked.transaction.id, {
        bookingDate: booked.entries[0]?.bookingDate ?? '',
        reason: 'match undone',
      })
      for (const entry of [...booked.entries, ...contra.entries]) if (ledgers.has(entry.ledgerId)) cover(entry)
    },
    /** The legs of a match that is accepted again, over a new booking where its own was reversed. */
    again(actor: Actor, match: Match, legs: readonly MatchLeg[]): readonly MatchLeg[] {
      const booked = ofMatch(actor.userId, match)
      if (!booked || !journals.isReversed(booked.transaction.id)) return legs
      const { transaction, entries } = booked
      const anew = journals.post(actor, {
        type: transaction.type,
        currency: transaction.currency,
        description: transaction.description,
        bookingDate: entries[0]?.bookingDate ?? '',
        valueDate: transaction.valueDate,
        source: transaction.source,
        metadata: transaction.metadata,
        entries: entries.map(({ ledgerId: ledger, ...entry }) => ({ ...entry, ledger })),
      })
      const renewed = new Map(entries.map(({ id }, at) => [id, anew.entries[at]?.id ?? id]))
      return legs.map((leg) =>
        leg.side === 'ledger' ? { ...leg, ledgerEntryId: renewed.get(leg.ledgerEntryId) ?? leg.ledgerEntryId } : leg,
      )
    },
  }
}
