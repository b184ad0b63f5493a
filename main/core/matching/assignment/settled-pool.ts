import type { PreparedName } from '../names/types.ts'
import type { PairList } from './find-pairs.ts'
import { connectedGroups } from './groups.ts'
import { rounding } from './limits.ts'
import type { ReadMovement, ReadRequest, Scoring } from './pairs.ts'
import { type ClassGroup, type Settlement, settle } from './settle.ts'

interface Settled {
  readonly settlement: Settlement
  readonly at: number
  readonly nodes: number
}

export interface NumberedList extends PairList {
  readonly number: number
  /** Score by column, worked out when it is first asked for. */
  scores?: ReadonlyMap<number, number>
}

/** The requests and movements of one pool, by position, in order of time. */
export interface PoolInput {
  readonly requests: readonly ReadRequest[]
  readonly movements: readonly ReadMovement[]
  readonly lists: readonly PairList[]
  readonly scoring: Scoring
  /** Requests that wait for a person. */
  readonly held: ReadonlySet<string>
}

/** One pool with everything in it settled that is clear. */
export class SettledPool {
  readonly requests: readonly ReadRequest[]
  readonly movements: readonly ReadMovement[]
  readonly scoring: Scoring
  readonly #held: ReadonlySet<string>
  readonly #lists: readonly NumberedList[]
  readonly #listOf: readonly NumberedList[]
  readonly #listsOfColumn = new Map<number, { readonly list: NumberedList; readonly score: number }[]>()
  readonly #settled = new Map<number, Settled>()
  /** Column of each settled row, row of each taken column. */
  readonly #columnOf = new Map<number, number>()
  readonly #takenBy = new Map<number, number>()
  readonly #rowClasses: string[] = []
  readonly #columnClasses: string[] = []

  constructor({ requests, movements, lists, scoring, held }: PoolInput) {
    this.requests = requests
    this.movements = movements
    this.scoring = scoring
    this.#held = held
    this.#lists = lists.map((list, number) => ({ ...list, number }))
    const listOf: NumberedList[] = []
    for (const list of this.#lists) for (const row of list.rows) listOf[row] = list
    this.#listOf = listOf
    for (const group of connectedGroups(requests.length, movements.length, this.#relevantPairs()))
      this.#settleGroup(group.rows, group.columns)
    this.#releaseDoubtful()
  }

  listOf(row: number): NumberedList {
    return this.#listOf[row] as NumberedList
  }

  /** The lists in which a column is relevant. */
  listsOf(column: number): readonly { readonly list: NumberedList; readonly score: number }[] {
    return this.#listsOfColumn.get(column) ?? []
  }

  /** The movement that a request is matched with. */
  columnOf(row: number): number | undefined {
    return this.#columnOf.get(row)
  }

  isTaken(column: number): boolean {
    return this.#takenBy.has(column)
  }

  /** How the group of a request was settled; undefined for one that has no relevant pair. */
  settledOf(row: number): Settled | undefined {
    return this.#settled.get(row)
  }

  isHeld(row: number): boolean {
    return this.#held.has((this.requests[row] as ReadRequest).request.id)
  }

  /** Orders that a movement names stand for themselves; the others of one payer are alike. */
  classOfRequest(row: number): string {
    const known = this.#rowClasses[row]
    if (known !== undefined) return known
    const { request, name } = this.requests[row] as ReadRequest
    const list = this.listOf(row)
    // Who shares a list is named by nobody.
    const isNamed =
      list.rows.length === 1 &&
      list.pairs.some(({ column }) =>
        this.movements[column]?.references.some(({ reference }) => reference === request.externalId),
      )
    const found = isNamed || name.key === '' ? `#${request.id}` : classKey(name)
    this.#rowClasses[row] = found
    return found
  }

  classOfMovement(column: number): string {
    const known = this.#columnClasses[column]
    if (known !== undefined) return known
    const { movement, name, references } = this.movements[column] as ReadMovement
    const found = references.length > 0 || !name.isUsable ? `#${movement.id}` : classKey(name)
    this.#columnClasses[column] = found
    return found
  }

  #isRelevant(score: number): boolean {
    const { acceptance, margin } = this.scoring.settings
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
    const requestClasses = classesOf(rows, (row) => this.classOfRequest(row))
    const isHeld = (at: number): boolean => this.isHeld(rows[at] as number)
    const listAt = (request: number): NumberedList => this.listOf(rows[request] as number)
    const group: ClassGroup = {
      requestClasses,
      held: new Set(requestClasses.flatMap((members, r) => (members.some(isHeld) ? [r] : []))),
      movementClasses: classesOf(columns, (column) => this.classOfMovement(column)),
      kindOf: (request) => listAt(request).number,
      score: (request, movement) => {
        const score = scoreOf(listAt(request), columns[movement] as number)
        return this.#isRelevant(score) ? score : 0
      },
    }
    const settlement = settle(group, this.scoring.settings)
    rows.forEach((row, at) => {
      this.#settled.set(row, { settlement, at, nodes: rows.length + columns.length })
      const column = columns[settlement.movementOf[at] ?? -1]
      if (column === undefined) return
      this.#columnOf.set(row, column)
      this.#takenBy.set(column, row)
    })
  }

  /** Without a sender a movement is believed only where nothing else has anything for it (row 13 of spec 3.6). */
  #releaseDoubtful(): void {
    if (!this.scoring.settings.matchWithoutSender) return
    for (const [row, column] of [...this.#columnOf]) {
      const { pairs } = this.listOf(row)
      const pair = pairs.find((found) => found.column === column)
      if (!pair?.isWithoutSender) continue
      const isAlone = pairs.every((other) => other.column === column || this.#takenBy.has(other.column))
      if (isAlone) continue
      this.#columnOf.delete(row)
      this.#takenBy.delete(column)
    }
  }
}

export function scoreOf(list: NumberedList, column: number): number {
  list.scores ??= new Map(list.pairs.map((pair) => [pair.column, pair.score]))
  return list.scores.get(column) ?? 0
}

/** Equal for names that say the same, legal form included. */
const classKey = (name: PreparedName): string => [name.key, ...[...name.legalForms].sort()].join('|')

function classesOf(members: readonly number[], classOf: (member: number) => string): number[][] {
  const classes = new Map<string, number[]>()
  members.forEach((member, at) => {
    const known = classes.get(classOf(member))
    if (known) known.push(at)
    else classes.set(classOf(member), [at])
  })
  return [...classes.values()]
}
