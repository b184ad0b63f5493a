import { compareNames } from '../names/compare.ts'
import { ceilings } from '../names/limits.ts'
import type { NameComparison, PreparedName } from '../names/types.ts'
import { candidateOf } from './candidate.ts'
import type { Pair, PairList } from './find-pairs.ts'
import { connectedGroups } from './groups.ts'
import { mostCandidates, rounding, suggestionScore } from './limits.ts'
import type { ReadMovement, ReadRequest, Scoring } from './pairs.ts'
import { type ClassGroup, type Settlement, settle } from './settle.ts'
import type { Candidate, Decision, DecisionReason, Rival } from './types.ts'

interface Settled {
  readonly settlement: Settlement
  readonly at: number
  readonly nodes: number
}

/** A list of pairs with what its requests have in common, each worked out at most once. */
interface ListView extends PairList {
  readonly number: number
  readonly comparisons: Map<PreparedName, NameComparison>
  scores?: ReadonlyMap<number, number>
  shown?: readonly Pair[]
  /** What is left once everything clear is settled. */
  open?: readonly Pair[]
}

interface Contender {
  readonly row: number
  readonly score: number
}

const mostRivals = 2 * mostCandidates

/** One pool with its pairs and what was settled of them. */
export class PoolView {
  readonly #requests: readonly ReadRequest[]
  readonly #movements: readonly ReadMovement[]
  readonly #scoring: Scoring
  readonly #held: ReadonlySet<string>
  readonly #lists: readonly ListView[]
  readonly #listOf: readonly ListView[]
  readonly #listsOfColumn = new Map<number, { readonly list: ListView; readonly score: number }[]>()
  readonly #contenders = new Map<number, readonly Contender[]>()
  readonly #settled = new Map<number, Settled>()
  /** Column of each settled row, row of each taken column. */
  readonly #columnOf = new Map<number, number>()
  readonly #takenBy = new Map<number, number>()
  readonly #rowClasses: string[] = []
  readonly #columnClasses: string[] = []

  constructor(
    requests: readonly ReadRequest[],
    movements: readonly ReadMovement[],
    lists: readonly PairList[],
    scoring: Scoring,
    held: ReadonlySet<string>,
  ) {
    this.#requests = requests
    this.#movements = movements
    this.#scoring = scoring
    this.#held = held
    this.#lists = lists.map((list, number) => ({ ...list, number, comparisons: new Map() }))
    const listOf: ListView[] = []
    for (const list of this.#lists) for (const row of list.rows) listOf[row] = list
    this.#listOf = listOf
    for (const group of connectedGroups(requests.length, movements.length, this.#relevantPairs()))
      this.#settleGroup(group.rows, group.columns)
    this.#releaseDoubtful()
  }

  #isRelevant(score: number): boolean {
    const { acceptance, margin } = this.#scoring.settings
    return score > acceptance - margin + rounding
  }

  /** Enough of them to connect what is connected. */
  #relevantPairs(): { row: number; column: number }[] {
    const edges: { row: number; column: number }[] = []
    for (const list of this.#lists) {
      const [first, ...others] = list.rows
      const [best] = list.pairs
      if (first === undefined || !best || !this.#isRelevant(best.score)) continue
      for (const { column, score } of list.pairs) {
        if (!this.#isRelevant(score)) break
        edges.push({ row: first, column })
        const ofColumn = this.#listsOfColumn.get(column)
        if (ofColumn) ofColumn.push({ list, score })
        else this.#listsOfColumn.set(column, [{ list, score }])
      }
      for (const row of others) edges.push({ row, column: best.column })
    }
    return edges
  }

  #settleGroup(rows: readonly number[], columns: readonly number[]): void {
    const requestClasses = classesOf(rows, (row) => this.#classOfRequest(row))
    const isHeld = (at: number): boolean => this.#isHeld(rows[at] as number)
    const listAt = (request: number): ListView => this.#listOf[rows[request] as number] as ListView
    const group: ClassGroup = {
      requestClasses,
      held: new Set(requestClasses.flatMap((members, r) => (members.some(isHeld) ? [r] : []))),
      movementClasses: classesOf(columns, (column) => this.#classOfMovement(column)),
      kindOf: (request) => listAt(request).number,
      score: (request, movement) => {
        const score = scoreOf(listAt(request), columns[movement] as number)
        return this.#isRelevant(score) ? score : 0
      },
    }
    const settlement = settle(group, this.#scoring.settings)
    rows.forEach((row, at) => {
      this.#settled.set(row, { settlement, at, nodes: rows.length + columns.length })
      const column = columns[settlement.movementOf[at] ?? -1]
      if (column === undefined) return
      this.#columnOf.set(row, column)
      this.#takenBy.set(column, row)
    })
  }

  #isHeld(row: number): boolean {
    return this.#held.has((this.#requests[row] as ReadRequest).request.id)
  }

  /** Orders that a movement names stand for themselves; the others of one payer are alike. */
  #classOfRequest(row: number): string {
    const known = this.#rowClasses[row]
    if (known !== undefined) return known
    const { request, name } = this.#requests[row] as ReadRequest
    const list = this.#listOf[row] as ListView
    // Who shares a list is named by nobody.
    const isNamed =
      list.rows.length === 1 &&
      list.pairs.some(({ column }) =>
        this.#movements[column]?.references.some(({ reference }) => reference === request.externalId),
      )
    const found = isNamed || name.key === '' ? `#${request.id}` : classKey(name)
    this.#rowClasses[row] = found
    return found
  }

  #classOfMovement(column: number): string {
    const known = this.#columnClasses[column]
    if (known !== undefined) return known
    const { movement, name, references } = this.#movements[column] as ReadMovement
    const found = references.length > 0 || !name.isUsable ? `#${movement.id}` : classKey(name)
    this.#columnClasses[column] = found
    return found
  }

  /** Without a sender a movement is believed only where nothing else has anything for it (row 13 of spec 3.6). */
  #releaseDoubtful(): void {
    if (!this.#scoring.settings.matchWithoutSender) return
    for (const [row, column] of [...this.#columnOf]) {
      const { pairs } = this.#listOf[row] as ListView
      const pair = pairs.find((found) => found.column === column)
      if (!pair?.isWithoutSender) continue
      const isAlone = pairs.every((other) => other.column === column || this.#takenBy.has(other.column))
      if (isAlone) continue
      this.#columnOf.delete(row)
      this.#takenBy.delete(column)
    }
  }

  decisionOf(row: number): Decision {
    const own = this.#requests[row] as ReadRequest
    const list = this.#listOf[row] as ListView
    const column = this.#columnOf.get(row)
    const shown = shownOf(list, column)
    const candidates = shown.map((pair) => this.#candidateOf(own, list, pair))
    const base = { requestId: own.request.id, candidates }

    if (column !== undefined) {
      const score = scoreOf(list, column)
      return { ...base, outcome: 'matched', movementId: this.#idOf(column), score, reason: this.#reasonOfMatch(row) }
    }
    const isOpen = (pair: Pair): boolean => !this.#takenBy.has(pair.column)
    const isAccepted = (pair: Pair): boolean => pair.score >= this.#scoring.settings.acceptance - rounding
    const bestOpen = list.pairs.find(isOpen)
    if (bestOpen && isAccepted(bestOpen))
      return { ...base, outcome: 'ambiguous', rivals: this.#rivalsOf(row), reason: this.#reasonOfDoubt(row) }

    const suggested = new Set(shown.filter(isOpen).map((pair) => this.#idOf(pair.column)))
    const suggestions = candidates.filter(({ movementId }) => suggested.has(movementId))
    const hadAccepted = list.pairs[0] !== undefined && isAccepted(list.pairs[0])
    return { ...base, outcome: 'not_found', suggestions, reason: reasonOfNothing(hadAccepted, suggestions) }
  }

  #idOf(column: number): string {
    return (this.#movements[column] as ReadMovement).movement.id
  }

  #candidateOf(own: ReadRequest, { comparisons }: ListView, pair: Pair): Candidate {
    const other = this.#movements[pair.column] as ReadMovement
    const known = comparisons.get(other.name)
    const comparison = known ?? compareNames(own.name, other.name, this.#scoring.knowledge)
    if (!known) comparisons.set(other.name, comparison)
    return candidateOf(own, other, pair, comparison)
  }

  #reasonOfMatch(row: number): DecisionReason {
    const { settlement, at } = this.#settled.get(row) as Settled
    const count = settlement.interchangeable.get(at)
    return count === undefined ? { code: 'clear' } : { code: 'interchangeable', count }
  }

  #reasonOfDoubt(row: number): DecisionReason {
    const found = this.#settled.get(row)
    if (found?.settlement.isTooLarge) return { code: 'group_too_large', nodes: found.nodes }
    if (found?.settlement.unsure.has(found.at)) return { code: 'unsure_as_a_whole' }
    const open = this.#openPairs(this.#listOf[row] as ListView)
    const transfers = new Set(open.map((pair) => this.#classOfMovement(pair.column)))
    if (transfers.size !== 1 && open.length !== 1) return { code: 'rivals' }
    const key = this.#classOfRequest(row)
    const rows = this.#openRowsOf(open)
    const isOnePayer = transfers.size === 1 && rows.every((other) => this.#classOfRequest(other) === key)
    if (isOnePayer && rows.length !== open.length)
      return { code: 'counts_differ', requests: rows.length, movements: open.length }
    const isAlone = isOnePayer || (open.length === 1 && rows.length === 1)
    return { code: isAlone && rows.some((other) => this.#isHeld(other)) ? 'waits_for_person' : 'rivals' }
  }

  #openPairs(list: ListView): readonly Pair[] {
    const { acceptance: accepted, margin: clear } = this.#scoring.settings
    if (list.open) return list.open
    const free = list.pairs.filter((pair) => !this.#takenBy.has(pair.column))
    const best = free[0]?.score ?? 0
    list.open = free.filter((pair) => pair.score > Math.min(best, accepted) - clear + rounding || pair.isWithoutSender)
    return list.open
  }

  /** Requests that are not settled and that one of these would do for, each once. */
  #openRowsOf(open: readonly Pair[]): number[] {
    const lists = new Set(open.flatMap(({ column }) => (this.#listsOfColumn.get(column) ?? []).map(({ list }) => list)))
    return [...lists].flatMap(({ rows }) => rows.filter((row) => !this.#columnOf.has(row)))
  }

  /** The same of one movement, in order of time. */
  #contendersOf(column: number): readonly Contender[] {
    const known = this.#contenders.get(column)
    if (known) return known
    const found = (this.#listsOfColumn.get(column) ?? [])
      .flatMap(({ list, score }) => list.rows.filter((row) => !this.#columnOf.has(row)).map((row) => ({ row, score })))
      .sort((a, b) => a.row - b.row)
    this.#contenders.set(column, found)
    return found
  }

  #rivalsOf(row: number): Rival[] {
    const open = this.#openPairs(this.#listOf[row] as ListView)
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
            requestId: (this.#requests[other.row] as ReadRequest).request.id,
            movementId: this.#idOf(column),
            score: other.score,
          })
    }
    return rivals
  }
}

function scoreOf(list: ListView, column: number): number {
  list.scores ??= new Map(list.pairs.map((pair) => [pair.column, pair.score]))
  return list.scores.get(column) ?? 0
}

/** The pairs that a person sees; a request's own is always among those that are looked through. */
function shownOf(list: ListView, column: number | undefined): readonly Pair[] {
  list.shown ??= firstOf(list.pairs, isWorthShowing)
  const own = column === undefined ? undefined : list.pairs.find((pair) => pair.column === column)
  return own === undefined || isWorthShowing(own)
    ? list.shown
    : firstOf(list.pairs, (pair) => isWorthShowing(pair) || pair === own)
}

function firstOf(pairs: readonly Pair[], isWanted: (pair: Pair) => boolean): Pair[] {
  const found: Pair[] = []
  for (const pair of pairs) {
    if (found.length >= mostCandidates || pair.score <= 0) break
    if (isWanted(pair)) found.push(pair)
  }
  return found
}

/** Equal for names that say the same, legal form included. */
const classKey = (name: PreparedName): string => [name.key, ...[...name.legalForms].sort()].join('|')

/** Names that exclude each other are no suggestion, unless a reference speaks for the pair. */
const isWorthShowing = (pair: Pair): boolean =>
  pair.score >= suggestionScore && (pair.level !== 'different' || pair.score > ceilings.different)

function classesOf(members: readonly number[], classOf: (member: number) => string): number[][] {
  const classes = new Map<string, number[]>()
  members.forEach((member, at) => {
    const known = classes.get(classOf(member))
    if (known) known.push(at)
    else classes.set(classOf(member), [at])
  })
  return [...classes.values()]
}

function reasonOfNothing(hadAccepted: boolean, suggestions: readonly Candidate[]): DecisionReason {
  if (suggestions.length > 0) return { code: 'below_acceptance' }
  return { code: hadAccepted ? 'taken_by_others' : 'nothing_similar' }
}
