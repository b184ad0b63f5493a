import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../../http/api.ts'
import { actorOf, ledgerApi, ledgerFailures } from '../http.ts'
import type { MovementSource } from './service.ts'

const { 400: bad, 404: gone, 409: clash } = ledgerFailures

const refresh = createRoute({
  method: 'post',
  path: '/v1/ledgers/reconciliation/runs/{runID}/refresh',
  tags: ['Reconciliation runs'],
  summary: 'Bring a run over movements up to date',
  request: { params: z.object({ runID: z.string() }) },
  responses: {
    200: json(
      'What came and went',
      z.object({
        added: z.number().int(),
        recognised: z.number().int().openapi({ description: 'Movements that a statement had brought before' }),
        removed: z.number().int().openapi({ description: 'Lines whose movement is no longer there' }),
      }),
    ),
    400: bad,
    404: gone,
    409: clash,
  },
})

/** Runs over the movements of a bank account (4.11). */
export const movementSourceRoutes = (movements: MovementSource) =>
  ledgerApi().openapi(refresh, async (c) => {
    const done = await movements.refresh(actorOf(c), c.req.valid('param').runID)
    return c.json({ ...done }, 200)
  })
