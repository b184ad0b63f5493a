import { type Books, withinDays } from './books.ts'
import type { Edge } from './edges.ts'
import { connectedEdges } from './graph.ts'
import { clamped, mostRivalsCounted, points, rivalMargin, seriesDays, strongFrom } from './points.ts'

/** An edge with what the others of its pass say about it. */
export interface Weighed {
  readonly edge: Edge
  /** Alone with its amount, one of a series in order, with equally plausible rivals, or nothing of these. */
  readonly standing: 'U1' | 'U2' | 'U3' | null
  /** Equally plausible partners of both sides together. */
  readonly rivals: number
  /** Points that lift a series of equal counts on the same days, in which nothing tells the lines apart, to be shown. */
  readonly lift: number
  /** Points taken from a pair of a series while the entry before, named as well, is open: it is never strong. */
  readonly doubt: number
  /** Points of everything, not clamped. */
  readonly total: number
  readonly score: number
}

const shownFrom = 50
const mostLift = 5

/**
 * Adds U1–U3 of 6.5 to edges that stand beside each other. Pairs of a series in order exclude every other pair of the
 * same series with one of their lines, so that no gain elsewhere moves the whole series by one place.
 */
export function weigh(books: Books, all: readonly Edge[]): Weighed[] {
  const edges = withoutOvertaken(all)
  const byItem = groupBy(edges, ({ item }) => item)
  const byEntry = groupBy(edges, ({ entry }) => entry)
  const rivalsOf = new Map<Edge, number>()
  for (const edge of edges) {
    const rivals =
      countRivals(edge, byItem.get(edge.item) as Edge[]) + countRivals(edge, byEntry.get(edge.entry) as Edge[])
    if (rivals > 0) rivalsOf.set(edge, rivals)
  }
  const { inOrder, inDoubt, replaced } = findSeries(books, edges, rivalsOf, byItem, byEntry)
  return edges.flatMap((edge): Weighed[] => {
    if (replaced.has(edge)) return []
    const rivals = rivalsOf.get(edge) ?? 0
    const isSeries = inOrder.has(edge)
    const standing = isSeries ? 'U3' : rivals > 0 ? 'U2' : isOnlyAmount(books, edge) ? 'U1' : null
    const own = standing === 'U2' ? points.U2 * Math.min(rivals, mostRivalsCounted) : standing ? points[standing] : 0
    const sum = edge.base + points[edge.date] + own
    const doubt = inDoubt.has(edge) ? Math.min(points.U2, strongFrom - 1 - sum) : 0
    const plain = sum + doubt
    const missing = shownFrom - plain
    const lift =
      isSeries && edge.amount === 'A1' && edge.distance <= 1 && missing <= mostLift && !areOthers(books, edge)
        ? Math.max(0, missing)
        : 0
    return [{ edge, standing, rivals, lift, doubt, total: plain + lift, score: clamped(plain + lift) }]
  })
}

/** So many days further, a line leaves an entry to one of the same day and payer. */
const overtakenDays = 6

/**
 * The next line of a series must never take the entry of the one before (6.5), though its bank wrote the name in full:
 * where nothing but names tells two lines of one amount apart and both agree, the one of the entry's day has it.
 */
function withoutOvertaken(edges: readonly Edge[]): readonly Edge[] {
  const isPlain = ({ amount, hit, party }: Edge): boolean =>
    amount === 'A1' && hit === null && party !== null && party !== 'C5'
  // A line that names another entry is no candidate for this one.
  const naming = new Set(edges.flatMap(({ item, hit }) => (hit === null ? [] : [item])))
  const nearest = new Map<number, number>()
  for (const edge of edges)
    if (isPlain(edge) && !naming.has(edge.item))
      nearest.set(edge.entry, Math.min(nearest.get(edge.entry) ?? edge.distance, edge.distance))
  return edges.filter((edge) => {
    if (!isPlain(edge) || edge.party === 'C1') return true
    const best = nearest.get(edge.entry) ?? edge.distance
    return best > 1 || edge.distance - best < overtakenDays
  })
}

const countRivals = (edge: Edge, others: readonly Edge[]): number => {
  let count = 0
  for (const other of others) if (other !== edge && other.base >= edge.base) count++
  return count
}

/** U1: in the ordinary window this amount is open once on each side. */
function isOnlyAmount(books: Books, { item, entry, amount, isForeign }: Edge): boolean {
  const one = books.items[item]
  if (amount !== 'A1' || isForeign || !one) return false
  const { items, entries } = books.bucket(one.currency, one.open)
  const [fewest, most] = books.input.profile.days
  const day = books.itemDays[item] as number
  for (const other of withinDays(entries, books.entryDays, day - most, day - fewest))
    if (other !== entry && books.isEntryOpen(other)) return false
  const entryDay = books.entryDays[entry] as number
  for (const other of withinDays(items, books.itemDays, entryDay + fewest, entryDay + most))
    if (other !== item && books.isItemOpen(other)) return false
  return true
}

/** Somebody's name on the line and somebody else's in the books. */
const areOthers = (books: Books, { item, entry, party }: Edge): boolean =>
  party === null &&
  books.parties.itemName(books.itemParty[item] as number) !== '' &&
  books.parties.entryName(books.entryParty[entry] as number) !== ''

interface Series {
  /** Pairs of a series though what came before them is open still, and named as well: it may be what is paid. */
  readonly inDoubt: ReadonlySet<Edge>
  readonly inOrder: ReadonlySet<Edge>
  readonly replaced: ReadonlySet<Edge>
}

function findSeries(
  books: Books,
  edges: readonly Edge[],
  rivalsOf: ReadonlyMap<Edge, number>,
  byItem: ReadonlyMap<number, readonly Edge[]>,
  byEntry: ReadonlyMap<number, readonly Edge[]>,
): Series {
  const inOrder = new Set<Edge>()
  const inDoubt = new Set<Edge>()
  const replaced = new Set<Edge>()
  const best = (list: readonly Edge[] | undefined): number => Math.max(...(list ?? []).map(({ base }) => base))
  const bestOfItem = new Map([...byItem].map(([item, list]) => [item, best(list)]))
  const bestOfEntry = new Map([...byEntry].map(([entry, list]) => [entry, best(list)]))
  const equal = edges.filter(
    (edge) =>
      rivalsOf.has(edge) && edge.base === bestOfItem.get(edge.item) && edge.base === bestOfEntry.get(edge.entry),
  )
  for (const group of connectedEdges(equal)) {
    const pairs = inDateOrder(books, group)
    if (pairs.length === 0) continue
    const items = new Set(pairs.map(({ item }) => item))
    const entries = new Set(pairs.map(({ entry }) => entry))
    for (const pair of pairs) inOrder.add(pair)
    for (const pair of pairs) if (mayPayEarlier(pair, group, entries)) inDoubt.add(pair)
    for (const edge of group)
      if (!inOrder.has(edge) && (items.has(edge.item) || entries.has(edge.entry))) replaced.add(edge)
  }
  return { inOrder, inDoubt, replaced }
}

/**
 * The line names the entry before as well, which no line pays: a late payment of that one, or an early one of this. The
 * nearer has it, and a person looks.
 */
function mayPayEarlier(pair: Edge, group: readonly Edge[], paid: ReadonlySet<number>): boolean {
  if (pair.hit === null) return false
  const before = group.filter(({ item, entry }) => item === pair.item && entry < pair.entry).map(({ entry }) => entry)
  return before.length > 0 && !paid.has(Math.max(...before))
}

/** The pairs of a series for which the dates decide (U3). */
function inDateOrder(books: Books, group: readonly Edge[]): Edge[] {
  const byPair = new Map(group.map((edge) => [edge.item * books.entries.length + edge.entry, edge]))
  const items = [...new Set(group.map(({ item }) => item))].sort((a, b) => a - b)
  const entries = [...new Set(group.map(({ entry }) => entry))].sort((a, b) => a - b)
  if (items.length === entries.length) {
    const pairs = items.flatMap((item, at) => byPair.get(item * books.entries.length + (entries[at] as number)) ?? [])
    if (pairs.length === items.length && pairs.every(({ distance }) => distance <= seriesDays)) return pairs
  }
  const ofItem = groupBy(group, ({ item }) => item)
  const ofEntry = groupBy(group, ({ entry }) => entry)
  return group.filter(
    (edge) =>
      edge.distance <= seriesDays &&
      [...(ofItem.get(edge.item) as Edge[]), ...(ofEntry.get(edge.entry) as Edge[])].every(
        (other) => other === edge || other.distance - edge.distance >= seriesDays,
      ),
  )
}

/** Other pairs of the item or the entry that come within the margin, so that a person should choose; the nearest first. */
export function competitors(chosen: Weighed, beside: readonly Edge[]): Edge[] {
  const own = chosen.edge.base + points[chosen.edge.date]
  return beside
    .filter((other) => {
      if (other === chosen.edge) return false
      if (
        chosen.standing === 'U3' &&
        chosen.doubt === 0 &&
        other.base <= chosen.edge.base &&
        other.distance - chosen.edge.distance >= seriesDays
      )
        return false
      return own - (other.base + points[other.date]) < rivalMargin
    })
    .sort((a, b) => b.base - a.base || a.distance - b.distance || a.item - b.item || a.entry - b.entry)
}

export function groupBy<T>(list: readonly T[], key: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const one of list) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}
