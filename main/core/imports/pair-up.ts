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
  if (a.reference !== null && a.reference === b.reference) return 1
  if (!a.name?.trim() || !b.name?.trim()) {
    const known = a.name?.trim() ? a.name : b.name
    return isWithin(known, a.name?.trim() ? b : a) ? 0.8 : 0.3
  }
  const { level, score } = rateNames(prepare(a.name), prepare(b.name))
  if (level === 'different') return isWithin(a.name, b) || isWithin(b.name, a) ? 0.6 : null
  if (level === 'unknown') return 0.3
  return level === 'weak' ? 0.4 : 0.5 + score * 0.4
}

/**
 * Pairs reports of equal amount, day and account: the best agreement first, each side once, so that of twins as many
 * pair as both sides have. Returns for each of `left` the index in `right`, or -1.
 */
export function pairUp(
  left: readonly Sighting[],
  right: readonly Sighting[],
  prepare: (text: string | null) => PreparedName,
): number[] {
  const pairs = left
    .flatMap((a, i) => right.map((b, j) => ({ i, j, score: agreement(a, b, prepare) })))
    .filter((pair): pair is typeof pair & { score: number } => pair.score !== null)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  const found: number[] = left.map(() => -1)
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (found[i] !== -1 || taken.has(j)) continue
    found[i] = j
    taken.add(j)
  }
  return found
}
