import { z } from '@hono/zod-openapi'

const id = z.string().openapi({ format: 'uuid' })
const instant = z.string().openapi({ format: 'date-time' })

export const aliasSchema = z
  .object({
    id,
    payer: z.string().openapi({ description: 'As the bank writes the sender' }),
    customer: z.string().openapi({ description: 'As the order writes the name' }),
    state: z.enum(['proposed', 'on', 'off']).openapi({ description: 'Only those that are on are used' }),
    confirmations: z.number().int(),
    confirmed_by: z
      .array(z.object({ id, external_id: z.string() }))
      .openapi({ description: 'Requests whose decision by a person confirmed it' }),
    created_at: instant,
    updated_at: instant,
  })
  .openapi('Alias')
