import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { missing } from '../errors.ts'
import { api, failures, json, paging, totalHeader } from '../http/api.ts'
import { runSchema } from '../http/schemas.ts'
import { runBody, runDetailBody, runDetailSchema } from './present.ts'
import type { SessionService } from './service.ts'

const tags = ['Readings']

const list = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/runs',
  tags,
  summary: 'Readings of the bank',
  request: { params: z.object({ accountId: z.string() }), query: z.object(paging(50)) },
  responses: {
    200: json(`Readings, newest first; the number of all in the header ${totalHeader}`, z.array(runSchema)),
    400: failures[400],
    404: failures[404],
  },
})

const read = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/runs/{runId}',
  tags,
  summary: 'One reading with its steps',
  request: { params: z.object({ accountId: z.string(), runId: z.string() }) },
  responses: { 200: json('The reading', runDetailSchema), 404: failures[404] },
})

const accountOnly = { params: z.object({ accountId: z.string() }) }
const reactivate = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/reactivate',
  tags,
  summary: 'Start the session of an assisted persistent account',
  request: accountOnly,
  responses: {
    202: json('It is being started, or lives already', z.object({ started: z.literal(true) })),
    400: failures[400],
    404: failures[404],
  },
})

const kill = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/kill',
  tags,
  summary: 'End the browser of an account at once',
  request: accountOnly,
  responses: { 202: json('Whether one lived', z.object({ killed: z.boolean() })), 404: failures[404] },
})

export const sessionRoutes = ({
  sessions,
  accounts,
}: {
  sessions: SessionService
  accounts: Pick<Accounts, 'owned'>
}) =>
  api()
    .openapi(list, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const { limit, offset } = c.req.valid('query')
      const { total, items } = sessions.runs(id, limit, offset)
      c.header(totalHeader, String(total))
      return c.json(items.map(runBody), 200)
    })
    .openapi(read, (c) => {
      const { accountId, runId } = c.req.valid('param')
      const { id } = accounts.owned(c.var.user.id, accountId)
      const found = sessions.run(id, runId)
      if (!found) throw missing('run.missing')
      return c.json(runDetailBody(found.run, found.steps), 200)
    })
    .openapi(reactivate, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      sessions.reactivate(id)
      return c.json({ started: true as const }, 202)
    })
    .openapi(kill, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      return c.json({ killed: sessions.kill(id) }, 202)
    })
