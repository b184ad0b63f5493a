import type { Decision } from '../matching/assignment/types.ts'
import type { NewSuggestion } from '../suggestions/types.ts'
import type { PaymentRequest } from './types.ts'

/**
 * The pair that a decision leaves to a person, best first, or none. `isAlone`: no other open request and no other free
 * movement has this amount.
 */
export function pairSuggestion(request: PaymentRequest, decision: Decision, isAlone: boolean): NewSuggestion | null {
  const [best] = decision.outcome === 'not_found' ? decision.suggestions : []
  if (!best) return null
  const { movementId, score } = best
  const isUnknown = best.reasons.some(({ code }) => code === 'no_sender')
  return {
    kind: isUnknown && isAlone ? 'unknown_payer' : 'pair',
    requestIds: [request.id],
    movementIds: [movementId],
    score,
    evidence: {
      legs: [{ requestId: request.id, movementId, settledMinor: request.amountMinor, candidate: best }],
      differenceMinor: 0,
      chance: null,
      alternatives: decision.outcome === 'not_found' ? decision.suggestions.length - 1 : 0,
    },
  }
}
