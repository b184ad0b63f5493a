import { createFindNames, type FindNames } from './find-names.ts'
import type { Fit, Name, NameReason } from './names.ts'

/** A row that fits by name, with its score. */
export interface Pick<T> {
  readonly row: T
  readonly score: number
  readonly reason: NameReason
}

interface Named {
  readonly id: string
  readonly name: Name
}

/** One side of a group: its rows gathered by equal names, and a search for those that fit a name. */
export interface Crowd<T extends Named> {
  /** Different names among the rows. */
  readonly size: number
  /** Accepted rows whose name fits, best first; looks further only as far as it is asked. */
  fitting(name: Name, searches: number, accepts: (row: T) => boolean): Generator<Pick<T>>
}

// How many fitting names are kept for the next question about the same name.
const kept = 25

const keyOf = (name: Name): string => name.readings.map((reading) => reading.text).join('\n')

/** `rows` in their final order; rows of equal names stay together. */
export function gather<T extends Named>(rows: readonly T[]): Crowd<T> {
  const members = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row.name)
    const same = members.get(key)
    if (same) same.push(row)
    else members.set(key, [row])
  }
  const rowsOf = [...members.values()]
  const names = rowsOf.flatMap(([first]) => (first ? [first.name] : []))
  const known = new Map<string, Fit[]>()
  let find: FindNames | undefined

  return {
    size: names.length,
    *fitting(name, searches, accepts) {
      find ??= createFindNames(names, searches)
      const key = keyOf(name)
      const fits = known.get(key) ?? find(name, kept)
      known.set(key, fits)
      yield* spread(fits, accepts)
      if (fits.length === kept) yield* spread(find(name, Number.POSITIVE_INFINITY).slice(kept), accepts)
    },
  }

  function* spread(fits: readonly Fit[], accepts: (row: T) => boolean): Generator<Pick<T>> {
    for (const { other, score, reason } of fits)
      for (const row of rowsOf[other] ?? []) if (accepts(row)) yield { row, score, reason }
  }
}
