import { sumOf } from '../amounts.ts'
import type { ManualMatch, Match, Money } from '../ledger-api.ts'

type Leg = Match['legs'][number]

export const legId = (leg: Leg): string => leg.source_entry_id ?? leg.ledger_entry_id ?? ''

/** Whether a member may be left out: something must stay on its side, and two in all. */
export const canLeaveOut = ({ legs }: Match, out: readonly string[], leg: Leg): boolean =>
  out.includes(legId(leg)) || legs.filter((each) => each.side === leg.side && !out.includes(legId(each))).length > 1

export interface Remaining {
  readonly source: Money
  readonly ledger: Money
  readonly difference: Money
  /** The same match by hand, without those left out. */
  readonly input: ManualMatch
}

/** What a proposal adds up to without the members that were left out. */
export function withoutMembers(match: Match, out: readonly string[]): Remaining {
  const legs = match.legs.filter((leg) => !out.includes(legId(leg)))
  const { currency, precision } = match.difference
  const of = (side: Leg['side']) => legs.filter((leg) => leg.side === side)
  const sum = (side: Leg['side']) =>
    sumOf(
      of(side).map(({ amount }) => amount),
      currency,
      precision,
    )
  const source = sum('source')
  const ledger = sum('ledger')
  return {
    source,
    ledger,
    difference: { ...source, amount: String(BigInt(source.amount) - BigInt(ledger.amount)) },
    input: {
      source_entry_ids: of('source').map(legId),
      ledger_entry_ids: of('ledger').map(legId),
      allocations: Object.fromEntries(legs.map((leg) => [legId(leg), leg.amount.amount])),
    },
  }
}
