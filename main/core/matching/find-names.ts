import { indexNames } from './name-index.ts'
import { type Fit, type Name, type NameReason, scoreNames } from './names.ts'

/** The names with a score above 0, best first, equal ones in the order of the list; at most `atMost` of them. */
export type FindNames = (name: Name, atMost: number) => Fit[]

/** The score of every name of a list, by position; 0 where nothing was raised. */
export interface Board {
  readonly scores: Float64Array
  raise(at: number, score: number, reason: NameReason): void
}

// Building the index costs about as much as this number of searches that compare with every name.
const searchesWorthAnIndex = 24

/** A search in `names` that will be asked about `searches` times; both ways give the same answer. */
export function createFindNames(names: readonly Name[], searches: number): FindNames {
  const isCrowd = searches > searchesWorthAnIndex && names.length > 64
  return isCrowd ? findByIndex(names) : findByComparing(names)
}

const bestFit = (a: Fit, b: Fit): number => b.score - a.score || a.other - b.other

function findByComparing(names: readonly Name[]): FindNames {
  return (name, atMost) => {
    const fits: Fit[] = []
    for (const [other, each] of names.entries()) {
      const { score, reason } = scoreNames(name, each)
      if (score > 0) fits.push({ other, score, reason })
    }
    return fits.sort(bestFit).slice(0, atMost)
  }
}

function findByIndex(names: readonly Name[]): FindNames {
  const scores = new Float64Array(names.length)
  const reasons: NameReason[] = new Array(names.length).fill('other_name')
  const fill = indexNames(names, {
    scores,
    raise(at, score, reason) {
      if (score <= (scores[at] ?? 0)) return
      scores[at] = score
      reasons[at] = reason
    },
  })

  return (name, atMost) => {
    fill(name)
    const kept: Fit[] = []
    let worst = 0
    for (let other = 0; other < scores.length; other++) {
      const score = scores[other] ?? 0
      scores[other] = 0
      // A crowd may hold millions of fitting pairs, so only the best are kept; an equal one further on is not better.
      if (score === 0 || score <= worst) continue
      kept.push({ other, score, reason: reasons[other] ?? 'other_name' })
      if (kept.length < 2 * atMost) continue
      kept.sort(bestFit).length = atMost
      worst = kept[atMost - 1]?.score ?? 0
    }
    return kept.sort(bestFit).slice(0, atMost)
  }
}
