import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json, paging, totalHeader } from '../http/api.ts'
import { csvContent, csvHeaders, csvStream } from '../http/csv.ts'
import { listQuery } from '../http/list-query.ts'
import { movementSchema } from '../http/payment-schemas.ts'
import { queuedSchema } from '../http/schemas.ts'
import { movementsInput } from './input.ts'
import type { ExportedMovement, MovementFilter, MovementItem } from './list.ts'
import type { MovementService } from './service.ts'

const tags = ['Movements']
const accountParam = z.object({ accountId: z.string() })
const itemSchema = movementSchema
  .extend({ account_id: z.string(), account_name: z.string(), from_file: z.boolean() })
  .openapi('AccountMovement')
const listed = {
  200: {
    description: `Movements, newest first; the number of all in the header ${totalHeader}`,
    content: { ...json('', z.array(itemSchema)).content, ...csvContent },
  },
  400: failures[400],
  404: failures[404],
}
const query = z.object({
  ...paging(100),
  ...listQuery,
  free: z
    .enum(['true', 'false'], { error: 'free must be true or false' })
    .optional()
    .transform((value) => value === 'true')
    .openapi({ description: 'Only movements that no request has taken' }),
})

const add = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/movements',
  tags,
  summary: 'Store movements from a person or another feed, as if the bank had been read',
  request: { params: accountParam, body: body(movementsInput) },
  responses: {
    200: json(
      'How many were new',
      z.object({ inserted: z.number().int(), duplicates: z.number().int() }).openapi('Ingested'),
    ),
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const ofAccount = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/movements',
  tags,
  summary: 'Movements of one account',
  request: { params: accountParam, query },
  responses: listed,
})

const ofAll = createRoute({
  method: 'get',
  path: '/movements',
  tags,
  summary: 'Movements of all accounts of the caller',
  request: { query: query.extend({ account_id: z.string().optional() }) },
  responses: listed,
})

const one = createRoute({
  method: 'get',
  path: '/movements/{movementId}',
  tags,
  summary: 'One movement',
  request: { params: z.object({ movementId: z.string() }) },
  responses: { 200: json('The movement', itemSchema), 404: failures[404] },
})

const notify = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/movements/{movementId}/notify',
  tags,
  summary: 'Send the webhook of one movement again (passthrough)',
  request: { params: z.object({ accountId: z.string(), movementId: z.string() }) },
  responses: { 202: json('Queued', queuedSchema), 404: failures[404] },
})

const columns = [
  'id',
  'external_id',
  'amount',
  'currency',
  'sender_name',
  'received_at',
  'notified_at',
  'excluded_at',
  'account_name',
] as const satisfies readonly (keyof MovementItem)[]

const csvHead = [...columns, 'matched_request']
const csvRow = (item: ExportedMovement) => [...columns.map((column) => item[column]), item.orders]

export function movementRoutes(movements: MovementService) {
  function csv(userId: string, filter: MovementFilter): Response {
    const next = movements.export(userId, filter)
    return new Response(
      csvStream(csvHead, () => next().map(csvRow)),
      { headers: csvHeaders('movements.csv') },
    )
  }

  return api()
    .openapi(add, async (c) => {
      const { accountId } = c.req.valid('param')
      return c.json(await movements.receiveAs(c.var.user.id, accountId, c.req.valid('json').movements), 200)
    })
    .openapi(ofAccount, (c) => {
      const { limit, offset, format, ...rest } = c.req.valid('query')
      const filter = { ...rest, accountId: c.req.valid('param').accountId }
      if (format === 'csv') return csv(c.var.user.id, filter)
      const { total, items } = movements.list(c.var.user.id, filter, { limit, offset })
      return c.json(items, 200, { [totalHeader]: String(total) })
    })
    .openapi(ofAll, (c) => {
      const { limit, offset, format, account_id: accountId, ...rest } = c.req.valid('query')
      const filter = { ...rest, accountId }
      if (format === 'csv') return csv(c.var.user.id, filter)
      const { total, items } = movements.list(c.var.user.id, filter, { limit, offset })
      return c.json(items, 200, { [totalHeader]: String(total) })
    })
    .openapi(one, (c) => c.json(movements.one(c.var.user.id, c.req.valid('param').movementId), 200))
    .openapi(notify, (c) => {
      const { accountId, movementId } = c.req.valid('param')
      movements.resend(c.var.user.id, accountId, movementId)
      return c.json({ queued: true as const }, 202)
    })
}
