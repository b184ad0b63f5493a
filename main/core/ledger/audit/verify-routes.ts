import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../../http/api.ts'
import { iso } from '../../time.ts'
import { ledgerApi } from '../http.ts'
import type { Verification, Verified } from './verification.ts'

const tags = ['Ledger audit']

const verifiedSchema = z.object({
  at: z.string().openapi({ format: 'date-time' }),
  clean: z.boolean(),
  events: z.number().int().openapi({ description: 'Number of the newest event that was looked at' }),
  head: z.string().openapi({ description: 'Its hash' }),
})
export const trailStateSchema = z.object({
  events: z.number().int().openapi({ description: 'Number of the newest event' }),
  verified: verifiedSchema.nullable(),
})
export const verdictSchema = verifiedSchema.extend({
  faults_total: z.number().int(),
  faults: z.array(
    z.object({
      entity: z.string(),
      id: z.string(),
      field: z.string().nullable(),
      code: z.enum(['changed', 'missing', 'not_recorded', 'not_deleted', 'broken_link', 'gap', 'trigger']),
      message: z.string(),
    }),
  ),
})
const state = createRoute({
  method: 'get',
  path: '/v1/ledgers/audit/state',
  tags,
  summary: 'How long the trail is and up to where it was verified last',
  responses: { 200: json('The state', trailStateSchema) },
})
const verify = createRoute({
  method: 'post',
  path: '/v1/ledgers/audit/verify',
  tags,
  summary: 'Verify the whole trail: the chain unbroken, every object as its last event says',
  responses: { 200: json('The verdict, with the faults of the caller’s books', verdictSchema) },
})

const shown = ({ at, ...verified }: Verified) => ({ at: iso(at), ...verified })

/** `/v1/ledgers/audit/state` and `/verify`: what `npm run audit -- verify` says, for the window. */
export const verifyRoutes = (verification: Verification) =>
  ledgerApi()
    .openapi(state, (c) => {
      const { events, verified } = verification.state()
      return c.json({ events, verified: verified && shown(verified) }, 200)
    })
    .openapi(verify, async (c) => {
      const { verified, faults, faultsTotal } = await verification.verify(c.var.user.id)
      const rows = faults.map(({ entity, id, field, code, message }) => ({ entity, id, field, code, message }))
      return c.json({ ...shown(verified), faults_total: faultsTotal, faults: rows }, 200)
    })
