import type { MatchKind } from '../engine/types.ts'
import { invalidRequest, LedgerRefusal } from '../errors.ts'
import type { Leggable } from './allocations.ts'
import type { MatchLeg, Treatment } from './types.ts'

/** Legs chosen by a person, in order; `amounts` names shares that differ from what is open. */
export interface Composition {
  readonly legs: readonly MatchLeg[]
  readonly kind: MatchKind
  /** Sum of source legs less sum of ledger legs. */
  readonly difference: number
}

export const legOf = (chosen: Leggable, amount: number): MatchLeg =>
  chosen.side === 'source'
    ? { side: 'source', sourceEntryId: chosen.id, ledgerEntryId: null, amount }
    : { side: 'ledger', sourceEntryId: null, ledgerEntryId: chosen.id, amount }

const total = (legs: readonly { amount: number }[]) => legs.reduce((sum, leg) => sum + leg.amount, 0)
const currencyOf = (one: Leggable) => (one.side === 'source' ? one.item.currency : one.entry.currency)
const dateOf = (one: Leggable) => (one.side === 'source' ? one.item.bookingDate : one.entry.bookingDate)

function kindOf(source: number, ledger: number): MatchKind {
  if (source === 0 || ledger === 0) return 'netting'
  if (source === 1) return ledger === 1 ? 'one_to_one' : 'one_to_many'
  return ledger === 1 ? 'many_to_one' : 'many_to_many'
}

function shares(side: readonly Leggable[], amounts: ReadonlyMap<string, number>): MatchLeg[] {
  return side.map((chosen) => {
    const amount = amounts.get(chosen.id) ?? chosen.open
    const fits =
      amount !== 0 && Math.sign(amount) === Math.sign(chosen.open) && Math.abs(amount) <= Math.abs(chosen.open)
    if (chosen.open !== 0 && !fits)
      throw invalidRequest('An allocation is larger than what is open, or of the other sign', {
        allocations: chosen.id,
      })
    return legOf(chosen, amount)
  })
}

/** Takes from the side that has more, oldest first, until both sides are equal (6.10: "fills the oldest"). */
function trimmed(side: readonly Leggable[], legs: readonly MatchLeg[], goal: number): MatchLeg[] {
  const order = side
    .map((one, at) => ({ at, date: dateOf(one) }))
    .sort((a, b) => a.date.localeCompare(b.date) || a.at - b.at)
  const amounts = new Map<number, number>()
  let left = goal
  for (const { at } of order) {
    const amount = legs[at]?.amount ?? 0
    const taken =
      Math.sign(amount) === Math.sign(left) ? Math.sign(left) * Math.min(Math.abs(amount), Math.abs(left)) : 0
    amounts.set(at, taken)
    left -= taken
  }
  return legs.flatMap((leg, at) => ((amounts.get(at) ?? 0) === 0 ? [] : [{ ...leg, amount: amounts.get(at) ?? 0 }]))
}

/**
 * A match from a selection (6.10). Throws 400 for fewer than two entries, 422 `currency_differs`, `sign_differs`, and
 * `difference_not_treated` when the sides differ and nothing says what happens with the rest.
 */
export function composeMatch(
  source: readonly Leggable[],
  ledger: readonly Leggable[],
  amounts: ReadonlyMap<string, number>,
  treatment: Treatment,
): Composition {
  if (source.length + ledger.length < 2)
    throw invalidRequest('Choose at least two entries', { source_entry_ids: 'at least two entries in total' })
  const all = [...source, ...ledger]
  if (new Set(all.map(currencyOf)).size > 1)
    throw new LedgerRefusal(
      422,
      'currency_differs',
      'The chosen entries are in different currencies. Match each currency for itself.',
    )
  const sourceLegs = shares(source, amounts)
  const ledgerLegs = shares(ledger, amounts)
  const [given, booked] = [total(sourceLegs), total(ledgerLegs)]
  const kind = kindOf(source.length, ledger.length)
  if (kind !== 'netting' && given * booked < 0)
    throw new LedgerRefusal(422, 'sign_differs', 'One side is money in, the other money out. Such entries never match.')
  const difference = given - booked
  if (difference === 0) return { legs: [...sourceLegs, ...ledgerLegs], kind, difference: 0 }
  if (kind === 'netting' || treatment.kind === 'none')
    throw new LedgerRefusal(
      422,
      'difference_not_treated',
      `The two sides differ by ${Math.abs(difference)} minor units. Leave the rest open, write it off, or choose other entries.`,
      { difference: String(difference) },
    )
  if (treatment.kind === 'write_off') return { legs: [...sourceLegs, ...ledgerLegs], kind, difference }
  const isSourceMore = Math.abs(given) > Math.abs(booked)
  const legs = isSourceMore
    ? [...trimmed(source, sourceLegs, booked), ...ledgerLegs]
    : [...sourceLegs, ...trimmed(ledger, ledgerLegs, given)]
  return { legs, kind, difference: 0 }
}
