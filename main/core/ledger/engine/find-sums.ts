import { findSums as searchSums } from '../../matching/sums/find-sums.ts'
import { largestOnRequest } from '../../matching/sums/limits.ts'
import { dayNumber } from './days.ts'
import type { EngineEntry, EngineInput, EngineItem, Side } from './types.ts'

/** What a person asks: lines of one side whose amounts add up to lines of the other, or to an amount. */
export interface SumQuestion {
  /** Lines of the other side whose sum is looked for. */
  readonly entryIds?: readonly string[]
  /** Signed minor units; used when no lines are named. */
  readonly amount?: number
  /** The side that is searched. */
  readonly side: Side
  /** Members at most, 2 to 12. */
  readonly maxSize: number
}

export interface SumAnswer {
  /** Smallest first, at most ten; of one currency, the one of the lines asked about or of most lines. */
  readonly groups: readonly { readonly ids: readonly string[]; readonly difference: number }[]
  /** Groups that chance alone would make. */
  readonly chance: number
  /** Only the 40 nearest in time were combined. */
  readonly wasCutShort: boolean
  /** False: the step limit ended the search, and nothing may be said about what was not found. */
  readonly isComplete: boolean
}

/** Some seconds of search; a person watches it and may stop it. */
const mostSteps = 60_000_000

/** The search of 6.7 on request, for groups of up to twelve. `progress` is called often and may throw to stop. */
export function findSums(
  input: Pick<EngineInput, 'items' | 'entries'>,
  question: SumQuestion,
  progress?: (steps: number) => void,
): SumAnswer {
  const isLedger = question.side === 'ledger'
  const lines: readonly (EngineItem | EngineEntry)[] = isLedger ? input.entries : input.items
  const asked = new Set(question.entryIds ?? [])
  const targets = (isLedger ? input.items : input.entries).filter(({ id }) => asked.has(id))
  const target = targets.length > 0 ? targets.reduce((sum, { open }) => sum + open, 0) : (question.amount ?? 0)
  const currency = targets[0]?.currency ?? lines[0]?.currency
  const days = targets.length > 0 ? targets : lines
  const at =
    days.length === 0 ? 0 : Math.round(days.reduce((sum, one) => sum + dayNumber(one.bookingDate), 0) / days.length)
  const candidates = lines
    .filter((line) => line.currency === currency && Math.sign(line.open) === Math.sign(target))
    .map((line) => ({
      id: line.id,
      amountMinor: Math.abs(line.open),
      at: dayNumber(line.bookingDate),
      isSamePayer: targets.some(({ counterpartyName }) => isSame(counterpartyName, line.counterpartyName)),
    }))
  let steps = 0
  const found = searchSums({ amountMinor: Math.abs(target), at }, candidates, {
    largest: Math.max(2, Math.min(largestOnRequest, question.maxSize)),
    steps: mostSteps,
    isCancelled: () => {
      steps++
      progress?.(steps)
      return false
    },
  })
  return {
    groups: found.groups.map(({ ids, differenceMinor }) => ({ ids, difference: differenceMinor })),
    chance: found.chance,
    wasCutShort: found.wasCutShort,
    isComplete: found.isComplete,
  }
}

const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase()
