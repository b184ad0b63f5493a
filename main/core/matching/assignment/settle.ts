import { bestAssignment, type Weights } from './best-assignment.ts'
import { certainty, mostNodes, rounding } from './limits.ts'

/** A connected group as classes: orders of one payer that differ in nothing, and transfers that differ in nothing. */
export interface ClassGroup {
  /** Members of each class, as positions in the group, in order of time. */
  readonly requestClasses: readonly (readonly number[])[]
  readonly movementClasses: readonly (readonly number[])[]
  /** Classes of requests with a member that waits for a person: rivals of the others, never settled. */
  readonly held?: ReadonlySet<number>
  /** Requests of one kind have the same score with every movement. */
  kindOf?(request: number): number
  /** Score of a request and a movement by position; 0 when they are no pair. */
  score(request: number, movement: number): number
}

export interface SettleLimits {
  readonly acceptance: number
  readonly margin: number
}

export interface Settlement {
  /** Movement of each request by position, or −1. */
  readonly movementOf: readonly number[]
  /** For requests paired with equal transfers in order of time: how many there were. */
  readonly interchangeable: ReadonlyMap<number, number>
  /** Pairs that looked clear from both sides, but not in the best assignment of the whole group. */
  readonly unsure: ReadonlySet<number>
  readonly isTooLarge: boolean
}

/**
 * Settles what is clear. A class of requests takes a class of movements when it accepts them, there are as many of one
 * as of the other, no other class of either side comes within the margin, and the best assignment of the whole group
 * agrees and would lose by doing otherwise. What is settled is no rival any more, so one decision may clear the next.
 * Nothing else is ever paired: a group that is too large for the exact method is left as it is.
 */
export function settle(group: ClassGroup, limits: SettleLimits): Settlement {
  const requests = group.requestClasses.flat().length
  const movements = group.movementClasses.flat().length
  const movementOf = new Array<number>(requests).fill(-1)
  const interchangeable = new Map<number, number>()
  const unsure = new Set<number>()
  const isSinglePair = group.requestClasses.length === 1 && group.movementClasses.length === 1
  if (!isSinglePair && requests + movements > mostNodes)
    return { movementOf, interchangeable, unsure, isTooLarge: true }

  const isBest = isSinglePair ? () => true : wholeGroupCheck(group, requests, movements, limits.margin)
  const open = { requests: new Set(group.requestClasses.keys()), movements: new Set(group.movementClasses.keys()) }
  const scoreOf = classScores(group)
  for (let changed = true; changed; ) {
    changed = false
    for (const r of [...open.requests])
      for (const m of [...open.movements]) {
        if (group.held?.has(r) || !open.requests.has(r) || !isClear(group, scoreOf, [r, m], open, limits)) continue
        const orders = group.requestClasses[r] ?? []
        const pairs = pairInTime(group, r, m)
        if (!pairs || !isBest(r, m)) {
          for (const order of orders) unsure.add(order)
          continue
        }
        for (const [order, transfer] of pairs) movementOf[order] = transfer
        if (pairs.length > 1) for (const order of orders) interchangeable.set(order, pairs.length)
        open.requests.delete(r)
        open.movements.delete(m)
        changed = true
      }
  }
  return { movementOf, interchangeable, unsure, isTooLarge: false }
}

interface Open {
  readonly requests: ReadonlySet<number>
  readonly movements: ReadonlySet<number>
}

/** The best score of each two classes; asked again and again, worked out once. */
function classScores(group: ClassGroup): (r: number, m: number) => number {
  const known = new Map<number, number>()
  return (r, m) => {
    const key = r * group.movementClasses.length + m
    const found = known.get(key)
    if (found !== undefined) return found
    let best = 0
    for (const request of oneOfEachKind(group, group.requestClasses[r] ?? []))
      for (const movement of group.movementClasses[m] ?? []) best = Math.max(best, group.score(request, movement))
    known.set(key, best)
    return best
  }
}

function oneOfEachKind({ kindOf }: ClassGroup, requests: readonly number[]): Iterable<number> {
  return kindOf ? new Map(requests.map((request) => [kindOf(request), request])).values() : requests
}

/** Accepted, as many as many, and no open class of either side within the margin. */
function isClear(
  group: ClassGroup,
  classScore: (r: number, m: number) => number,
  [r, m]: readonly [number, number],
  open: Open,
  { acceptance, margin }: SettleLimits,
): boolean {
  if (group.requestClasses[r]?.length !== group.movementClasses[m]?.length) return false
  const score = classScore(r, m)
  if (score < acceptance - rounding) return false
  const near = score - margin + rounding
  for (const other of open.movements) if (other !== m && classScore(r, other) > near) return false
  for (const other of open.requests) if (other !== r && classScore(other, m) > near) return false
  return true
}

/** First order with first transfer and so on; undefined when one of these is too early for its order. */
function pairInTime(group: ClassGroup, r: number, m: number): [number, number][] | undefined {
  const pairs = (group.requestClasses[r] ?? []).map((request, i): [number, number] => [
    request,
    group.movementClasses[m]?.[i] ?? -1,
  ])
  return pairs.every(([request, movement]) => group.score(request, movement) > 0) ? pairs : undefined
}

/** Whether giving one order of the class none of these transfers costs the whole group at least the margin. */
function wholeGroupCheck(
  group: ClassGroup,
  rows: number,
  columns: number,
  margin: number,
): (r: number, m: number) => boolean {
  const weights: Weights = { rows, columns, weight: (row, column) => group.score(row, column) ** certainty }
  const best = bestAssignment(weights)
  return (r, m) => {
    const transfers = group.movementClasses[m] ?? []
    return (group.requestClasses[r] ?? []).every((order) => best.lossWithout(order, transfers) >= margin - rounding)
  }
}
