import { second } from '../time.ts'

/** Attempts of one round (spec 4, result webhook). A resend after the last one begins a new round. */
export const attemptsPerRound = 12
const firstDelay = 10 * second

/**
 * Milliseconds until the next attempt after `attempt` failed ones, or `null` when the round is over: 10, 20, 40 … s,
 * about 5.7 h in total (spec 5.3).
 */
export function nextDelay(attempt: number): number | null {
  const inRound = ((attempt - 1) % attemptsPerRound) + 1
  return inRound === attemptsPerRound ? null : firstDelay * 2 ** (inRound - 1)
}
