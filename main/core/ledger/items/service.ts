import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Journals } from '../books/journals.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest, notFound, refused } from '../errors.ts'
import type { Matches } from '../matches/service.ts'
import type { Runs } from '../runs/service.ts'
import type { itemQueries } from './item-queries.ts'
import type { Item } from './types.ts'

export const closingReasons = [
  'manual_review',
  'bank_fee',
  'interest',
  'tax',
  'transfer_own_account',
  'private',
  'duplicate_on_statement',
  'netted',
  'below_threshold',
  'prior_period',
  'other',
] as const
export type ClosingReason = (typeof closingReasons)[number]

/** Reasons that stand without a posting (10.1); all others need a ledger to post to. */
const withoutPosting: ReadonlySet<ClosingReason> = new Set([
  'manual_review',
  'duplicate_on_statement',
  'netted',
  'prior_period',
])

export interface Closing {
  readonly ledger?: string | null | undefined
  readonly reason: ClosingReason
  readonly note?: string | null | undefined
}

export interface Items {
  find(userId: string, id: string): Item | null
  get(userId: string, id: string): Item
  /** Closes the open part; with a ledger it posts a balanced journal. Throws 409 `item_already_matched`. */
  close(actor: Actor, id: string, closing: Closing): Item
  /** Reverses the posting by a contra entry and opens the item again. */
  reopen(actor: Actor, id: string, reason: string | null): Item
  setNote(actor: Actor, id: string, note: string | null): Item
}

export interface ItemDeps {
  readonly store: Store
  readonly audit: Audit
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly runs: Runs
  readonly matches: Matches
  readonly queries: ReturnType<typeof itemQueries>
  readonly now: Clock
  /** Called in the transaction after an item was closed or reopened: discrepancies, learning. */
  readonly onClosed: (actor: Actor, item: Item, what: 'closed' | 'reopened') => void
  /** Books an amount on a ledger entry as covered (a posting made for a line is no open entry). */
  readonly cover: (entryId: string, amount: number, at: number) => void
}

/** Closing of lines that have no partner in the books (8, source entry). */
export function createItems(deps: ItemDeps): Items {
  const { store, audit, ledgers, journals, runs, matches, queries, now, onClosed, cover } = deps

  function get(userId: string, id: string): Item {
    const item = queries.byId(userId, id)
    if (!item) throw notFound(`Item ${id}`)
    return item
  }
  const openOf = (item: Item, userId: string) => matches.allocations.item(userId, item.id).open

  function post(actor: Actor, item: Item, amount: number, ledgerRef: string, closing: Closing): string {
    const ledger = ledgers.find(actor.userId, ledgerRef)
    if (ledger.id === item.ledgerId)
      throw invalidRequest('An item is closed to another ledger than its own', { ledger_id: 'must be another ledger' })
    const isIn = amount > 0
    const text = [item.counterpartyName, item.remittanceText].filter(Boolean).join(': ')
    const { transaction, entries } = journals.post(actor, {
      type: 'closing',
      currency: item.currency,
      description: (text || closing.reason).slice(0, 500),
      bookingDate: item.bookingDate,
      valueDate: item.valueDate,
      source: 'closing_posting',
      metadata: { item_id: item.id, run_id: item.runId, reason: closing.reason },
      entries: [
        { ledger: item.ledgerId, type: isIn ? 'debit' : 'credit', amount: Math.abs(amount), amountLcy: null },
        { ledger: ledger.id, type: isIn ? 'credit' : 'debit', amount: Math.abs(amount), amountLcy: null },
      ],
    })
    const [bank] = entries
    if (bank) cover(bank.id, bank.signed, now())
    return transaction.id
  }

  return {
    find: queries.byId,
    get,
    close: (actor, id, closing) =>
      store.write(() => {
        const item = get(actor.userId, id)
        const run = runs.get(actor.userId, item.runId)
        runs.checkOpen(run)
        const isSame =
          item.closedAt !== null &&
          item.closedReason === closing.reason &&
          (closing.ledger == null || ledgers.find(actor.userId, closing.ledger).id === item.closedLedgerId)
        if (isSame) return item
        if (item.closedAt !== null)
          throw refused('item_already_closed', 'The item is closed with another reason. Reopen it first.', {
            item_id: id,
          })
        if (closing.reason === 'other' && !closing.note?.trim())
          throw invalidRequest('The reason "other" needs a note', { note: 'is required with the reason other' })
        if (!closing.ledger && !withoutPosting.has(closing.reason))
          throw invalidRequest(`The reason ${closing.reason} needs a ledger to post to`, {
            ledger_id: `is required with the reason ${closing.reason}`,
          })
        const amount = openOf(item, actor.userId)
        if (amount === 0)
          throw refused(
            'item_already_matched',
            'Nothing of this item is open: it is matched, not booked, or part of one that is.',
          )
        const transactionId = closing.ledger ? post(actor, item, amount, closing.ledger, closing) : null
        matches.dropSuggestionsOf(actor.userId, [id])
        const ledgerId = closing.ledger ? ledgers.find(actor.userId, closing.ledger).id : null
        queries.close(
          item,
          { ledgerId, reason: closing.reason, note: closing.note ?? null, by: actor.name, amount, transactionId },
          now(),
        )
        const closed = get(actor.userId, id)
        runs.decided(actor, run.id)
        onClosed(actor, closed, 'closed')
        audit.record({
          actor,
          entity: 'item',
          entityId: id,
          runId: run.id,
          action: 'close',
          before: item,
          after: closed,
          reason: closing.reason,
        })
        return closed
      }),
    reopen: (actor, id, reason) =>
      store.write(() => {
        const item = get(actor.userId, id)
        const run = runs.get(actor.userId, item.runId)
        runs.checkOpen(run)
        if (item.closedAt === null) return item
        if (item.closingTransactionId !== null) {
          const contra = journals.reverse(actor, item.closingTransactionId, {
            bookingDate: item.bookingDate,
            reason: reason ?? 'reopened',
          })
          for (const entry of contra.entries) if (entry.ledgerId === item.ledgerId) cover(entry.id, entry.signed, now())
        }
        queries.reopen(item, now())
        const reopened = get(actor.userId, id)
        onClosed(actor, reopened, 'reopened')
        audit.record({
          actor,
          entity: 'item',
          entityId: id,
          runId: run.id,
          action: 'reopen',
          before: item,
          after: reopened,
          reason,
        })
        return reopened
      }),
    setNote: (actor, id, note) =>
      store.write(() => {
        const item = get(actor.userId, id)
        if (item.note === note) return item
        const run = runs.get(actor.userId, item.runId)
        runs.checkOpen(run)
        queries.setNote(id, note, now())
        const noted = get(actor.userId, id)
        audit.record({
          actor,
          entity: 'item',
          entityId: id,
          runId: run.id,
          action: 'note',
          before: item.note,
          after: note,
        })
        return noted
      }),
  }
}
