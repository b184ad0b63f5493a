import { compareNames } from '../names/compare.ts'
import type { NameComparison, PreparedName } from '../names/types.ts'
import { candidateOf } from './candidate.ts'
import type { Pair } from './find-pairs.ts'
import { mostCandidates, rounding } from './limits.ts'
import { isWorthShowing, type ReadMovement, type ReadRequest } from './pairs.ts'
import { type NumberedList, type SettledPool, scoreOf } from './settled-pool.ts'
import type { Candidate, Decision, DecisionReason, Rival } from './types.ts'

/** What the requests of one list of pairs have in common, each worked out at most once. */
interface Seen {
  readonly comparisons: Map<PreparedName, NameComparison>
  shown?: readonly Pair[]
  /** What is left once everything clear is settled. */
  open?: readonly Pair[]
}

interface Contender {
  readonly row: number
  readonly score: number
}

const mostRivals = 2 * mostCandidates

/** The decisions of a settled pool, with the candidates, rivals and reasons that a person sees. */
export class PoolView {
  readonly #pool: SettledPool
  readonly #seen: Seen[] = []
  readonly #contenders = new Map<number, readonly Contender[]>()

  constructor(pool: SettledPool) {
    this.#pool = pool
  }

  decisionOf(row: number): Decision {
    const { requests, scoring } = this.#pool
    const own = requests[row] as ReadRequest
    const list = this.#pool.listOf(row)
    const column = this.#pool.columnOf(row)
    const shown = this.#shownOf(list, column)
    const candidates = shown.map((pair) => this.#candidateOf(own, list, pair))
    const base = { requestId: own.request.id, candidates }

    if (column !== undefined) {
      const score = scoreOf(list, column)
      return { ...base, outcome: 'matched', movementId: this.#idOf(column), score, reason: this.#reasonOfMatch(row) }
    }
    const isOpen = (pair: Pair): boolean => !this.#pool.isTaken(pair.column)
    const isAccepted = (pair: Pair): boolean => pair.score >= scoring.settings.acceptance - rounding
    const bestOpen = list.pairs.find(isOpen)
    if (bestOpen && isAccepted(bestOpen))
      return { ...base, outcome: 'ambiguous', rivals: this.#rivalsOf(row), reason: this.#reasonOfDoubt(row) }

    const suggested = new Set(shown.filter(isOpen).map((pair) => this.#idOf(pair.column)))
    const suggestions = candidates.filter(({ movementId }) => suggested.has(movementId))
    const hadAccepted = list.pairs[0] !== undefined && isAccepted(list.pairs[0])
    return { ...base, outcome: 'not_found', suggestions, reason: reasonOfNothing(hadAccepted, suggestions) }
  }

  #idOf(column: number): string {
    return (this.#pool.movements[column] as ReadMovement).movement.id
  }

  #seenOf({ number }: NumberedList): Seen {
    this.#seen[number] ??= { comparisons: new Map() }
    return this.#seen[number]
  }

  /** The pairs that a person sees; a request's own is always among those that are looked through. */
  #shownOf(list: NumberedList, column: number | undefined): readonly Pair[] {
    const seen = this.#seenOf(list)
    seen.shown ??= firstOf(list.pairs, isWorthShowing)
    const own = column === undefined ? undefined : list.pairs.find((pair) => pair.column === column)
    return own === undefined || isWorthShowing(own)
      ? seen.shown
      : firstOf(list.pairs, (pair) => isWorthShowing(pair) || pair === own)
  }

  #candidateOf(own: ReadRequest, list: NumberedList, pair: Pair): Candidate {
    const { comparisons } = this.#seenOf(list)
    const other = this.#pool.movements[pair.column] as ReadMovement
    const known = comparisons.get(other.name)
    const comparison = known ?? compareNames(own.name, other.name, this.#pool.scoring.knowledge)
    if (!known) comparisons.set(other.name, comparison)
    return candidateOf(own, other, pair, comparison)
  }

  #reasonOfMatch(row: number): DecisionReason {
    const found = this.#pool.settledOf(row)
    const count = found?.settlement.interchangeable.get(found.at)
    return count === undefined ? { code: 'clear' } : { code: 'interchangeable', count }
  }

  #reasonOfDoubt(row: number): DecisionReason {
    const found = this.#pool.settledOf(row)
    if (found?.settlement.isTooLarge) return { code: 'group_too_large', nodes: found.nodes }
    if (found?.settlement.unsure.has(found.at)) return { code: 'unsure_as_a_whole' }
    const open = this.#openPairs(row)
    const transfers = new Set(open.map((pair) => this.#pool.classOfMovement(pair.column)))
    if (transfers.size !== 1 && open.length !== 1) return { code: 'rivals' }
    const key = this.#pool.classOfRequest(row)
    const rows = this.#openRowsOf(open)
    const isOnePayer = transfers.size === 1 && rows.every((other) => this.#pool.classOfRequest(other) === key)
    if (isOnePayer && rows.length !== open.length)
      return { code: 'counts_differ', requests: rows.length, movements: open.length }
    const isAlone = isOnePayer || (open.length === 1 && rows.length === 1)
    return { code: isAlone && rows.some((other) => this.#pool.isHeld(other)) ? 'waits_for_person' : 'rivals' }
  }

  #openPairs(row: number): readonly Pair[] {
    const { acceptance: accepted, margin: clear } = this.#pool.scoring.settings
    const list = this.#pool.listOf(row)
    const seen = this.#seenOf(list)
    if (seen.open) return seen.open
    const free = list.pairs.filter((pair) => !this.#pool.isTaken(pair.column))
    const best = free[0]?.score ?? 0
    seen.open = free.filter((pair) => pair.score > Math.min(best, accepted) - clear + rounding || pair.isWithoutSender)
    return seen.open
  }

  #openRowsIn({ rows }: NumberedList): number[] {
    return rows.filter((row) => this.#pool.columnOf(row) === undefined)
  }

  /** Requests that are not settled and that one of these would do for, each once. */
  #openRowsOf(open: readonly Pair[]): number[] {
    const lists = new Set(open.flatMap(({ column }) => this.#pool.listsOf(column).map(({ list }) => list)))
    return [...lists].flatMap((list) => this.#openRowsIn(list))
  }

  /** The same of one movement, in order of time. */
  #contendersOf(column: number): readonly Contender[] {
    const known = this.#contenders.get(column)
    if (known) return known
    const found = this.#pool
      .listsOf(column)
      .flatMap(({ list, score }) => this.#openRowsIn(list).map((row) => ({ row, score })))
      .sort((a, b) => a.row - b.row)
    this.#contenders.set(column, found)
    return found
  }

  #rivalsOf(row: number): Rival[] {
    const open = this.#openPairs(row)
    const rivals: Rival[] = open
      .slice(0, mostRivals)
      .map((pair) => ({ kind: 'movement', movementId: this.#idOf(pair.column), score: pair.score }))
    for (const { column } of open) {
      if (rivals.length >= mostRivals) break
      const others = this.#contendersOf(column).slice(0, mostRivals + 1)
      for (const other of others)
        if (other.row !== row && rivals.length < mostRivals)
          rivals.push({
            kind: 'request',
            requestId: (this.#pool.requests[other.row] as ReadRequest).request.id,
            movementId: this.#idOf(column),
            score: other.score,
          })
    }
    return rivals
  }
}

function firstOf(pairs: readonly Pair[], isWanted: (pair: Pair) => boolean): Pair[] {
  const found: Pair[] = []
  for (const pair of pairs) {
    if (found.length >= mostCandidates || pair.score <= 0) break
    if (isWanted(pair)) found.push(pair)
  }
  return found
}

function reasonOfNothing(hadAccepted: boolean, suggestions: readonly Candidate[]): DecisionReason {
  if (suggestions.length > 0) return { code: 'below_acceptance' }
  return { code: hadAccepted ? 'taken_by_others' : 'nothing_similar' }
}
