import type { Minor } from '../money.ts'
import { day } from '../time.ts'
import type { Name, NameReason } from './names.ts'

/** An open request as the engine sees it. Instants in ms UTC. */
export interface Expected {
  readonly id: string
  readonly amountMinor: Minor
  readonly currency: string
  readonly createdAt: number
  readonly name: Name
  /** False: a person decides; the request only competes, and its list is refreshed (3.7). */
  readonly mayTake: boolean
  /** Movements that a person took back from this request: the engine does not give them again. */
  readonly barred: ReadonlySet<string>
}

/** A movement that no request has consumed. */
export interface Arrived {
  readonly id: string
  readonly amountMinor: Minor
  readonly currency: string
  readonly receivedAt: number
  readonly name: Name
}

export type FailedFilter = 'other_amount' | 'other_currency' | 'outside_window'

/** One line of the list that an attempt keeps: how well the movement fits, and why or why not. */
export interface Candidate {
  readonly id: string
  readonly score: number
  readonly reason: NameReason | FailedFilter | 'taken'
}

/** How long before its order was registered a transfer may have been received (3.3, inclusive). */
export const windowBefore = 5 * day

/** The first hard filter of 3.3 that the movement does not pass, or `null`. */
export function failedFilter(
  request: Pick<Expected, 'amountMinor' | 'currency' | 'createdAt'>,
  movement: Pick<Arrived, 'amountMinor' | 'currency' | 'receivedAt'>,
): FailedFilter | null {
  if (movement.amountMinor !== request.amountMinor) return 'other_amount'
  if (movement.currency !== request.currency) return 'other_currency'
  return movement.receivedAt < request.createdAt - windowBefore ? 'outside_window' : null
}

/** Best first; equal scores by id, so that the order of input never shows. */
export const bestFirst = (a: Candidate, b: Candidate): number => b.score - a.score || (a.id < b.id ? -1 : 1)
