import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { missing } from '../errors.ts'
import { api, failures, json, paging, totalHeader } from '../http/api.ts'
import { runSchema } from '../http/schemas.ts'
import type { Clock } from '../ports.ts'
import { day, hour, minute } from '../time.ts'
import { failedRunBody, failedRunSchema, runBody, runDetailBody, runDetailSchema } from './present.ts'
import type { SessionService } from './service.ts'
import { failureTypes, stages } from './types.ts'

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

const picture = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/runs/{runId}/picture',
  tags,
  summary: 'The bank page at the failure, form fields covered; kept 14 days',
  request: { params: z.object({ accountId: z.string(), runId: z.string() }) },
  responses: {
    200: { description: 'A JPEG', content: { 'image/jpeg': { schema: z.any() } } },
    404: failures[404],
  },
})

const spans = { m: minute, h: hour, d: day } as const
const since = z
  .string()
  .regex(/^\d{1,4}[mhd]$/, 'since is a span like 30m, 24h or 7d')
  .transform((text) => Number(text.slice(0, -1)) * spans[text.slice(-1) as keyof typeof spans])
const diagnostics = createRoute({
  method: 'get',
  path: '/diagnostics/runs',
  tags: ['Diagnostics'],
  summary: 'Failed readings of every account of the caller',
  request: {
    query: z.object({
      account_id: z.string().optional(),
      since: since.optional().openapi({ type: 'string', example: '24h' }),
      stage: z.enum(stages).optional(),
      failure_type: z.enum(failureTypes).optional(),
      ...paging(20),
    }),
  },
  responses: {
    200: json(`Newest first; the number of all in the header ${totalHeader}`, z.array(failedRunSchema)),
    400: failures[400],
  },
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
  now,
}: {
  sessions: SessionService
  accounts: Pick<Accounts, 'owned'>
  now: Clock
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
      return c.json(runDetailBody(found.run, found.steps, found.report), 200)
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
    .openapi(picture, (c) => {
      const { accountId, runId } = c.req.valid('param')
      const { id } = accounts.owned(c.var.user.id, accountId)
      const jpeg = sessions.picture(id, runId)
      if (!jpeg) throw missing('run.noPicture')
      return c.body(jpeg, 200, { 'content-type': 'image/jpeg', 'cache-control': 'no-store' })
    })
    .openapi(diagnostics, (c) => {
      const { account_id, since, stage, failure_type, limit, offset } = c.req.valid('query')
      const { total, items } = sessions.failures(c.var.user.id, {
        accountId: account_id,
        since: since === undefined ? undefined : now() - since,
        stage,
        failureType: failure_type,
        limit,
        offset,
      })
      c.header(totalHeader, String(total))
      return c.json(items.map(failedRunBody), 200)
    })
