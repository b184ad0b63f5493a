import { type Books, withinDays } from './books.ts'
import { type DateCode, dateOf } from './edges.ts'
import type { PartyCode } from './parties.ts'
import { mostMembersCounted, points } from './points.ts'
import { dateReason, partyReason, reason } from './reasons.ts'
import type { ReferenceCode } from './references/find-references.ts'
import type { EngineEntry, EngineItem, Reason } from './types.ts'

/** One side of a group is a single line; or both are few (6.6 pass 5). */
export interface Group {
  readonly items: readonly number[]
  readonly entries: readonly number[]
}

export interface GroupFacts {
  readonly party: PartyCode | null
  readonly date: DateCode
  /** Greatest distance of two members. */
  readonly distance: number
  /** Code of the reference by which the least surely named member is named; null when one is not named. */
  readonly reference: ReferenceCode | null
  readonly isOrdinary: boolean
}

const partyOrder: readonly (PartyCode | null)[] = ['C5', null, 'C4', 'C3', 'C2', 'C1']
const referenceOrder: readonly ReferenceCode[] = ['R1', 'R2', 'R3', 'R4', 'R5']

/** What all members of a group have in common: the weakest of each family. */
export function groupFacts(books: Books, { items, entries }: Group): GroupFacts {
  let party = partyOrder.length - 1
  let distance = 0
  let reference: number | null = 0
  let isOrdinary = true
  const { days } = books.input.profile
  for (const item of items)
    for (const entry of entries) {
      const code = books.party(item, entry)
      party = Math.min(party, partyOrder.indexOf(code))
      distance = Math.max(distance, books.distance(item, entry))
      const hit = books.hits(item).find((known) => known.entry === entry)
      const rank = hit ? referenceOrder.indexOf(hit.code) : -1
      reference = rank < 0 || reference === null ? null : Math.max(reference, rank)
      const lag = (books.itemDays[item] as number) - (books.entryDays[entry] as number)
      isOrdinary &&= lag >= days[0] && lag <= days[1]
    }
  const code = partyOrder[party] ?? null
  const named = reference === null ? null : (referenceOrder[reference] ?? null)
  return {
    party: code,
    distance,
    isOrdinary,
    date: dateOf(distance, isOrdinary, false),
    reference: named === 'R5' && !(code === 'C1' || code === 'C2' || code === 'C3') ? null : named,
  }
}

/** Reasons of party and date that all members share, with the weakest pair as evidence. */
export function sharedReasons(books: Books, { items, entries }: Group, facts: GroupFacts): Reason[] {
  const pairs = items.flatMap((item) => entries.map((entry) => ({ item, entry })))
  const weakest = pairs.find(({ item, entry }) => books.party(item, entry) === facts.party)
  const furthest = pairs.find(({ item, entry }) => books.distance(item, entry) === facts.distance)
  return [
    ...(facts.party && weakest ? [partyReason(books, weakest.item, weakest.entry, facts.party)] : []),
    ...(furthest ? [dateReason(books, furthest.item, furthest.entry, facts.date, facts.distance)] : []),
  ]
}

/** "R3 — all numbers are named", with every fragment. */
export function namedReason(books: Books, { items, entries }: Group, code: ReferenceCode): Reason {
  const hits = items.flatMap((item) => books.hits(item).filter(({ entry }) => entries.includes(entry)))
  return reason(code, 'Every document number of the group is named', {
    fragments: [...new Set(hits.map(({ fragment }) => fragment))],
    values: [...new Set(hits.map(({ value }) => value))],
  })
}

export const sumReason = (books: Books, { items, entries }: Group): Reason =>
  reason('A2', 'The sums are equal', {
    amount: sumItems(books, items),
    members: Math.max(items.length, entries.length),
  })

/** G1: each member above two of a group for which only the amount speaks. */
export function memberReasons({ items, entries }: Group): Reason[] {
  const above = Math.min(mostMembersCounted, items.length + entries.length - 3)
  if (above <= 0) return []
  return [reason('G1', 'Only the amounts speak for this group', { members: above + 2 }, points.G1 * above)]
}

export const sumItems = (books: Books, items: readonly number[]): number =>
  items.reduce((sum, at) => sum + (books.items[at] as EngineItem).open, 0)
export const sumEntries = (books: Books, entries: readonly number[]): number =>
  entries.reduce((sum, at) => sum + (books.entries[at]?.open ?? 0), 0)

/** Open entries of parties that agree with the item's, in either direction, within its ordinary window. */
export function allOfParty(
  books: Books,
  item: number,
  byParty: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const { currency } = books.items[item] as EngineItem
  const party = books.itemParty[item] as number
  const [fewest, most] = books.input.profile.days
  const day = books.itemDays[item] as number
  return books.parties
    .like(party)
    .filter((other) => {
      const code = books.parties.code(party, other)
      return code !== null && code !== 'C5'
    })
    .flatMap((other) => withinDays(byParty.get(other) ?? [], books.entryDays, day - most, day - fewest))
    .filter((entry) => books.isEntryOpen(entry) && books.entries[entry]?.currency === currency)
}

/** Those of the item's own direction. */
export const openOfParty = (
  books: Books,
  item: number,
  byParty: ReadonlyMap<number, readonly number[]>,
): readonly number[] => {
  const direction = Math.sign((books.items[item] as EngineItem).open)
  return allOfParty(books, item, byParty).filter(
    (at) => Math.sign((books.entries[at] as EngineEntry).open) === direction,
  )
}

/** Adds to the list of a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
