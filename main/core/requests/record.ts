import type { Decision } from '../matching/assignment/types.ts'
import type { Clock } from '../ports.ts'
import type { Webhooks } from '../webhooks/types.ts'
import type { AttemptStatus, EvaluationQueries } from './evaluation-queries.ts'
import { checkTransition } from './lifecycle.ts'
import type { ListedCandidate } from './listed-candidate.ts'
import type { PaymentRequest } from './types.ts'

const outcomes = {
  matched: { status: 'success', failureType: null },
  not_found: { status: 'no_match', failureType: 'rule_miss' },
  ambiguous: { status: 'ambiguous', failureType: 'multiple_candidates' },
} as const satisfies Record<Decision['outcome'], { status: AttemptStatus; failureType: string | null }>

/** The form of a candidate list in `match_attempts.matched_candidates`. */
const candidatesText = (candidates: readonly ListedCandidate[]): string =>
  JSON.stringify(
    candidates.map(({ id, score, reason, reasons }) => ({
      bank_transaction_id: id,
      score: Math.round(score * 1e4) / 1e4,
      reason,
      reasons,
    })),
  )

const decisionText = (decision: Decision): string =>
  JSON.stringify({ reason: decision.reason, rivals: decision.outcome === 'ambiguous' ? decision.rivals : [] })

/** A movement that a person gave to a request; `settled` is its part in a split. */
export interface ChosenLeg {
  readonly candidate: ListedCandidate
  readonly split: { readonly id: string; readonly settledMinor: number; readonly isPrimary: boolean } | null
}

export interface Recorder {
  /**
   * Stores what the engine decided: attempt, match, status, webhook. False when nothing is new since the last attempt;
   * then only the time of the check moves (3.7). `always` writes the attempt even so.
   */
  decided(request: PaymentRequest, decision: Decision, candidates: readonly ListedCandidate[], always: boolean): boolean
  /** Stores what a person decided (3.11); several legs are one split. */
  chosen(request: PaymentRequest, legs: readonly ChosenLeg[]): void
  /** Stores that no evaluation came to an end (3.8). */
  failed(request: PaymentRequest, reason: string): void
}

export function createRecorder(deps: {
  readonly queries: EvaluationQueries
  readonly webhooks: Pick<Webhooks, 'requestDecided'>
  readonly now: Clock
}): Recorder {
  const { queries, webhooks, now } = deps
  const nextNumber = (request: PaymentRequest) =>
    request.lastCheckedAt === null ? 1 : queries.lastNumber(request.id) + 1

  return {
    decided(request, decision, candidates, always) {
      const at = now()
      const result = decision.outcome
      const { status, failureType } = outcomes[result]
      const list = candidatesText(candidates)
      const why = decisionText(decision)
      const isNew = result !== request.status
      if (!isNew && !always) {
        const last = queries.lastAttempt(request.id)
        if (last?.status === status && last.candidates === list && last.decision === why) {
          queries.check(request.id, at)
          return false
        }
      }
      if (isNew) checkTransition(request.status, result)
      const selected = decision.outcome === 'matched' ? decision.movementId : null
      const attempt = { number: nextNumber(request), status, failureType, error: null, durationMs: now() - at }
      queries.insertAttempt(request, { ...attempt, candidates: list, decision: why, selected, at })
      if (selected !== null) queries.match(request, selected, 'engine', at)
      queries.settle(request.id, result, at)
      if (isNew && result !== 'not_found')
        webhooks.requestDecided({ ...request, status: result, lastCheckedAt: at, retryCount: 0 })
      return true
    },

    chosen(request, legs) {
      const at = now()
      checkTransition(request.status, 'matched')
      const candidates = legs.map(({ candidate }) => candidate)
      const attempt = { status: 'success', failureType: null, error: null, durationMs: null } as const
      queries.insertAttempt(request, {
        ...attempt,
        number: nextNumber(request),
        candidates: candidatesText(candidates),
        decision: null,
        selected: candidates[0]?.id ?? null,
        at,
      })
      for (const { candidate, split } of legs) queries.match(request, candidate.id, 'manual', at, split)
      queries.settle(request.id, 'matched', at)
      webhooks.requestDecided({ ...request, status: 'matched', lastCheckedAt: at, retryCount: 0 })
    },

    failed(request, reason) {
      const at = now()
      checkTransition(request.status, 'failed')
      const attempt = { status: 'failed', failureType: 'system_error', error: reason, durationMs: null } as const
      const number = nextNumber(request)
      queries.insertAttempt(request, { ...attempt, number, candidates: '[]', decision: null, selected: null, at })
      queries.fail(request.id, at)
    },
  }
}
