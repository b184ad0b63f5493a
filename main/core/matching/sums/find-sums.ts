import type { Minor } from '../../money.ts'
import { chanceOfSum } from './chance.ts'
import { largestByAmount, largestOnRequest, mostCandidates, mostSteps } from './limits.ts'
import { Search } from './search.ts'

export interface SumCandidate {
  readonly id: string
  /** Positive. */
  readonly amountMinor: Minor
  readonly at: number
  /** The payer is known to be the same as the target's. */
  readonly isSamePayer: boolean
}

export interface SumOptions {
  /** Members at most, at least 2. Default 4 (ledger spec 6.7). */
  readonly largest?: number
  /** Allowed difference, in minor units. Default 0. */
  readonly tolerance?: Minor
  readonly steps?: number
  /** Sizes of which chance alone would make more groups than this are not looked for. Default: all are. */
  readonly mostChance?: number
  /** Asked now and then; true ends the search as incomplete. */
  readonly isCancelled?: () => boolean
}

export interface SumGroup {
  /** Oldest first. */
  readonly ids: readonly string[]
  /** Sum minus target, within the tolerance. */
  readonly differenceMinor: Minor
}

export interface SumSearch {
  /** Groups of the smallest size that has any, at most ten, the nearest to the target first, then the oldest. */
  readonly groups: readonly SumGroup[]
  /** How many groups of at most this size chance alone would make: 0.01 is one in a hundred. */
  readonly chance: number
  /** More candidates were there than are looked at. */
  readonly wasCutShort: boolean
  /** False when the step limit or the person ended it: then nothing may be said about groups that were not found. */
  readonly isComplete: boolean
  /** Steps that it took. */
  readonly steps: number
}

/**
 * Looks for groups of candidates whose amounts add up to the target, the smallest first. Exhaustive within its bounds:
 * every group is put together from a first and a second half, so a group of six costs no more than two of three.
 */
export function findSums(
  target: { readonly amountMinor: Minor; readonly at: number },
  candidates: readonly SumCandidate[],
  options: SumOptions = {},
): SumSearch {
  const { largest = largestByAmount, tolerance = 0, steps = mostSteps, mostChance = Number.POSITIVE_INFINITY } = options
  const fitting = candidates.filter(
    ({ amountMinor }) => amountMinor > 0 && amountMinor <= target.amountMinor + tolerance,
  )
  const chosen = choose(fitting, target.at)
  const amounts = chosen.map(({ amountMinor }) => amountMinor)
  const search = new Search(amounts, target.amountMinor, tolerance, steps, options.isCancelled)
  for (let size = 2; size <= Math.min(largest, largestOnRequest, chosen.length) && search.mayGoOn(); size++) {
    const chance = chanceOfSum(amounts, size, tolerance)
    if (chance > mostChance) break
    search.lookForGroupsOf(size)
    if (search.found.length === 0) continue
    const groups = search.found
      .map((positions) => toGroup(positions, chosen, target.amountMinor))
      .sort((a, b) => Math.abs(a.differenceMinor) - Math.abs(b.differenceMinor))
    return {
      ...search.state(),
      groups,
      chance,
      wasCutShort: chosen.length < fitting.length,
    }
  }
  return { ...search.state(), groups: [], chance: 0, wasCutShort: chosen.length < fitting.length }
}

/** The same payer's first, then the nearest in time; back in order of time, so that the oldest are found first. */
function choose(candidates: readonly SumCandidate[], at: number): SumCandidate[] {
  const byPreference = [...candidates].sort(
    (a, b) =>
      Number(b.isSamePayer) - Number(a.isSamePayer) ||
      Math.abs(a.at - at) - Math.abs(b.at - at) ||
      compareText(a.id, b.id),
  )
  return byPreference.slice(0, mostCandidates).sort((a, b) => a.at - b.at || compareText(a.id, b.id))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const toGroup = (positions: readonly number[], candidates: readonly SumCandidate[], target: Minor): SumGroup => {
  const members = positions.map((position) => candidates[position] as SumCandidate)
  const sum = members.reduce((total, { amountMinor }) => total + amountMinor, 0)
  return { ids: members.map(({ id }) => id), differenceMinor: sum - target }
}
