import type { Journals } from '../books/journals.ts'
import type { Entry } from '../books/types.ts'
import { LedgerRefusal, notFound, refused } from '../errors.ts'
import type { itemQueries } from '../items/item-queries.ts'
import { type Item, openAmount } from '../items/types.ts'
import type { matchQueries } from './match-queries.ts'
import type { Match, MatchLeg } from './types.ts'

type MatchQueries = ReturnType<typeof matchQueries>
type ItemQueries = ReturnType<typeof itemQueries>

/** An entry of either side with what is open of it. */
export type Leggable =
  | { readonly side: 'source'; readonly id: string; readonly open: number; readonly item: Item }
  | { readonly side: 'ledger'; readonly id: string; readonly open: number; readonly entry: Entry }

/** Reads entries of both sides, and books or takes back what accepted matches allocate of them. */
export function createAllocations(deps: { items: ItemQueries; matches: MatchQueries; journals: Journals }) {
  const { items, matches, journals } = deps

  function item(userId: string, id: string): Leggable {
    const found = items.byId(userId, id)
    if (!found) throw notFound(`Item ${id}`)
    const parent = found.parentId === null ? null : items.byId(userId, found.parentId)
    return { side: 'source', id, open: openAmount(found, parent), item: found }
  }
  function entry(userId: string, id: string): Leggable {
    const found = journals.entry(userId, id)
    // Of an import that is being booked, or taken back, nothing is open yet, or any more.
    const open = journals.isInFlux(found) ? 0 : found.signed - found.allocated
    return { side: 'ledger', id, open, entry: found }
  }
  const find = (userId: string, leg: MatchLeg): Leggable =>
    leg.side === 'source' ? item(userId, leg.sourceEntryId) : entry(userId, leg.ledgerEntryId)
  const fits = ({ open }: Leggable, amount: number) =>
    amount !== 0 && Math.sign(open) === Math.sign(amount) && Math.abs(amount) <= Math.abs(open)
  const idOf = (leg: MatchLeg) => (leg.side === 'source' ? leg.sourceEntryId : leg.ledgerEntryId)

  /** Throws 409 `legs_not_open` naming the match that took the leg. */
  function checkOpen(userId: string, legs: readonly MatchLeg[], ownId: string | null): void {
    for (const leg of legs) {
      const found = find(userId, leg)
      if (fits(found, leg.amount)) continue
      const taker = matches.acceptedWith(idOf(leg)).find(({ id }) => id !== ownId)
      throw refused(
        'legs_not_open',
        taker
          ? 'Another accepted match took a part of this meanwhile. Look at that match; undo it if it is wrong.'
          : 'The amount is no longer open: the line was closed, or the booking changed.',
        { entry_id: idOf(leg), side: leg.side, open: String(found.open), match_id: taker?.id ?? null },
      )
    }
  }

  /** Throws 409 `item_rest_closed` for a line whose rest was closed: what is matched of it stays until it is reopened. */
  function checkNotClosed(userId: string, legs: readonly MatchLeg[]): void {
    for (const leg of legs) {
      if (leg.side === 'ledger' || items.byId(userId, leg.sourceEntryId)?.closedAt == null) continue
      throw refused(
        'item_rest_closed',
        'The rest of a line of this match was closed. Reopen that line first, then undo the match.',
        { item_id: leg.sourceEntryId },
      )
    }
  }

  return {
    item,
    entry,
    find,
    idOf,
    checkOpen,
    checkNotClosed,
    areOpen: (userId: string, legs: readonly MatchLeg[]) => legs.every((leg) => fits(find(userId, leg), leg.amount)),
    /** Books the legs of an accepted match; the caller checked that they are open. */
    apply(userId: string, match: Match, at: number): void {
      for (const leg of match.legs) shift(userId, leg, leg.amount, at)
    },
    takeBack(userId: string, match: Match, at: number): void {
      for (const leg of match.legs) shift(userId, leg, -leg.amount, at)
    },
  }

  function shift(userId: string, leg: MatchLeg, amount: number, at: number): void {
    if (leg.side === 'ledger') {
      matches.allocateEntry(leg.ledgerEntryId, amount, at)
      return
    }
    const found = items.byId(userId, leg.sourceEntryId)
    if (!found)
      throw new LedgerRefusal(409, 'legs_not_open', 'A line of this match is no longer there.', {
        entry_id: leg.sourceEntryId,
      })
    items.allocate(found, amount, at)
  }
}
export type Allocations = ReturnType<typeof createAllocations>
