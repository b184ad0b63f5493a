import type { Store } from '../../db/store.ts'
import type { Actor } from '../audit/service.ts'
import type { Journals } from '../books/journals.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest, refused } from '../errors.ts'
import type { Items } from '../items/service.ts'
import type { Runs } from '../runs/service.ts'
import type { Matches } from './service.ts'
import type { Match } from './types.ts'

/** What is booked for a line that the books do not have yet. */
export interface NewBooking {
  /** Id, code or number of the ledger at the other side. */
  readonly ledger: string
  readonly bookingDate?: string | undefined
  readonly description?: string | undefined
  readonly counterpartyName?: string | null | undefined
  readonly documentNo?: string | null | undefined
  readonly note?: string | null | undefined
}

export interface CreateAndMatchDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly runs: Runs
  readonly items: Items
  readonly matches: Matches
}

/**
 * Books what is open of a line and matches both, in one transaction (6.10). An undo takes the match back and reverses the
 * booking (`own-booking.ts`, which knows it by its metadata). 409 `item_already_matched` when nothing of the line is open.
 */
export function createBookingMatcher({ store, ledgers, journals, runs, items, matches }: CreateAndMatchDeps) {
  return (actor: Actor, itemId: string, booking: NewBooking): Match =>
    store.write(() => {
      const item = items.get(actor.userId, itemId)
      runs.checkOpen(runs.get(actor.userId, item.runId))
      const { open } = matches.allocations.item(actor.userId, itemId)
      if (open === 0)
        throw refused('item_already_matched', 'Nothing of this line is open: it is matched, closed, or not booked.')
      const other = ledgers.find(actor.userId, booking.ledger)
      if (other.id === item.ledgerId)
        throw invalidRequest('A line is booked against another ledger than its own', {
          ledger_id: 'must be another ledger',
        })
      const isIn = open > 0
      const description = booking.description ?? item.remittanceText ?? item.counterpartyName ?? ''
      const facts = {
        amount: Math.abs(open),
        amountLcy: null,
        description: description.slice(0, 500),
        documentNo: booking.documentNo ?? null,
        counterpartyName: booking.counterpartyName === undefined ? item.counterpartyName : booking.counterpartyName,
        counterpartyAccount: item.counterpartyAccount,
      }
      const { entries } = journals.post(actor, {
        type: 'journal',
        currency: item.currency,
        description: facts.description,
        bookingDate: booking.bookingDate ?? item.bookingDate,
        valueDate: item.valueDate,
        source: 'manual',
        metadata: { item_id: item.id, run_id: item.runId },
        entries: [
          { ...facts, ledger: item.ledgerId, type: isIn ? 'debit' : 'credit' },
          { ...facts, ledger: other.id, type: isIn ? 'credit' : 'debit' },
        ],
      })
      const own = entries.find(({ ledgerId }) => ledgerId === item.ledgerId)
      const { match } = matches.manual(actor, item.runId, {
        sourceEntryIds: [itemId],
        ledgerEntryIds: own ? [own.id] : [],
        note: booking.note,
        allocations: new Map(),
        treatment: { kind: 'none' },
      })
      return match
    })
}
