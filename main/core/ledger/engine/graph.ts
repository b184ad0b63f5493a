import { bestAssignment } from '../../matching/assignment/best-assignment.ts'
import { connectedGroups } from '../../matching/assignment/groups.ts'

interface Pair {
  readonly item: number
  readonly entry: number
}
export interface WeighedPair extends Pair {
  readonly weight: number
  readonly distance: number
}

/** Nodes up to which a connected group is solved exactly (6.6). */
const mostNodes = 400
/** Days never outweigh a point: no pair is further apart, and no exact group larger, than this together. */
const pointOverDays = 2 ** 20
/** Rounds of pairwise improvement after which a large group stays as it is; each round only gains. */
const mostRounds = 50

/** Edges by connected group, each in the order given. */
export function connectedEdges<T extends Pair>(edges: readonly T[]): T[][] {
  if (edges.length === 0) return []
  const items = numbered(edges.map(({ item }) => item))
  const entries = numbered(edges.map(({ entry }) => entry))
  const pairs = edges.map(({ item, entry }) => ({
    row: items.get(item) as number,
    column: entries.get(entry) as number,
  }))
  const groupOf = new Map<number, number>()
  connectedGroups(items.size, entries.size, pairs).forEach(({ rows }, group) => {
    for (const row of rows) groupOf.set(row, group)
  })
  const groups: T[][] = []
  edges.forEach((edge, at) => {
    const group = groupOf.get((pairs[at] as { row: number }).row) as number
    const list = groups[group]
    if (list) list.push(edge)
    else groups[group] = [edge]
  })
  return groups.filter((group) => group !== undefined)
}

/** Numbers in rising order, so that older lines come first. */
const numbered = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(values)].sort((a, b) => a - b).map((value, at) => [value, at]))

/**
 * The pairs of greatest total weight; among equals the nearer in time, then the older. Exact for groups up to
 * `mostNodes`, above it greedy and improved pair by pair (6.6).
 */
export function chooseBest<T extends WeighedPair>(edges: readonly T[], tick: () => void = () => {}): T[] {
  return connectedEdges(edges).flatMap((group) => {
    tick()
    if (group.length === 1) return group
    const nodes = new Set(group.map(({ item }) => item)).size + new Set(group.map(({ entry }) => entry)).size
    return nodes <= mostNodes ? exact(group) : improved(group)
  })
}

const value = ({ weight, distance }: WeighedPair): number => weight * pointOverDays - Math.min(distance, 1000)

function exact<T extends WeighedPair>(group: readonly T[]): T[] {
  const items = numbered(group.map(({ item }) => item))
  const entries = numbered(group.map(({ entry }) => entry))
  const columns = entries.size
  const byPlace = new Map(
    group.map((edge) => [(items.get(edge.item) as number) * columns + (entries.get(edge.entry) as number), edge]),
  )
  const best = bestAssignment({
    rows: items.size,
    columns,
    weight: (row, column) => {
      const edge = byPlace.get(row * columns + column)
      return edge ? value(edge) : 0
    },
  })
  return best.columnOf.flatMap((column, row) => (column < 0 ? [] : (byPlace.get(row * columns + column) ?? [])))
}

function improved<T extends WeighedPair>(group: readonly T[]): T[] {
  const order = [...group].sort((a, b) => value(b) - value(a) || a.item - b.item || a.entry - b.entry)
  const ofItem = new Map<number, T>()
  const ofEntry = new Map<number, T>()
  const key = (item: number, entry: number): string => `${item} ${entry}`
  const byPair = new Map(group.map((edge) => [key(edge.item, edge.entry), edge]))
  const put = (edge: T): void => {
    ofItem.set(edge.item, edge)
    ofEntry.set(edge.entry, edge)
  }
  const drop = (edge: T | undefined): void => {
    if (!edge) return
    ofItem.delete(edge.item)
    ofEntry.delete(edge.entry)
  }
  for (const edge of order) if (!ofItem.has(edge.item) && !ofEntry.has(edge.entry)) put(edge)
  for (let round = 0; round < mostRounds; round++) {
    let isBetter = false
    for (const edge of order) {
      const [mine, theirs] = [ofItem.get(edge.item), ofEntry.get(edge.entry)]
      if (mine === edge) continue
      const swapped = mine && theirs ? byPair.get(key(theirs.item, mine.entry)) : undefined
      const gain =
        value(edge) + (swapped ? value(swapped) : 0) - (mine ? value(mine) : 0) - (theirs ? value(theirs) : 0)
      if (gain <= 0) continue
      drop(mine)
      drop(theirs)
      put(edge)
      if (swapped) put(swapped)
      isBetter = true
    }
    if (!isBetter) break
  }
  return [...ofItem.values()].sort((a, b) => a.item - b.item)
}
