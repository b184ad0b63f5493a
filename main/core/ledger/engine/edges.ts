import { type Books, firstFrom, withinDays } from './books.ts'
import { deductionsOf } from './deductions.ts'
import type { PartyCode } from './parties.ts'
import { points } from './points.ts'
import type { Hit } from './references/find-references.ts'
import { ruleAgrees } from './rules.ts'
import type { EngineEntry, EngineItem } from './types.ts'

export type DateCode = 'D1' | 'D2' | 'D3' | 'D4' | 'D5'

/** A pair that may be a match, with the evidence that does not depend on other pairs. */
export interface Edge {
  readonly item: number
  readonly entry: number
  /** Null: only a reference agrees. */
  readonly amount: 'A1' | 'A3' | 'A4' | null
  /** Equal in the item's original currency, not in that of the books. */
  readonly isForeign: boolean
  readonly hit: Hit | null
  readonly party: PartyCode | null
  readonly date: DateCode
  readonly history: 'H1' | 'H2' | null
  readonly distance: number
  /** Points of all but date and rivals. */
  readonly base: number
}

/** Above so many lines of one amount in the window only the nearest, and those of the same party, are compared. */
const mostInWindow = 24
const mostOfParty = 12

export const dateOf = (distance: number, isOrdinary: boolean, isCheque: boolean): DateCode =>
  distance <= 1 ? 'D1' : distance <= 3 ? 'D2' : distance <= 7 ? 'D3' : isOrdinary || isCheque ? 'D4' : 'D5'

/** All pairs of an item with entries of equal, explained or referenced amount, in the order of the entries. */
export function edgesOf(books: Books, item: number): Edge[] {
  const found = new Map<number, Edge>()
  const add = (entry: number, amount: Edge['amount'], isForeign = false): void => {
    // A pair that only a reference joins may still be equal in another currency, or differ by a known fee.
    const known = found.get(entry)
    if ((known && (known.amount !== null || amount === null)) || !books.isEntryOpen(entry)) return
    const edge = edgeOf(books, item, entry, amount, isForeign)
    // Another amount needs somebody known, or a reference, to be explained by a deduction.
    if (edge && (amount !== 'A4' || edge.hit !== null || (edge.party !== null && edge.party !== 'C5')))
      found.set(entry, edge)
  }
  const one = books.items[item] as EngineItem
  for (const { entry } of books.hits(item)) add(entry, amountOf(books, one, entry))
  for (const entry of nearby(books, item, books.bucket(one.currency, one.open).entries)) add(entry, 'A1')
  if (one.originalAmount !== null && one.originalCurrency !== null && one.originalCurrency !== one.currency) {
    const original = Math.sign(one.open) * Math.abs(one.originalAmount)
    for (const entry of nearby(books, item, books.bucket(one.originalCurrency, original).entries))
      add(entry, 'A1', true)
    for (const entry of nearby(books, item, books.originals(one.originalCurrency, original))) add(entry, 'A1', true)
  }
  for (const entry of books.foreign.near(books, item)) add(entry, 'A3', true)
  for (const entry of deductionsOf(books, item)) add(entry, 'A4')
  return [...found.values()].sort((a, b) => a.entry - b.entry)
}

/** An entry that a reference leads to, whatever its amount. */
function amountOf(books: Books, item: EngineItem, entry: number): Edge['amount'] {
  const { currency, open } = books.entries[entry] as EngineEntry
  if (currency !== item.currency) return null
  return open === item.open ? 'A1' : Math.abs(open - item.open) <= toleranceFor(books, open) ? 'A3' : null
}

export function toleranceFor({ input: { profile } }: Books, amount: number): number {
  const relative = Math.floor((Math.abs(amount) * profile.tolerancePerMille) / 1000)
  const tolerance = Math.max(profile.toleranceAbsolute, relative)
  return profile.toleranceCap > 0 ? Math.min(tolerance, profile.toleranceCap) : tolerance
}

/** Null when the days do not allow it, or another currency has nothing to say for it. */
export function edgeOf(
  books: Books,
  item: number,
  entry: number,
  amount: Edge['amount'],
  isForeign = false,
): Edge | null {
  const one = books.items[item] as EngineItem
  const other = books.entries[entry] as EngineEntry
  if (Math.sign(one.open) !== Math.sign(other.open)) return null
  if (one.currency !== other.currency && !isForeign) return null
  const { profile } = books.input
  const hit = books.hits(item).find((known) => known.entry === entry) ?? null
  const lag = (books.itemDays[item] as number) - (books.entryDays[entry] as number)
  const isIn = ([from, to]: readonly [number, number]): boolean => lag >= from && lag <= to
  const isOrdinary = isIn(profile.days)
  const isCheque = hit?.isCheque === true && isIn(profile.daysCheque)
  const party = books.party(item, entry)
  // A number without its prefix reaches as far as a whole one where the amount is the same and the payer is known by name.
  const isWhole = hit !== null && (hit.code === 'R1' || hit.code === 'R2' || hit.code === 'R3')
  const isLong = isWhole || (hit?.code === 'R4' && amount === 'A1' && party !== null && party !== 'C5')
  if (!isOrdinary && !isCheque && !(isLong && isIn(profile.daysWithReference))) return null

  const distance = books.distance(item, entry)
  // A short number only says something beside a party that agrees (R5).
  const isKnown = party === 'C1' || party === 'C2' || party === 'C3'
  const usable = hit?.code === 'R5' && !isKnown ? null : hit
  const date = isOrdinary || isCheque ? dateOf(distance, isOrdinary, isCheque) : 'D5'
  const history = historyOf(books, item, entry, lag)
  const base =
    (amount === null ? 0 : points[amount]) +
    (usable ? points[usable.code] : 0) +
    (party ? points[party] : 0) +
    (history ? points[history] : 0)
  return { item, entry, amount, isForeign, hit: usable, party, date, history, distance, base }
}

function historyOf(books: Books, item: number, entry: number, lag: number): Edge['history'] {
  const counterparty = books.parties.counterparty(books.entryParty[entry] as number)
  if (!counterparty) return null
  if (books.input.rules.some((rule) => ruleAgrees(rule, books.items[item] as EngineItem, counterparty.id))) return 'H1'
  return counterparty.usualLagDays !== null && Math.abs(lag - counterparty.usualLagDays) <= 1 ? 'H2' : null
}

/** Open entries of the list within the ordinary window; of very many, the nearest and those of alike parties. */
function nearby(books: Books, item: number, list: readonly number[]): readonly number[] {
  if (list.length === 0) return list
  const day = books.itemDays[item] as number
  const [fewest, most] = books.input.profile.days
  const inWindow = withinDays(list, books.entryDays, day - most, day - fewest)
  if (inWindow.length <= mostInWindow) return inWindow
  const alike = new Set(books.parties.like(books.itemParty[item] as number))
  const ofParty = nearest(
    inWindow.filter((entry) => alike.has(books.entryParty[entry] as number)),
    books.entryDays,
    day,
    mostOfParty,
  )
  return [...new Set([...nearest(inWindow, books.entryDays, day, mostInWindow), ...ofParty])]
}

/** The nearest of a list in order of days; of two as near, the older first. */
export function nearest(list: readonly number[], days: Int32Array, day: number, most: number): readonly number[] {
  if (list.length <= most) return list
  let right = firstFrom(list, days, day)
  let left = right - 1
  const away = (at: number): number => Math.abs((days[list[at] as number] as number) - day)
  while (right - left - 1 < most) {
    if (right >= list.length || (left >= 0 && away(left) <= away(right))) left--
    else right++
  }
  return list.slice(left + 1, right)
}
