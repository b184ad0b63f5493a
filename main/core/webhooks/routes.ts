import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { api, body, failures, json, paging, totalHeader } from '../http/api.ts'
import { csvContent, csvHeaders, csvStream } from '../http/csv.ts'
import { listQuery } from '../http/list-query.ts'
import { deadLetterSchema, deliveryAttemptSchema, deliverySchema } from '../http/payment-schemas.ts'
import { queuedSchema } from '../http/schemas.ts'
import { iso, isoOrNull } from '../time.ts'
import type { AttemptListRow, DeadLetterRow, DeliveryRow } from './list-queries.ts'
import type { WebhookService } from './service.ts'

const tags = ['Deliveries']
const deliveryParam = z.object({ id: z.string() })
const accountParam = z.object({ accountId: z.string() })

const list = createRoute({
  method: 'get',
  path: '/deliveries',
  tags,
  summary: 'Webhook deliveries of the caller, newest first',
  request: {
    query: z.object({
      ...paging(50),
      ...listQuery,
      state: deliverySchema.shape.state.optional(),
      account_id: z.string().optional(),
      subject_id: z.string().optional().openapi({ description: 'Id of a request or a movement' }),
    }),
  },
  responses: {
    200: {
      description: `Deliveries; the number of all in the header ${totalHeader}`,
      content: { ...json('', z.array(deliverySchema)).content, ...csvContent },
    },
    400: failures[400],
  },
})

const one = createRoute({
  method: 'get',
  path: '/deliveries/{id}',
  tags,
  summary: 'One delivery',
  request: { params: deliveryParam },
  responses: { 200: json('The delivery', deliverySchema), 404: failures[404] },
})

const attempts = createRoute({
  method: 'get',
  path: '/deliveries/{id}/attempts',
  tags,
  summary: 'Every HTTP attempt of a delivery with its answer',
  request: { params: deliveryParam },
  responses: { 200: json('Attempts, oldest first', z.array(deliveryAttemptSchema)), 404: failures[404] },
})

const resend = createRoute({
  method: 'post',
  path: '/deliveries/{id}/resend',
  tags,
  summary: 'Send a delivery again now',
  request: { params: deliveryParam },
  responses: { 202: json('Queued', queuedSchema), 404: failures[404], 409: failures[409] },
})

const resendDead = createRoute({
  method: 'post',
  path: '/deliveries/resend-dead',
  tags,
  summary: 'Send again everything that was given up, of one account or of all',
  request: { body: { ...body(z.object({ account_id: z.string().optional() })), required: false } },
  responses: {
    202: json('How many were queued', z.object({ queued: z.number().int() })),
    400: failures[400],
    404: failures[404],
  },
})

const deadLetters = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/movements/dead-letters',
  tags,
  summary: 'What was given up and not yet delivered, newest first',
  request: { params: accountParam },
  responses: { 200: json('Dead letters', z.array(deadLetterSchema)), 404: failures[404] },
})

const test = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/webhook/test',
  tags,
  summary: 'Send an example of the current mode to the webhook now and show the answer',
  request: { params: accountParam },
  responses: {
    200: json(
      'What the receiver answered',
      z.object({
        status: z.number().int().nullable(),
        body: z.unknown().nullable(),
        error: z.string().nullable(),
        duration_ms: z.number(),
      }),
    ),
    404: failures[404],
    409: failures[409],
  },
})

/** Deliveries, dead letters and the test of an endpoint. A foreign id is 404, as if it did not exist. */
export const webhookRoutes = ({ webhooks, accounts }: { webhooks: WebhookService; accounts: Accounts }) =>
  api()
    .openapi(list, (c) => {
      const { limit, offset, format, account_id: accountId, subject_id: subjectId, ...rest } = c.req.valid('query')
      const filter = { ...rest, accountId, subjectId }
      if (format === 'csv') return csv(webhooks.export(c.var.user.id, filter))
      const { total, rows } = webhooks.list(c.var.user.id, filter, { limit, offset })
      return c.json(rows.map(presentDelivery), 200, { [totalHeader]: String(total) })
    })
    .openapi(one, (c) => c.json(presentDelivery(webhooks.one(c.var.user.id, c.req.valid('param').id)), 200))
    .openapi(attempts, (c) =>
      c.json(webhooks.attempts(c.var.user.id, c.req.valid('param').id).map(presentAttempt), 200),
    )
    .openapi(resend, (c) => {
      webhooks.resend(c.var.user.id, c.req.valid('param').id)
      return c.json({ queued: true as const }, 202)
    })
    .openapi(resendDead, (c) => {
      const accountId = c.req.valid('json').account_id ?? null
      if (accountId !== null) accounts.owned(c.var.user.id, accountId)
      return c.json({ queued: webhooks.resendDead(c.var.user.id, accountId) }, 202)
    })
    .openapi(deadLetters, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      return c.json(webhooks.deadLetters(id).map(presentDeadLetter), 200)
    })
    .openapi(test, async (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const done = await webhooks.sendTest(id)
      return c.json(
        { status: done.status, body: jsonOrNull(done.body), error: done.error, duration_ms: done.durationMs },
        200,
      )
    })

const jsonOrNull = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

const presentDelivery = ({ seq: _order, ...row }: DeliveryRow) => ({
  ...row,
  payload: JSON.parse(row.payload) as Record<string, unknown>,
  due_at: row.state === 'queued' || row.state === 'waiting' ? iso(row.due_at) : null,
  created_at: iso(row.created_at),
  finished_at: isoOrNull(row.finished_at),
})

const csvColumns = [
  'id',
  'account_name',
  'subject_type',
  'subject_id',
  'event',
  'state',
  'attempts',
  'last_status',
  'last_error',
  'created_at',
  'finished_at',
] as const satisfies readonly (keyof ReturnType<typeof presentDelivery>)[]

function csv(next: () => DeliveryRow[]): Response {
  const cells = (row: DeliveryRow) => {
    const shown = presentDelivery(row)
    return [...csvColumns.map((column) => (shown[column] === null ? null : String(shown[column]))), row.payload]
  }
  const stream = csvStream([...csvColumns, 'payload'], () => next().map(cells))
  return new Response(stream, { headers: csvHeaders('deliveries.csv') })
}

const presentAttempt = (row: AttemptListRow) => ({
  ...row,
  response_body: jsonOrNull(row.response_body),
  created_at: iso(row.created_at),
})

const presentDeadLetter = (row: DeadLetterRow) => ({
  ...row,
  failedAt: iso(row.failedAt),
  resolvedAt: isoOrNull(row.resolvedAt),
})
