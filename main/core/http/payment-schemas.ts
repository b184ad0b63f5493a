import { z } from '@hono/zod-openapi'
import { decisionSchema, pairReasonSchema, reasonWord, suggestionKinds } from './evidence-schemas.ts'
import { id, instant, money } from './field-schemas.ts'

/** Shapes of the published API for movements, requests, what was decided about them, and what was told of it (spec 6). */
export const requestStatus = z.enum([
  'pending',
  'processing',
  'matched',
  'ambiguous',
  'not_found',
  'expired',
  'cancelled',
  'failed',
])

export const movementSchema = z
  .object({
    id,
    external_id: z.string(),
    amount: money,
    currency: z.string(),
    sender_name: z.string().nullable(),
    received_at: instant,
    notified_at: instant.nullable(),
    excluded_at: instant.nullable(),
    matched_request: z.object({ id, external_id: z.string() }).nullable(),
  })
  .openapi('Movement')

export const requestSchema = z
  .object({
    id,
    account_id: id,
    external_id: z.string(),
    status: requestStatus,
    amount: money,
    currency: z.string(),
    sender_name: z.string().nullable(),
    created_at: instant,
    last_checked_at: instant.nullable(),
    note: z.string().nullable(),
    retry_count: z.number().int(),
    bank: z.string(),
    account_name: z.string(),
  })
  .openapi('Request')

/** Why a candidate fits or not. Words are made by the window from these facts. */
export const reasonSchema = z.object({
  bank_transaction_id: id,
  score: z.number().openapi({ description: '0 to 1' }),
  reason: reasonWord,
  reasons: z.array(pairReasonSchema).openapi({ description: 'All that speaks for and against it' }),
})

export const attemptSchema = z
  .object({
    id,
    request_id: id,
    attempt_number: z.number().int(),
    result: z.enum(['matched', 'not_found', 'ambiguous', 'failed']),
    reason: z.string().nullable(),
    decision: decisionSchema.nullable().openapi({ description: 'null for a person and for a failure' }),
    candidates: z.array(
      reasonSchema.extend({
        sender_name: z.string().nullable(),
        amount: money,
        currency: z.string(),
        received_at: instant.nullable(),
      }),
    ),
    selected_transaction_id: id.nullable(),
    duration_ms: z.number().nullable(),
    created_at: instant,
  })
  .openapi('Attempt')

export const matchSchema = z
  .object({
    id,
    request_id: id,
    bank_transaction_id: id,
    is_primary: z.boolean(),
    is_notified: z.boolean(),
    matched_by: z.enum(['engine', 'manual']),
    matched_at: instant,
    amount: money,
    currency: z.string(),
    sender_name: z.string().nullable(),
    received_at: instant,
    settled: money
      .nullable()
      .openapi({ description: 'The part of the amount that this leg of a split settles; null for a whole match' }),
  })
  .openapi('Match')

export const actSchema = z
  .object({
    id,
    kind: z.enum(['match', 'split', 'undo', 'note', 'reject']),
    by: z.string().nullable(),
    movement_id: id.nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    at: instant,
  })
  .openapi('Act')

/** What a person rejected for a request and has not taken back. */
export const refusalSchema = z
  .object({
    id: id.openapi({ description: 'Of the refusal, or of the suggestion that was rejected' }),
    kind: z
      .enum(['candidates', ...suggestionKinds])
      .openapi({ description: 'candidates: none of the movements offered for an ambiguous request' }),
    by: z.string().nullable(),
    at: instant,
    movements: z.array(
      z.object({ id, sender_name: z.string().nullable(), amount: money, currency: z.string(), received_at: instant }),
    ),
  })
  .openapi('Refusal')

export const requestDetailSchema = requestSchema
  .extend({
    attempts: z.array(attemptSchema),
    match: matchSchema.nullable().openapi({ description: 'The match, or the first leg of a split' }),
    legs: z.array(matchSchema).openapi({ description: 'Every movement of the match; more than one after a split' }),
    shared_with: z
      .array(z.object({ id, external_id: z.string() }))
      .openapi({ description: 'Other requests that the same movement pays' }),
    rivals: z
      .array(z.object({ id, external_id: z.string(), sender_name: z.string().nullable() }))
      .openapi({ description: 'Requests that the last decision names as rivals' }),
    refusals: z.array(refusalSchema).openapi({ description: 'The latest first' }),
    acts: z.array(actSchema),
  })
  .openapi('RequestDetail')

export const candidateSchema = movementSchema
  .extend({
    ...reasonSchema.omit({ bank_transaction_id: true }).shape,
    consumed_by: id.nullable(),
    rejected: refusalSchema
      .pick({ by: true, at: true })
      .nullable()
      .openapi({ description: 'Who said that it is not the payment of this request, and when' }),
  })
  .openapi('Candidate')

/** An open request that a movement comes near. */
export const wantedBySchema = requestSchema
  .pick({
    id: true,
    external_id: true,
    status: true,
    amount: true,
    currency: true,
    sender_name: true,
    created_at: true,
  })
  .extend({
    ...reasonSchema.omit({ bank_transaction_id: true }).shape,
    rejected: candidateSchema.shape.rejected,
  })
  .openapi('WantedBy')

export const deliverySchema = z
  .object({
    id,
    account_id: id,
    account_name: z.string(),
    subject_type: z.enum(['bank_transaction', 'conciliation_request']),
    subject_id: id,
    event: z.enum(['matched', 'ambiguous', 'expired', 'unmatched', 'movement']),
    state: z.enum(['queued', 'waiting', 'delivered', 'dead', 'dropped']),
    payload: z.record(z.string(), z.unknown()),
    attempts: z.number().int(),
    due_at: instant.nullable(),
    last_status: z.number().int().nullable(),
    last_error: z.string().nullable(),
    created_at: instant,
    finished_at: instant.nullable(),
  })
  .openapi('Delivery')

export const deliveryAttemptSchema = z
  .object({
    attempt: z.number().int(),
    url: z.string(),
    response_status: z.number().int().nullable(),
    response_body: z.unknown().nullable(),
    error_message: z.string().nullable(),
    duration_ms: z.number().nullable(),
    created_at: instant,
  })
  .openapi('DeliveryAttempt')

export const deadLetterSchema = z
  .object({
    id,
    accountId: id,
    subjectType: z.enum(['bank_transaction', 'conciliation_request']),
    subjectId: id,
    url: z.string().nullable(),
    lastStatus: z.number().int().nullable(),
    lastError: z.string().nullable(),
    attempts: z.number().int(),
    failedAt: instant,
    resolvedAt: instant.nullable(),
  })
  .openapi('DeadLetter')
