import { assertNever } from '../errors.ts'
import type { AttemptRow, DeliveryQueries, DueDelivery } from './delivery-queries.ts'
import { nextDelay } from './retry-schedule.ts'

/** How one attempt ended; several are written in one transaction. */
export type Result =
  | {
      readonly kind: 'answered'
      readonly row: DueDelivery
      readonly url: string
      readonly status: number
      readonly body: string | null
      readonly durationMs: number
      readonly at: number
    }
  | {
      readonly kind: 'failed'
      readonly row: DueDelivery
      readonly url: string
      readonly status: number | null
      readonly body: string | null
      readonly error: string
      readonly durationMs: number
      readonly at: number
    }
  /** Nothing applies any more; no request was made. */
  | {
      readonly kind: 'dropped'
      readonly row: DueDelivery
      readonly reason: string
      readonly silenced: boolean
      readonly at: number
    }

/**
 * Writes one result. Returns when the next attempt is due, or `null` when there is none. A delivery that is gone (its
 * account was deleted or the mode switched while it was on the wire) leaves no trace.
 */
export function writeResult(queries: DeliveryQueries, result: Result): number | null {
  const { row, at } = result
  const { seq, id } = row
  switch (result.kind) {
    case 'dropped':
      if (queries.dropped({ seq, id, reason: result.reason, at }) && result.silenced)
        queries.movementNotified(row.subjectId, at)
      return null
    case 'answered': {
      const attempt = row.attempts + 1
      if (!queries.delivered({ seq, id, status: result.status, attempt, at })) return null
      queries.attempt(attemptRow(result, attempt, null))
      if (row.event === 'movement') queries.movementNotified(row.subjectId, at)
      if (row.event === 'matched') queries.matchNotified(row.subjectId, row.createdAt)
      queries.resolveDead(row.subjectType, row.subjectId, at)
      return null
    }
    case 'failed':
      return writeFailure(queries, result)
    default:
      return assertNever(result)
  }
}

function writeFailure(queries: DeliveryQueries, result: Result & { kind: 'failed' }): number | null {
  const { row, at, status, error } = result
  const attempt = row.attempts + 1
  const next = queries.isReplaced(row) ? 'replaced' : nextDelay(attempt)
  const dueAt = typeof next === 'number' ? at + next : at
  const state = next === 'replaced' ? 'dropped' : next === null ? 'dead' : 'waiting'
  const finishedAt = state === 'waiting' ? null : at
  if (!queries.failed({ seq: row.seq, id: row.id, state, status, error, attempt, dueAt, finishedAt })) return null
  queries.attempt(attemptRow(result, attempt, error))
  if (state === 'waiting') return dueAt
  if (state === 'dead') {
    const { accountId, subjectType, subjectId } = row
    queries.openDead({ accountId, subjectType, subjectId, url: result.url, status, error, attempt, at })
  }
  return null
}

const attemptRow = (
  result: Result & { kind: 'answered' | 'failed' },
  attempt: number,
  error: string | null,
): AttemptRow => ({
  deliveryId: result.row.id,
  accountId: result.row.accountId,
  subjectType: result.row.subjectType,
  subjectId: result.row.subjectId,
  url: result.url,
  payload: result.row.payload,
  status: result.status,
  body: result.body,
  error,
  attempt,
  durationMs: result.durationMs,
  at: result.at,
})
