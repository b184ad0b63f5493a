import { z } from '@hono/zod-openapi'
import { pairReasonSchema, suggestionKinds } from '../http/evidence-schemas.ts'
import { requestStatus } from '../http/payment-schemas.ts'

const instant = z.string().openapi({ format: 'date-time' })
const money = z.string().openapi({ example: '1500.00' })
const id = z.string().openapi({ format: 'uuid' })

export const suggestionStates = ['open', 'accepted', 'rejected', 'stale'] as const

/** A suggestion with all that a person needs to answer it. */
export const suggestionSchema = z
  .object({
    id,
    account_id: id,
    account_name: z.string(),
    kind: z.enum(suggestionKinds),
    state: z.enum(suggestionStates),
    score: z.number().openapi({ description: '0 to 1, of the weakest leg' }),
    difference: money.openapi({ description: 'Received minus expected; 0.00 unless the kind is near_amount' }),
    chance: z.number().nullable().openapi({ description: 'How many groups chance alone would make; groups only' }),
    alternatives: z.number().int().openapi({ description: 'How many others of its kind fit as well' }),
    requests: z.array(
      z.object({
        id,
        external_id: z.string(),
        status: requestStatus,
        amount: money,
        currency: z.string(),
        sender_name: z.string().nullable(),
        created_at: instant,
      }),
    ),
    movements: z.array(
      z.object({
        id,
        external_id: z.string(),
        amount: money,
        currency: z.string(),
        sender_name: z.string().nullable(),
        reference_text: z.string().nullable(),
        received_at: instant,
      }),
    ),
    legs: z.array(
      z.object({
        request_id: id,
        movement_id: id,
        settled: money,
        score: z.number(),
        reasons: z.array(pairReasonSchema),
      }),
    ),
    created_at: instant,
    decided_at: instant.nullable(),
  })
  .openapi('Suggestion')

export type SuggestionItem = z.infer<typeof suggestionSchema>
