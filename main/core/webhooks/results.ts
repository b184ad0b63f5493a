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

/** Writes one result. Returns when the next attempt is due, or `null` when there is none. */
export function writeResult(queries: DeliveryQueries, result: Result): number | null {
  const { row, at } = result
  // The account was deleted, or its mode switched, while this one was on the wire.
  if (!queries.isThere(row)) return null
  const attempt = row.attempts + 1
  switch (result.kind) {
    case 'dropped':
      queries.dropped({ seq: row.seq, reason: result.reason, at })
      if (result.silenced) queries.movementNotified(row.subjectId, at)
      return null
    case 'answered':
      queries.attempt(attemptRow(result, attempt, null))
      queries.delivered({ seq: row.seq, status: result.status, attempt, at })
      if (row.event === 'movement') queries.movementNotified(row.subjectId, at)
      if (row.event === 'matched') queries.matchNotified(row.subjectId, row.createdAt)
      queries.resolveDead(row.subjectType, row.subjectId, at)
      return null
    case 'failed':
      queries.attempt(attemptRow(result, attempt, result.error))
      return writeFailure(queries, result, attempt)
    default:
      return assertNever(result)
  }
}

function writeFailure(queries: DeliveryQueries, result: Result & { kind: 'failed' }, attempt: number): number | null {
  const { row, at, status, error } = result
  const common = { seq: row.seq, status, error, attempt }
  if (queries.isReplaced(row)) {
    queries.failed({ ...common, state: 'dropped', dueAt: at, finishedAt: at })
    return null
  }
  const delay = nextDelay(attempt)
  if (delay !== null) {
    const dueAt = at + delay
    queries.failed({ ...common, state: 'waiting', dueAt, finishedAt: null })
    return dueAt
  }
  queries.failed({ ...common, state: 'dead', dueAt: at, finishedAt: at })
  queries.openDead({
    accountId: row.accountId,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    url: result.url,
    status,
    error,
    attempt,
    at,
  })
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
