import { ceilings } from '../names/limits.ts'
import { prepareName } from '../names/prepare.ts'
import type { PreparedName } from '../names/types.ts'
import { candidateOf } from './candidate.ts'
import { findPairs, type Pair } from './find-pairs.ts'
import { connectedGroups, type Pool, poolsOf } from './groups.ts'
import { defaults, mostCandidates, rounding, suggestionScore } from './limits.ts'
import type { ReadMovement, ReadRequest, Scoring } from './pairs.ts'
import { createReferenceFinder, type ReferenceFinder } from './references.ts'
import { type ClassGroup, type Settlement, settle } from './settle.ts'
import type { Candidate, DecideInput, Decision, DecisionReason, Rival } from './types.ts'

/**
 * Decides all open requests of an account against all its free movements at once. Pure: the same requests and movements
 * give the same decisions in whatever order they come (returned in the order of `requests`), and no movement is given twice.
 */
export function decide(input: DecideInput): Decision[] {
  const scoring: Scoring = {
    settings: { ...defaults, ...input.settings },
    knowledge: input.knowledge,
    aliases: input.aliases,
    isBarred: input.isBarred,
  }
  const finder = input.references ?? createReferenceFinder(input.requests.map((request) => request.externalId))
  const decisions = new Map<string, Decision>()
  for (const pool of poolsOf(input.requests, input.movements))
    for (const decision of decidePool(pool, finder, scoring, input)) decisions.set(decision.requestId, decision)
  return input.requests.flatMap((request) => decisions.get(request.id) ?? [])
}

function decidePool(
  pool: Pool,
  finder: ReferenceFinder,
  scoring: Scoring,
  { prepare = prepareName, held }: Pick<DecideInput, 'prepare' | 'held'>,
): Decision[] {
  const requests = pool.requests.map((request): ReadRequest => ({ request, name: prepare(request.name) }))
  const movements = pool.movements.map(
    (movement): ReadMovement => ({
      movement,
      name: prepare(movement.sender),
      references: finder.find(`${movement.sender ?? ''} ${movement.text ?? ''}`, movement.amountMinor),
    }),
  )
  const view = new PoolView(requests, movements, findPairs(requests, movements, scoring), scoring, held ?? nobody)
  return requests.map((_, row) => view.decisionOf(row))
}

const nobody: ReadonlySet<string> = new Set()

interface Settled {
  readonly settlement: Settlement
  readonly at: number
  readonly nodes: number
}

/** One pool with its pairs and what was settled of them. */
class PoolView {
  readonly #requests: readonly ReadRequest[]
  readonly #movements: readonly ReadMovement[]
  readonly #scoring: Scoring
  readonly #held: ReadonlySet<string>
  /** Pairs of each request, best first. */
  readonly #ofRow: readonly (readonly Pair[])[]
  readonly #relevantOfColumn = new Map<number, Pair[]>()
  readonly #settled = new Map<number, Settled>()
  /** Column of each settled row, row of each taken column. */
  readonly #columnOf = new Map<number, number>()
  readonly #takenBy = new Map<number, number>()

  constructor(
    requests: readonly ReadRequest[],
    movements: readonly ReadMovement[],
    pairs: readonly Pair[],
    scoring: Scoring,
    held: ReadonlySet<string>,
  ) {
    this.#requests = requests
    this.#movements = movements
    this.#scoring = scoring
    this.#held = held
    const ofRow: Pair[][] = requests.map(() => [])
    for (const pair of pairs) ofRow[pair.row]?.push(pair)
    for (const row of ofRow) row.sort((a, b) => b.score - a.score || a.column - b.column)
    this.#ofRow = ofRow
    const relevant = pairs.filter(
      (pair) => pair.score > scoring.settings.acceptance - scoring.settings.margin + rounding,
    )
    for (const pair of relevant) {
      const ofColumn = this.#relevantOfColumn.get(pair.column)
      if (ofColumn) ofColumn.push(pair)
      else this.#relevantOfColumn.set(pair.column, [pair])
    }
    for (const group of connectedGroups(requests.length, movements.length, relevant))
      this.#settleGroup(group.rows, group.columns)
    this.#releaseDoubtful()
  }

  #settleGroup(rows: readonly number[], columns: readonly number[]): void {
    const scores = new Map<number, number>()
    const width = this.#movements.length
    for (const row of rows) for (const pair of this.#ofRow[row] ?? []) scores.set(row * width + pair.column, pair.score)
    const requestClasses = classesOf(rows, (row) => this.#classOfRequest(row))
    const isHeld = (at: number): boolean => this.#isHeld(rows[at] as number)
    const group: ClassGroup = {
      requestClasses,
      held: new Set(requestClasses.flatMap((members, r) => (members.some(isHeld) ? [r] : []))),
      movementClasses: classesOf(columns, (column) => this.#classOfMovement(column)),
      score: (request, movement) => {
        const score = scores.get((rows[request] as number) * width + (columns[movement] as number)) ?? 0
        return score > this.#scoring.settings.acceptance - this.#scoring.settings.margin + rounding ? score : 0
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
    const { request, name } = this.#requests[row] as ReadRequest
    const isNamed = this.#ofRow[row]?.some(({ column }) =>
      this.#movements[column]?.references.some(({ reference }) => reference === request.externalId),
    )
    return isNamed || name.key === '' ? `#${request.id}` : classKey(name)
  }

  #classOfMovement(column: number): string {
    const { movement, name, references } = this.#movements[column] as ReadMovement
    return references.length > 0 || !name.isUsable ? `#${movement.id}` : classKey(name)
  }

  /** Without a sender a movement is believed only where nothing else has anything for it (row 13 of spec 3.6). */
  #releaseDoubtful(): void {
    for (const [row, column] of [...this.#columnOf]) {
      const pair = this.#ofRow[row]?.find((found) => found.column === column)
      if (!pair?.isWithoutSender) continue
      const isAlone = this.#ofRow[row]?.every((other) => other.column === column || this.#takenBy.has(other.column))
      if (isAlone) continue
      this.#columnOf.delete(row)
      this.#takenBy.delete(column)
    }
  }

  decisionOf(row: number): Decision {
    const own = this.#requests[row] as ReadRequest
    const pairs = this.#ofRow[row] ?? []
    const column = this.#columnOf.get(row)
    const shown = pairs.filter((pair) => isWorthShowing(pair) || pair.column === column).slice(0, mostCandidates)
    const candidates = shown.map((pair) => this.#candidateOf(own, pair))
    const base = { requestId: own.request.id, candidates }

    if (column !== undefined) {
      const { score } = pairs.find((pair) => pair.column === column) as Pair
      return { ...base, outcome: 'matched', movementId: this.#idOf(column), score, reason: this.#reasonOfMatch(row) }
    }
    const isOpen = (pair: Pair): boolean => !this.#takenBy.has(pair.column)
    const accepted = pairs.filter((pair) => pair.score >= this.#scoring.settings.acceptance - rounding)
    if (accepted.some(isOpen))
      return { ...base, outcome: 'ambiguous', rivals: this.#rivalsOf(row), reason: this.#reasonOfDoubt(row) }

    const suggested = new Set(shown.filter(isOpen).map((pair) => this.#idOf(pair.column)))
    const suggestions = candidates.filter(({ movementId }) => suggested.has(movementId))
    return { ...base, outcome: 'not_found', suggestions, reason: reasonOfNothing(accepted.length > 0, suggestions) }
  }

  #idOf(column: number): string {
    return (this.#movements[column] as ReadMovement).movement.id
  }

  #candidateOf(own: ReadRequest, pair: Pair): Candidate {
    return candidateOf(own, this.#movements[pair.column] as ReadMovement, pair, this.#scoring)
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
    const key = this.#classOfRequest(row)
    const open = this.#openPairs(row)
    const transfers = new Set(open.map((pair) => this.#classOfMovement(pair.column)))
    const rows = new Set(open.flatMap((pair) => this.#openRowsOf(pair.column)))
    const isOnePayer = transfers.size === 1 && [...rows].every((other) => this.#classOfRequest(other) === key)
    if (isOnePayer && rows.size !== open.length)
      return { code: 'counts_differ', requests: rows.size, movements: open.length }
    const isAlone = isOnePayer || (open.length === 1 && rows.size === 1)
    return { code: isAlone && [...rows].some((other) => this.#isHeld(other)) ? 'waits_for_person' : 'rivals' }
  }

  #openPairs(row: number): Pair[] {
    const { acceptance: accepted, margin: clear } = this.#scoring.settings
    const open = (this.#ofRow[row] ?? []).filter((pair) => !this.#takenBy.has(pair.column))
    const best = open[0]?.score ?? 0
    return open.filter((pair) => pair.score > Math.min(best, accepted) - clear + rounding || pair.isWithoutSender)
  }

  #openRowsOf(column: number): number[] {
    return (this.#relevantOfColumn.get(column) ?? []).map((pair) => pair.row).filter((row) => !this.#columnOf.has(row))
  }

  #rivalsOf(row: number): Rival[] {
    const open = this.#openPairs(row)
    const movements = open.map(
      (pair): Rival => ({ kind: 'movement', movementId: this.#idOf(pair.column), score: pair.score }),
    )
    const requests = open.flatMap((pair) =>
      (this.#relevantOfColumn.get(pair.column) ?? [])
        .filter((other) => other.row !== row && !this.#columnOf.has(other.row))
        .map(
          (other): Rival => ({
            kind: 'request',
            requestId: (this.#requests[other.row] as ReadRequest).request.id,
            movementId: this.#idOf(other.column),
            score: other.score,
          }),
        ),
    )
    return [...movements, ...requests].slice(0, 2 * mostCandidates)
  }
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
