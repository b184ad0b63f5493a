import { createRoute, z } from '@hono/zod-openapi'
import { api, failures, json } from '../http/api.ts'
import type { Removals } from './removals.ts'

const tags = ['Imports']
const path = '/accounts/{accountId}/movements/{movementId}'
const one = { params: z.object({ accountId: z.string(), movementId: z.string() }) }
export const removedMovementSchema = z
  .object({
    id: z.string(),
    external_id: z.string(),
    amount: z.string().openapi({ example: '1500.00' }),
    currency: z.string(),
    sender_name: z.string().nullable(),
    received_at: z.string(),
    removed_at: z.string(),
  })
  .openapi('RemovedMovement')

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Remove a movement that a file brought; no later import brings it again, and it can be put back',
  request: one,
  responses: { 200: json('What was removed', removedMovementSchema), 404: failures[404], 409: failures[409] },
})
const restore = createRoute({
  method: 'post',
  path: `${path}/restore`,
  tags,
  summary: 'Put a removed movement back',
  request: one,
  responses: {
    200: json('Put back', z.object({ restored: z.literal(true) })),
    404: failures[404],
    409: failures[409],
  },
})
const list = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/removed-movements',
  tags,
  summary: 'Movements of files that were removed and can be put back, the last first',
  request: { params: z.object({ accountId: z.string() }) },
  responses: { 200: json('Removed movements', z.array(removedMovementSchema)), 404: failures[404] },
})

/** `DELETE /accounts/{accountId}/movements/{movementId}` and the way back (ledger specification 9.3). */
export const removalRoutes = (removals: Removals) =>
  api()
    .openapi(remove, (c) => {
      const { accountId, movementId } = c.req.valid('param')
      return c.json(removals.remove(c.var.user.id, accountId, movementId), 200)
    })
    .openapi(restore, (c) => {
      const { accountId, movementId } = c.req.valid('param')
      removals.restore(c.var.user.id, accountId, movementId)
      return c.json({ restored: true as const }, 200)
    })
    .openapi(list, (c) => c.json(removals.list(c.var.user.id, c.req.valid('param').accountId), 200))
