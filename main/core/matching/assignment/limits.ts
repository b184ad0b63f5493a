import { day } from '../../time.ts'
import { acceptance, margin } from '../names/limits.ts'
import type { DecideSettings } from './types.ts'

/** Nodes (requests and movements) up to which a connected group is solved exactly (issue; ledger spec 6.6). */
export const mostNodes = 400

/** A movement counts from so long before its order was registered (spec 3.3). */
export const windowMs = 5 * day

/**
 * Sums of scores would prefer two doubtful pairs to one certain one. Raised to this power an equal name (1) outweighs
 * two that only share words (2 × 0.87⁶ = 0.87), while two good pairs still outweigh one.
 */
export const certainty = 6

/** A number of the order in the text of the movement, beside a name that agrees: outranks every rival without it. */
export const referenceBonus = 0.2

/** Scores by an order's own reference where the name alone would not do. */
export const referenceScores = {
  /** Long enough or with check digits, whoever paid. */
  full: 0.95,
  /** Five digits: believed when no name speaks against it. */
  short: 0.85,
  /** The text names another open order. */
  ofAnotherOrder: 0.75,
} as const

/** So far below acceptance a doubtful name stays at least. */
export const belowAcceptance = 0.01

/** A person is asked about pairs from here on. */
export const suggestionScore = 0.3

/** Most candidates kept with a decision. */
export const mostCandidates = 20

/** Differences below this are rounding of the scores' arithmetic. */
export const rounding = 1e-9

export const defaults: DecideSettings = { acceptance, margin, windowMs, matchWithoutSender: false }

/** What an account may set. Below the least acceptance the words that two strangers share would be enough. */
export const acceptanceRange = { least: 0.75, most: 1 } as const
export const marginRange = { least: 0.05, most: 0.3 } as const
