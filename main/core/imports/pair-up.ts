import { rateNames } from '../matching/names/compare.ts'
import type { PreparedName } from '../matching/names/types.ts'

/** One side of a possible pair: a line of a file, or a movement that came another way. */
export interface Sighting {
  readonly name: string | null
  readonly text: string | null
  /** The bank's reference of a line, the external id of a movement. */
  readonly reference: string | null
}

const plain = (text: string | null) =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isWithin = (name: string | null, { name: other, text }: Sighting) => {
  const words = plain(name)
  return words.length >= 4 && plain(`${other ?? ''} ${text ?? ''}`).includes(words)
}

/**
 * How well two reports of the same amount on the same day agree, from 0 to 1; null when they name different people.
 * Without a name on either side nothing contradicts: then the amount, the day and their number decide.
 */
function agreement(a: Sighting, b: Sighting, prepare: (text: string | null) => PreparedName): number | null {
  if (!a.name?.trim() || !b.name?.trim()) {
    const known = a.name?.trim() ? a.name : b.name
    return isWithin(known, a.name?.trim() ? b : a) ? 0.8 : 0.3
  }
  const { level, score } = rateNames(prepare(a.name), prepare(b.name))
  if (level === 'different') return isWithin(a.name, b) || isWithin(b.name, a) ? 0.6 : null
  if (level === 'unknown') return 0.3
  return level === 'weak' ? 0.4 : 0.5 + score * 0.4
}

/** Beyond so many of equal amount on one day only equal names are paired: there is nothing left to tell them apart by. */
const mostCompared = 400

/**
 * Pairs reports of equal amount, day and account: equal references and names first, then the best agreement, each side
 * once, so that of twins as many pair as both sides have. Returns for each of `left` the index in `right`, or -1.
 */
export function pairUp(
  left: readonly Sighting[],
  right: readonly Sighting[],
  prepare: (text: string | null) => PreparedName,
): number[] {
  const found: number[] = left.map(() => -1)
  const taken = new Set<number>()
  const take = (i: number, j: number) => {
    found[i] = j
    taken.add(j)
  }
  const equal = (keyOf: (one: Sighting) => string | null) => {
    const waiting = new Map<string, number[]>()
    for (const [j, one] of right.entries()) {
      const key = taken.has(j) ? null : keyOf(one)
      if (!key) continue
      const list = waiting.get(key)
      if (list) list.push(j)
      else waiting.set(key, [j])
    }
    for (const [i, one] of left.entries()) {
      const key = found[i] === -1 ? keyOf(one) : null
      const j = key ? waiting.get(key)?.shift() : undefined
      if (j !== undefined) take(i, j)
    }
  }
  equal(({ reference }) => reference)
  equal(({ name }) => plain(name))

  const open = left.map((_, i) => i).filter((i) => found[i] === -1)
  const free = right.map((_, j) => j).filter((j) => !taken.has(j))
  const pairs = open
    .slice(0, mostCompared)
    .flatMap((i) =>
      free
        .slice(0, mostCompared)
        .map((j) => ({ i, j, score: agreement(left[i] as Sighting, right[j] as Sighting, prepare) })),
    )
    .filter((pair): pair is typeof pair & { score: number } => pair.score !== null)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  for (const { i, j } of pairs) if (found[i] === -1 && !taken.has(j)) take(i, j)
  return found
}
