import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import { acceptanceRange, marginRange } from '../matching/assignment/limits.ts'
import type { ReplayInput, ReplayResult } from './replay.ts'
import { replaySchema } from './replay-schema.ts'

const share = (field: string, { least, most }: { least: number; most: number }) =>
  z
    .number({ error: `${field} must be a number` })
    .min(least, `${field} must be at least ${least}`)
    .max(most, `${field} must be at most ${most}`)
    .nullish()

const replay = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/matching/replay',
  tags: ['Conciliation'],
  summary: 'What would have been decided otherwise over the stored history; nothing is written',
  request: {
    params: z.object({ accountId: z.string() }),
    body: body(
      z.object({
        acceptance: share('acceptance', acceptanceRange),
        margin: share('margin', marginRange),
        match_without_sender: z.boolean({ error: 'match_without_sender must be true or false' }).optional(),
        aliasId: z.string().optional().openapi({ description: 'An alias, as if it were switched the other way' }),
      }),
    ),
  },
  responses: { 200: json('The differences', replaySchema), 400: failures[400], 404: failures[404] },
})

export const replayRoutes = (run: (userId: string, accountId: string, input: ReplayInput) => Promise<ReplayResult>) =>
  api().openapi(replay, async (c) => {
    const { match_without_sender: matchWithoutSender, ...rest } = c.req.valid('json')
    return c.json(await run(c.var.user.id, c.req.valid('param').accountId, { ...rest, matchWithoutSender }), 200)
  })
