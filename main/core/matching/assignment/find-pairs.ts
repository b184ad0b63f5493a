import { contractVowels } from '../names/letters.ts'
import type { PreparedName, Word } from '../names/types.ts'
import { isInWindow, type PairScore, type ReadMovement, type ReadRequest, type Scoring, scorePair } from './pairs.ts'

/** A pair of a pool by the positions of its request and movement. */
export interface Pair extends PairScore {
  readonly row: number
  readonly column: number
}

/** Pools up to this many pairs are compared in full. */
const fewPairs = 400
/** Words are looked up by so many of their first letters: a slip, a cut or a word joined to it leaves these. */
const prefixLength = 4

/** All pairs of a pool that have anything for them. In a large pool only names that share the beginning of a word are compared. */
export function findPairs(
  requests: readonly ReadRequest[],
  movements: readonly ReadMovement[],
  scoring: Scoring,
): Pair[] {
  const pairs: Pair[] = []
  const look = (row: number, column: number): void => {
    const [own, other] = [requests[row] as ReadRequest, movements[column] as ReadMovement]
    if (!isInWindow(own.request, other.movement, scoring.settings.windowMs)) return
    if (scoring.isBarred?.(own.request.id, other.movement.id)) return
    const found = scorePair(own, other, scoring)
    if (found.score > 0) pairs.push({ row, column, ...found })
  }

  if (requests.length * movements.length <= fewPairs) {
    for (let row = 0; row < requests.length; row++)
      for (let column = 0; column < movements.length; column++) look(row, column)
    return pairs
  }
  const index = indexOf(movements, scoring)
  const seen = new Int32Array(movements.length).fill(-1)
  requests.forEach((own, row) => {
    const visit = (column: number): void => {
      if (seen[column] === row) return
      seen[column] = row
      look(row, column)
    }
    const everything = isUnpredictable(own.name)
    const found = everything
      ? movements.keys()
      : [index.always, ...[...keysOf(own.name)].map((key) => index.byKey.get(key) ?? [])].flat()
    for (const column of found) visit(column)
    for (const alias of scoring.aliases?.get(own.name.key) ?? [])
      for (const column of index.byName.get(alias) ?? []) visit(column)
  })
  return pairs
}

interface NameIndex {
  readonly byKey: ReadonlyMap<string, readonly number[]>
  readonly byName: ReadonlyMap<string, readonly number[]>
  /** Names that no key finds, and movements whose text names an order. */
  readonly always: readonly number[]
}

function indexOf(movements: readonly ReadMovement[], { settings }: Scoring): NameIndex {
  const byKey = new Map<string, number[]>()
  const byName = new Map<string, number[]>()
  const always: number[] = []
  movements.forEach(({ name, references }, column) => {
    if (references.length > 0 || isUnpredictable(name) || (settings.matchWithoutSender && !name.isUsable))
      always.push(column)
    for (const key of keysOf(name)) addTo(byKey, key, column)
    addTo(byName, name.key, column)
  })
  return { byKey, byName, always }
}

function addTo(index: Map<string, number[]>, key: string, column: number): void {
  const columns = index.get(key)
  if (columns) columns.push(column)
  else index.set(key, [column])
}

/** Damaged letters and other scripts may agree with any beginning. */
export const isUnpredictable = (name: PreparedName): boolean =>
  name.words.some((word) => word.isDamaged || (word.script !== 'latin' && word.script !== 'digits'))

/** Beginnings of words by which a name is found; two names that may be one share at least one. */
export function keysOf(name: PreparedName): Set<string> {
  const keys = new Set<string>()
  name.words.forEach((word, i) => {
    if ((name.content & (1 << i)) !== 0) for (const key of keysOfWord(word)) keys.add(key)
  })
  return keys
}

const keysOfWord = (word: Word): string[] => {
  const forms = [word.text, word.alternative, word.dropped, contractVowels(word.text), ...(word.fullForms ?? [])]
  const keys = forms.filter((form) => form !== '').map((form) => form.slice(0, prefixLength))
  return word.group === 0 ? keys : [...keys, `#${word.group}`]
}
