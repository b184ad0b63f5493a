import type { Candidate } from '../matching/assignment/types.ts'
import type { Minor } from '../money.ts'

export type SuggestionKind =
  /** A movement and a request below the acceptance level, or that could not be told from others. */
  | 'pair'
  | 'one_transfer_many_orders'
  | 'many_transfers_one_order'
  /** The payer fits, the amount differs by no more than the account allows. */
  | 'near_amount'
  /** The bank names no payer; amount, currency and time fit only this one. */
  | 'unknown_payer'

/** `stale`: what it was made of is no longer so. */
export type SuggestionState = 'open' | 'accepted' | 'rejected' | 'stale'

/** One movement and one request of a suggestion, and what of the amounts they settle. */
export interface Leg {
  readonly requestId: string
  readonly movementId: string
  readonly settledMinor: Minor
  readonly candidate: Candidate
}

export interface SuggestionEvidence {
  readonly legs: readonly Leg[]
  /** Received minus expected. */
  readonly differenceMinor: Minor
  /** How many groups chance alone would make; only for groups. */
  readonly chance: number | null
  /** How many other groups of the same size add up as well. */
  readonly alternatives: number
}

export interface NewSuggestion {
  readonly kind: SuggestionKind
  readonly requestIds: readonly string[]
  readonly movementIds: readonly string[]
  readonly score: number
  readonly evidence: SuggestionEvidence
}

/** What decisions tell suggestions, inside their transaction. */
export interface SuggestionBook {
  /** The one pair that an evaluation leaves to a person for the request, or none. */
  propose(request: { readonly id: string; readonly accountId: string }, pair: NewSuggestion | null): void
  /** A match was undone: the suggestion by whose acceptance it came about, if any, is a question again. */
  takenBack(userId: string, requestId: string, movementId: string): void
  /** Something of the account has changed: groups and near amounts are looked for again before they are shown. */
  markDue(accountId: string): void
  /** Movements that a person has refused for the request. */
  rejectedFor(requestId: string): string[]
  hasRejected(accountId: string): boolean
}
