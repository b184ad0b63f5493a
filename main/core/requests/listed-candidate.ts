import { windowMs } from '../matching/assignment/limits.ts'
import type { Candidate, PairReason } from '../matching/assignment/types.ts'
import { type ReasonWord, reasonWordOf } from './reason-word.ts'

export type FailedFilter = 'other_amount' | 'other_currency' | 'outside_window'

/** One line of the list that an attempt keeps: how well the movement fits, and why or why not. */
export interface ListedCandidate {
  readonly id: string
  readonly score: number
  readonly reason: ReasonWord
  readonly reasons: readonly PairReason[]
}

interface Facts {
  readonly amountMinor: number
  readonly currency: string
}

/** The first hard filter of 3.3 that the movement does not pass, or `null`. */
export function failedFilter(
  request: Facts & { readonly createdAt: number },
  movement: Facts & { readonly receivedAt: number },
): FailedFilter | null {
  if (movement.amountMinor !== request.amountMinor) return 'other_amount'
  if (movement.currency !== request.currency) return 'other_currency'
  return movement.receivedAt < request.createdAt - windowMs ? 'outside_window' : null
}

export const listed = (candidate: Candidate, failed: FailedFilter | null = null): ListedCandidate => ({
  id: candidate.movementId,
  score: candidate.score,
  reason: failed ?? reasonWordOf(candidate),
  reasons: candidate.reasons,
})

/** Best first; equal scores by id, so that the order of input never shows. */
export const bestFirst = (a: ListedCandidate, b: ListedCandidate): number => b.score - a.score || (a.id < b.id ? -1 : 1)
