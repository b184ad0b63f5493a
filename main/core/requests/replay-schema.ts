import { z } from '@hono/zod-openapi'
import { requestStatus } from '../http/payment-schemas.ts'

const id = z.string().openapi({ format: 'uuid' })
const decided = z.object({
  outcome: z.enum(['matched', 'ambiguous', 'not_found']),
  movement_id: id.nullable(),
  sender_name: z.string().nullable(),
})

/** What other settings would have decided otherwise over the stored history. */
export const replaySchema = z
  .object({
    requests: z.number().int().openapi({ description: 'Requests looked at, the newest 10,000 at most' }),
    movements: z.number().int(),
    changed: z.number().int(),
    newly_matched: z.number().int(),
    no_longer_matched: z.number().int(),
    other_movement: z.number().int(),
    otherwise: z.number().int().openapi({ description: 'Ambiguous instead of not found, or the reverse' }),
    against_person: z.number().int().openapi({ description: 'Changes that go against what a person chose' }),
    changes: z.array(
      z.object({
        request: z.object({
          id,
          external_id: z.string(),
          status: requestStatus,
          amount: z.string(),
          currency: z.string(),
          sender_name: z.string().nullable(),
        }),
        before: decided,
        after: decided,
        against_person: z.boolean(),
      }),
    ),
  })
  .openapi('Replay')
