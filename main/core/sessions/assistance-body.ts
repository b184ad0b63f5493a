import { z } from '@hono/zod-openapi'
import type { PendingAssistance } from './assistance.ts'

export const assistanceSchema = z
  .object({
    id: z.string(),
    type: z.enum(['otp', 'page']),
    descriptor: z.record(z.string(), z.unknown()),
    attempts: z.number().int(),
  })
  .openapi('Assistance')

/** What both entry points say of a login that waits for a person. */
export const assistanceBody = (pending: PendingAssistance | null): z.infer<typeof assistanceSchema> | null =>
  pending && { id: pending.id, type: pending.type, descriptor: pending.descriptor, attempts: pending.attempts }
