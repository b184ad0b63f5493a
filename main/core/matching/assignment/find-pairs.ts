import { contractVowels } from '../names/letters.ts'
import type { PreparedName, Word } from '../names/types.ts'
import {
  isInWindow,
  isWorthShowing,
  type PairScore,
  type ReadMovement,
  type ReadRequest,
  type Scoring,
  scorePair,
} from './pairs.ts'
import { strangerFinder, strangersOneByOne } from './strangers.ts'

/** What speaks for a movement of a pool, by its position. */
export interface Pair extends PairScore {
  readonly column: number
}

/** Requests of a pool, by position, that have the very same pairs; best first, equal ones in order of time. */
export interface PairList {
  readonly rows: readonly number[]
  readonly pairs: readonly Pair[]
}

/** Pools up to this many pairs are compared in full. */
const fewPairs = 400
/** Words are looked up by so many of their first letters: a slip, a cut or a word joined to it leaves these. */
const prefixLength = 4

/**
 * All pairs of a pool that have anything for them; those that nobody is shown and that decide nothing are left out. In a large pool only names that share the beginning of a word are
 * compared, and requests that differ in nothing but their time share one list: a thousand equal orders and as many
 * equal transfers are a thousand pairs. Expects movements in order of time.
 */
export function findPairs(
  requests: readonly ReadRequest[],
  movements: readonly ReadMovement[],
  scoring: Scoring,
): PairList[] {
  const isSmall = requests.length * movements.length <= fewPairs
  const columnsOf = isSmall ? () => movements.keys() : columnFinder(movements, scoring)
  const strangersOf = isSmall ? strangersOneByOne(movements) : strangerFinder(movements)
  const sharing = isSmall ? () => null : sharingOf(movements, scoring)
  const lists: { rows: number[]; pairs: Pair[] }[] = []
  const shared = new Map<string, { rows: number[] }>()
  requests.forEach((own, row) => {
    const key = sharing(own)
    const known = key === null ? undefined : shared.get(key)
    if (known) {
      known.rows.push(row)
      return
    }
    const list = { rows: [row], pairs: pairsOf(own, columnsOf(own), movements, scoring, strangersOf(own.name)) }
    lists.push(list)
    if (key !== null) shared.set(key, list)
  })
  return lists
}

function pairsOf(
  own: ReadRequest,
  columns: Iterable<number>,
  movements: readonly ReadMovement[],
  scoring: Scoring,
  isStranger: (column: number) => boolean,
): Pair[] {
  const ofName = new Map<PreparedName, PairScore>()
  const maySkip = !scoring.settings.matchWithoutSender && !scoring.aliases?.has(own.name.key)
  const rate = (column: number, other: ReadMovement): PairScore | null => {
    if (other.references.length > 0) return scorePair(own, other, scoring)
    if (maySkip && isStranger(column)) return null
    const known = ofName.get(other.name)
    if (known) return known
    const found = scorePair(own, other, scoring)
    ofName.set(other.name, found)
    return found
  }
  const pairs: Pair[] = []
  for (const column of columns) {
    const other = movements[column] as ReadMovement
    if (!isInWindow(own.request, other.movement, scoring.settings.windowMs)) continue
    if (scoring.isBarred?.(own.request.id, other.movement.id)) continue
    const found = rate(column, other)
    if (found && found.score > 0 && (!maySkip || isWorthShowing(found))) pairs.push({ column, ...found })
  }
  return pairs.sort((a, b) => b.score - a.score || a.column - b.column)
}

/** What requests must have in common to have the same pairs; null for one that stands for itself. */
function sharingOf(movements: readonly ReadMovement[], scoring: Scoring): (own: ReadRequest) => string | null {
  const named = new Set(movements.flatMap(({ references }) => references.map(({ reference }) => reference)))
  const { isBarred, settings } = scoring
  return ({ request, name }) => {
    if (named.has(request.externalId)) return null
    if (isBarred && movements.some(({ movement }) => isBarred(request.id, movement.id))) return null
    let [low, high] = [0, movements.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isInWindow(request, (movements[middle] as ReadMovement).movement, settings.windowMs)) high = middle
      else low = middle + 1
    }
    return `${low} ${name.text}`
  }
}

/** The movements whose names may be the one of a request, each once. */
function columnFinder(movements: readonly ReadMovement[], scoring: Scoring): (own: ReadRequest) => Iterable<number> {
  const index = indexOf(movements, scoring)
  const seen = new Int32Array(movements.length).fill(-1)
  let asked = 0
  return ({ name }) => {
    if (isUnpredictable(name)) return movements.keys()
    asked += 1
    const found: number[] = []
    const add = (columns: readonly number[]): void => {
      for (const column of columns)
        if (seen[column] !== asked) {
          seen[column] = asked
          found.push(column)
        }
    }
    add(index.always)
    for (const key of keysOf(name)) add(index.byKey.get(key) ?? [])
    for (const alias of scoring.aliases?.get(name.key) ?? []) add(index.byName.get(alias) ?? [])
    return found
  }
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

const keysOfNames = new WeakMap<PreparedName, ReadonlySet<string>>()

/** Beginnings of words by which a name is found; two names that may be one share at least one. */
export function keysOf(name: PreparedName): ReadonlySet<string> {
  const found = keysOfNames.get(name)
  if (found) return found
  const keys = new Set<string>()
  name.words.forEach((word, i) => {
    if ((name.content & (1 << i)) !== 0) for (const key of keysOfWord(word)) keys.add(key)
  })
  keysOfNames.set(name, keys)
  return keys
}

const keysOfWord = (word: Word): string[] => {
  const forms = [word.text, word.alternative, word.dropped, contractVowels(word.text), ...(word.fullForms ?? [])]
  const keys = forms.filter((form) => form !== '').map((form) => form.slice(0, prefixLength))
  return word.group === 0 ? keys : [...keys, `#${word.group}`]
}
