import type { Clock } from '../../ports.ts'
import type { Actor } from '../audit/service.ts'
import type { Journals } from '../books/journals.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest } from '../errors.ts'
import type { Run } from '../runs/types.ts'
import type { Allocations } from './allocations.ts'
import type { matchQueries } from './match-queries.ts'
import type { Match, MatchLeg, Treatment } from './types.ts'

export interface WrittenOff {
  readonly transactionId: string
  /** The bank-side entry of the booking: with it both sides of the match are equal. */
  readonly leg: MatchLeg
}

/** Differences of matches that are booked against another ledger (3.7, 6.10). */
export function createWriteOffs(deps: {
  journals: Journals
  ledgers: Ledgers
  queries: ReturnType<typeof matchQueries>
  allocations: Allocations
  now: Clock
}) {
  const { journals, ledgers, queries, allocations, now } = deps

  function latestDate(userId: string, legs: readonly MatchLeg[]): string {
    const dates = legs.map((leg) => {
      const found = allocations.find(userId, leg)
      return found.side === 'source' ? found.item.bookingDate : found.entry.bookingDate
    })
    return dates.reduce((latest, date) => (date > latest ? date : latest), '')
  }

  return {
    /** Books `difference` (source less ledger) if the treatment says so; null for any other treatment, or without one. */
    book(
      actor: Actor,
      run: Run,
      difference: number,
      treatment: Treatment,
      legs: readonly MatchLeg[],
    ): WrittenOff | null {
      if (difference === 0 || treatment.kind !== 'write_off') return null
      const ledger = ledgers.find(actor.userId, treatment.ledgerId)
      if (ledger.id === run.ledgerId)
        throw invalidRequest('A difference is written off to another ledger', {
          difference_treatment: 'must name another ledger',
        })
      const amount = Math.abs(difference)
      const [bank, other] = difference > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
      const posted = journals.post(actor, {
        type: 'write_off',
        currency: run.currency,
        description: `Difference written off: ${treatment.reason}`.slice(0, 500),
        bookingDate: latestDate(actor.userId, legs),
        source: 'closing_posting',
        metadata: { run_id: run.id, reason: treatment.reason },
        entries: [
          { ledger: run.ledgerId, type: bank, amount, amountLcy: null },
          { ledger: ledger.id, type: other, amount, amountLcy: null },
        ],
      })
      const [entry] = posted.entries
      if (!entry) throw new Error('a write-off without its bank entry')
      return {
        transactionId: posted.transaction.id,
        leg: { side: 'ledger', sourceEntryId: null, ledgerEntryId: entry.id, amount: difference },
      }
    },
    /** Reverses the booking of an undone match; both bank entries then settle each other. */
    undo(actor: Actor, run: Run, match: Match): void {
      if (match.writeOffTransactionId === null) return
      const contra = journals.reverse(actor, match.writeOffTransactionId, {
        bookingDate: latestDate(actor.userId, match.legs),
        reason: 'match undone',
      })
      const { entries } = journals.get(actor.userId, match.writeOffTransactionId)
      for (const entry of [...entries, ...contra.entries])
        if (entry.ledgerId === run.ledgerId) queries.allocateEntry(entry.id, entry.signed, now())
    },
    /** The legs of a match without those of its write-off. */
    withoutWriteOff(userId: string, match: Match): readonly MatchLeg[] {
      if (match.writeOffTransactionId === null) return match.legs
      const own = new Set(journals.get(userId, match.writeOffTransactionId).entries.map(({ id }) => id))
      return match.legs.filter(({ ledgerEntryId }) => ledgerEntryId === null || !own.has(ledgerEntryId))
    },
  }
}
