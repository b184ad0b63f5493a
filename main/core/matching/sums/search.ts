import type { Minor } from '../../money.ts'
import { largestOfPayer, mostSolutions } from './limits.ts'

/** Part of a group: positions in rising order. */
interface Half {
  readonly positions: readonly number[]
  readonly sum: Minor
}

/** How often the person is asked whether to go on. */
const stepsBetweenQuestions = 1024

/** A search over amounts, by their positions. */
export class Search {
  readonly found: number[][] = []
  readonly #amounts: readonly Minor[]
  readonly #target: Minor
  readonly #tolerance: Minor
  readonly #isCancelled: (() => boolean) | undefined
  readonly #halves = new Map<number, readonly Half[]>()
  readonly #steps: number
  #stepsLeft: number
  #isStopped = false

  constructor(
    amounts: readonly Minor[],
    target: Minor,
    tolerance: Minor,
    steps: number,
    isCancelled: (() => boolean) | undefined,
  ) {
    this.#amounts = amounts
    this.#target = target
    this.#tolerance = tolerance
    this.#steps = steps
    this.#stepsLeft = steps
    this.#isCancelled = isCancelled
  }

  mayGoOn(): boolean {
    return !this.#isStopped
  }

  state(): { readonly isComplete: boolean; readonly steps: number } {
    return { isComplete: !this.#isStopped, steps: this.#steps - Math.max(0, this.#stepsLeft) }
  }

  /** Finds groups of exactly this size. */
  lookForGroupsOf(size: number): void {
    if (size > largestOfPayer) this.#lookDeep(size)
    else this.#lookByHalves(size)
  }

  /** Every group splits in one way into its first and its last members: the first half ends before the second begins. */
  #lookByHalves(size: number): void {
    const first = this.#halvesOf(Math.ceil(size / 2))
    const second = [...this.#halvesOf(Math.floor(size / 2))].sort((a, b) => a.sum - b.sum)
    for (const half of first) {
      if (!this.#step()) return
      const last = half.positions.at(-1) as number
      const from = this.#target - this.#tolerance - half.sum
      const to = this.#target + this.#tolerance - half.sum
      for (let i = firstAtLeast(second, from); i < second.length && (second[i] as Half).sum <= to; i++) {
        if (!this.#step()) return
        const rest = (second[i] as Half).positions
        if ((rest[0] as number) <= last) continue
        this.found.push([...half.positions, ...rest])
        if (this.found.length >= mostSolutions) return
      }
    }
  }

  /** Large groups one member after the other, largest amounts first, leaving off where the rest cannot reach the target. */
  #lookDeep(size: number): void {
    const order = [...this.#amounts.keys()].sort((a, b) => this.#amountAt(b) - this.#amountAt(a) || a - b)
    const sums = [0]
    for (const position of order) sums.push((sums.at(-1) as number) + this.#amountAt(position))
    const sumOf = (from: number, count: number): Minor => (sums[from + count] as number) - (sums[from] as number)

    const extend = (members: readonly number[], from: number, rest: Minor): void => {
      const missing = size - members.length
      if (missing === 0) {
        if (Math.abs(rest) <= this.#tolerance) this.found.push([...members].sort((a, b) => a - b))
        return
      }
      for (let i = from; i + missing <= order.length && this.found.length < mostSolutions; i++) {
        if (!this.#step() || sumOf(i, missing) < rest - this.#tolerance) return
        if (
          sumOf(order.length - missing + 1, missing - 1) + this.#amountAt(order[i] as number) >
          rest + this.#tolerance
        )
          continue
        extend([...members, order[i] as number], i + 1, rest - this.#amountAt(order[i] as number))
      }
    }
    extend([], 0, this.#target)
  }

  #amountAt(position: number): Minor {
    return this.#amounts[position] as Minor
  }

  #halvesOf(size: number): readonly Half[] {
    const known = this.#halves.get(size)
    if (known) return known
    const smaller: readonly Half[] = size === 1 ? [{ positions: [], sum: 0 }] : this.#halvesOf(size - 1)
    const halves: Half[] = []
    for (const { positions, sum } of smaller)
      for (let next = (positions.at(-1) ?? -1) + 1; next < this.#amounts.length; next++) {
        if (!this.#step()) return halves
        const total = sum + (this.#amounts[next] as number)
        if (total <= this.#target + this.#tolerance) halves.push({ positions: [...positions, next], sum: total })
      }
    this.#halves.set(size, halves)
    return halves
  }

  #step(): boolean {
    this.#stepsLeft--
    if (this.#stepsLeft < 0 || (this.#stepsLeft % stepsBetweenQuestions === 0 && this.#isCancelled?.() === true))
      this.#isStopped = true
    return !this.#isStopped
  }
}

function firstAtLeast(halves: readonly Half[], sum: Minor): number {
  let [low, high] = [0, halves.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((halves[middle] as Half).sum < sum) low = middle + 1
    else high = middle
  }
  return low
}
