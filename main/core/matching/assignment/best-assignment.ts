/** Weights of pairs, at least 0; 0 is no pair. */
export interface Weights {
  readonly rows: number
  readonly columns: number
  weight(row: number, column: number): number
}

export interface BestAssignment {
  /** Column of each row, or −1. */
  readonly columnOf: readonly number[]
  readonly total: number
  /** By how much the total falls when the row may have none of these columns: how clear its pairing is. */
  lossWithout(row: number, columns: readonly number[]): number
}

/**
 * The exact maximum-weight assignment of a bipartite graph: the shortest augmenting path method with potentials
 * (Hungarian method after Jonker and Volgenant), cubic in the larger side. Rows are added in their order and ties go to
 * the lower column, so the result depends on nothing but the weights and the order given.
 */
export function bestAssignment(weights: Weights): BestAssignment {
  const size = Math.max(weights.rows, weights.columns)
  const costs = new Float64Array(size * size)
  for (let row = 0; row < weights.rows; row++)
    for (let column = 0; column < weights.columns; column++) costs[row * size + column] = -weights.weight(row, column)

  const solution = new Solution(size, (row, column) => costs[row * size + column] ?? 0)
  for (let row = 0; row < size; row++) solution.place(row)
  const total = solution.total()

  return {
    columnOf: Array.from({ length: weights.rows }, (_, row) => {
      const column = solution.columnOf(row)
      return column < weights.columns && weights.weight(row, column) > 0 ? column : -1
    }),
    total,
    lossWithout: (row, columns) => {
      const isForbidden = new Set(columns)
      return total - solution.without(row, (column) => isForbidden.has(column)).total()
    },
  }
}

type Cost = (row: number, column: number) => number

/** A minimum-cost assignment that grows row by row; columns and rows are shifted by one, 0 being "none". */
class Solution {
  readonly #size: number
  readonly #cost: Cost
  readonly #rowPotential: Float64Array
  readonly #columnPotential: Float64Array
  readonly #rowOf: Int32Array

  constructor(size: number, cost: Cost, from?: Solution) {
    this.#size = size
    this.#cost = cost
    this.#rowPotential = from ? from.#rowPotential.slice() : new Float64Array(size + 1)
    this.#columnPotential = from ? from.#columnPotential.slice() : new Float64Array(size + 1)
    this.#rowOf = from ? from.#rowOf.slice() : new Int32Array(size + 1)
  }

  columnOf(row: number): number {
    return this.#rowOf.indexOf(row + 1, 1) - 1
  }

  /** The weight of all pairs: the cost with its sign turned. */
  total(): number {
    let sum = 0
    for (let column = 1; column <= this.#size; column++) {
      const row = this.#rowOf[column] as number
      if (row > 0) sum -= this.#cost(row - 1, column - 1)
    }
    return sum
  }

  /** The best assignment when the row gains nothing from some columns: costs only rise, so one further path finds it. */
  without(row: number, isForbidden: (column: number) => boolean): Solution {
    const changed: Cost = (r, column) => (r === row && isForbidden(column) ? 0 : this.#cost(r, column))
    const other = new Solution(this.#size, changed, this)
    other.#rowOf[other.columnOf(row) + 1] = 0
    other.place(row)
    return other
  }

  /** Adds one row along the cheapest alternating path. */
  place(row: number): void {
    const size = this.#size
    const cheapest = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const before = new Int32Array(size + 1)
    const isUsed = new Uint8Array(size + 1)
    this.#rowOf[0] = row + 1
    let column = 0
    do {
      isUsed[column] = 1
      const current = this.#rowOf[column] as number
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (isUsed[j] === 1) continue
        const reduced =
          this.#cost(current - 1, j - 1) -
          (this.#rowPotential[current] as number) -
          (this.#columnPotential[j] as number)
        if (reduced < (cheapest[j] as number)) {
          cheapest[j] = reduced
          before[j] = column
        }
        if ((cheapest[j] as number) < step) {
          step = cheapest[j] as number
          next = j
        }
      }
      this.#move(step, isUsed, cheapest)
      column = next
    } while (this.#rowOf[column] !== 0)

    while (column !== 0) {
      const previous = before[column] as number
      this.#rowOf[column] = this.#rowOf[previous] as number
      column = previous
    }
    this.#rowOf[0] = 0
  }

  #move(step: number, isUsed: Uint8Array, cheapest: Float64Array): void {
    for (let j = 0; j <= this.#size; j++) {
      if (isUsed[j] === 1) {
        const row = this.#rowOf[j] as number
        this.#rowPotential[row] = (this.#rowPotential[row] as number) + step
        this.#columnPotential[j] = (this.#columnPotential[j] as number) - step
      } else cheapest[j] = (cheapest[j] as number) - step
    }
  }
}
