import { matchAll } from '../../../../main/core/ledger/engine/match-all.ts'
import type { Band, EngineInput } from '../../../../main/core/ledger/engine/types.ts'
import { type MadeBooks, makeBooks } from './make-books.ts'

/** What a matcher proposed of what belongs together. */
export interface Shares {
  readonly to_find: number
  readonly found: number
  readonly proposed: number
  readonly wrong: number
}

export interface Measured {
  readonly engine: Shares & {
    readonly by_band: Readonly<Record<Band, { readonly proposed: number; readonly wrong: number }>>
    readonly unattended: { readonly proposed: number; readonly wrong: number }
    readonly by_situation: Readonly<Record<string, { readonly to_find: number; readonly found: number }>>
    /** Wrong ones among the strong, by their legs, to look at. */
    readonly wrong_strong: readonly string[]
  }
  /** Equal amount and equal day, first come, first served. */
  readonly plain: Shares
}

const keyOf = (ids: readonly string[]): string => [...ids].sort().join('+')

export function measureBooks(seeds: readonly number[], happenings: number, make = makeBooks): Measured {
  const by_band = {
    strong: { proposed: 0, wrong: 0 },
    likely: { proposed: 0, wrong: 0 },
    possible: { proposed: 0, wrong: 0 },
  }
  const unattended = { proposed: 0, wrong: 0 }
  const situations = new Map<string, { to_find: number; found: number }>()
  const wrong_strong: string[] = []
  const engine = { to_find: 0, found: 0, proposed: 0, wrong: 0 }
  const plain = { to_find: 0, found: 0, proposed: 0, wrong: 0 }
  for (const seed of seeds) {
    const made = make(seed, happenings)
    const right = rightOnes(made)
    const { proposals } = matchAll(made.input)
    const keys = new Set(proposals.map(({ legs }) => keyOf(legs.map(({ id }) => id))))
    for (const proposal of proposals) {
      const key = keyOf(proposal.legs.map(({ id }) => id))
      const wrong = right.has(key) ? 0 : 1
      engine.proposed++
      engine.wrong += wrong
      by_band[proposal.band].proposed++
      by_band[proposal.band].wrong += wrong
      if (proposal.mayBeUnattended) {
        unattended.proposed++
        unattended.wrong += wrong
      }
      if (wrong === 1 && proposal.band === 'strong') wrong_strong.push(`${seed} ${key}`)
    }
    for (const one of made.truth) {
      const known = situations.get(one.situation) ?? { to_find: 0, found: 0 }
      situations.set(one.situation, known)
      known.to_find++
      engine.to_find++
      if (!keys.has(keyOf(one.ids)) && !(one.orIds && keys.has(keyOf(one.orIds)))) continue
      known.found++
      engine.found++
    }
    add(plain, plainMatcher(made.input), made, right)
  }
  return {
    engine: { ...engine, by_band, unattended, by_situation: Object.fromEntries([...situations].sort()), wrong_strong },
    plain,
  }
}

const rightOnes = ({ truth }: MadeBooks): ReadonlySet<string> =>
  new Set(truth.flatMap(({ ids, orIds }) => [keyOf(ids), ...(orIds ? [keyOf(orIds)] : [])]))

function add(
  shares: { to_find: number; found: number; proposed: number; wrong: number },
  keys: readonly string[],
  { truth }: MadeBooks,
  right: ReadonlySet<string>,
): void {
  const proposed = new Set(keys)
  shares.proposed += keys.length
  shares.wrong += keys.filter((key) => !right.has(key)).length
  shares.to_find += truth.length
  shares.found += truth.filter(
    ({ ids, orIds }) => proposed.has(keyOf(ids)) || (orIds && proposed.has(keyOf(orIds))),
  ).length
}

/** What a spreadsheet does: equal amount, equal day. */
function plainMatcher({ items, entries }: EngineInput): string[] {
  const waiting = new Map<string, string[]>()
  for (const { id, open, bookingDate } of entries) {
    const key = `${open} ${bookingDate}`
    const list = waiting.get(key)
    if (list) list.push(id)
    else waiting.set(key, [id])
  }
  return items.flatMap(({ id, open, bookingDate }) => {
    const entry = waiting.get(`${open} ${bookingDate}`)?.shift()
    return entry === undefined ? [] : [keyOf([id, entry])]
  })
}
