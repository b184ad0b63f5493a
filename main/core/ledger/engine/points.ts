import type { Band } from './types.ts'

/** The table of 6.5. */
export const points = {
  A1: 35,
  A2: 35,
  A3: 20,
  A4: 28,
  A5: 15,
  R1: 40,
  R2: 40,
  R3: 32,
  R4: 24,
  R5: 10,
  C1: 20,
  C2: 18,
  C3: 15,
  C4: 8,
  C5: -25,
  D1: 10,
  D2: 8,
  D3: 5,
  D4: 0,
  D5: -5,
  H1: 10,
  H2: 4,
  U1: 10,
  U2: -10,
  U3: 0,
  G1: -5,
} as const

export const mostRivalsCounted = 3
export const mostMembersCounted = 4

/** Proposals within so many points compete (6.9, section 7 `ambiguous_match`). */
export const rivalMargin = 15

export const strongFrom = 90
const likelyFrom = 70

export const clamped = (score: number): number => Math.max(0, Math.min(100, score))
export const bandOf = (score: number): Band =>
  score >= strongFrom ? 'strong' : score >= likelyFrom ? 'likely' : 'possible'

/** Pairs of a series lie within so many days, and are by so many better than their alternative (U3). */
export const seriesDays = 3
