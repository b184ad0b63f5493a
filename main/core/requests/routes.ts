import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { api, body, failures, json, paging, totalHeader } from '../http/api.ts'
import { csvContent, csvHeaders, csvStream } from '../http/csv.ts'
import { listQuery } from '../http/list-query.ts'
import {
  candidateSchema,
  requestDetailSchema,
  requestSchema,
  requestStatus,
  wantedBySchema,
} from '../http/payment-schemas.ts'
import { queuedSchema } from '../http/schemas.ts'
import type { Jobs } from '../jobs/types.ts'
import type { ExportedRequest } from './list.ts'
import type { RequestService } from './service.ts'

const tags = ['Conciliation']
const params = z.object({ requestId: z.string() })
const queued = { 202: json('Queued', queuedSchema), 404: failures[404] }

const list = createRoute({
  method: 'get',
  path: '/conciliation',
  tags,
  summary: 'Expected payments of all accounts of the caller',
  request: {
    query: z.object({
      ...paging(50),
      ...listQuery,
      status: z
        .enum(requestStatus.options, { error: `status must be one of ${requestStatus.options.join(', ')}` })
        .optional(),
      account_id: z.string().optional(),
    }),
  },
  responses: {
    200: {
      description: `Requests, newest first; the number of all in the header ${totalHeader}`,
      content: { ...json('', z.array(requestSchema)).content, ...csvContent },
    },
    400: failures[400],
    404: failures[404],
  },
})

const read = createRoute({
  method: 'get',
  path: '/conciliation/{requestId}',
  tags,
  summary: 'One request with every attempt and its match',
  request: { params },
  responses: { 200: json('The request', requestDetailSchema), 404: failures[404] },
})

const run = createRoute({
  method: 'post',
  path: '/conciliation/{requestId}/run',
  tags,
  summary: 'Evaluate a request now; a terminal one is left alone',
  request: { params },
  responses: queued,
})

const notify = createRoute({
  method: 'post',
  path: '/conciliation/{requestId}/notify',
  tags,
  summary: 'Send the result webhook again; nothing is sent unless matched, ambiguous or expired',
  request: { params },
  responses: queued,
})

const poll = createRoute({
  method: 'post',
  path: '/conciliation/poll/{accountId}',
  tags,
  summary: 'Poll the pending payments of an account now',
  request: { params: z.object({ accountId: z.string() }) },
  responses: queued,
})

const candidates = createRoute({
  method: 'get',
  path: '/conciliation/{requestId}/candidates',
  tags,
  summary:
    'Movements a person may choose from, best first, with score and reasons; with q the free movements that hold its words',
  request: { params, query: z.object({ q: listQuery.q }) },
  responses: { 200: json('Candidates', z.array(candidateSchema)), 400: failures[400], 404: failures[404] },
})

const needed = 'bank_transaction_id is required'
const idsRule = 'bank_transaction_ids must be a list of 1 to 50 ids'
const choose = createRoute({
  method: 'post',
  path: '/conciliation/{requestId}/match',
  tags,
  summary: 'Match a request by hand with an unconsumed movement of its account',
  request: { params, body: body(z.object({ bank_transaction_id: z.string({ error: needed }).min(1, needed) })) },
  responses: {
    200: json('The matched request', requestDetailSchema),
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const undo = createRoute({
  method: 'delete',
  path: '/conciliation/{requestId}/match',
  tags,
  summary: 'Undo a match: the movement is free again, the request not found',
  request: { params },
  responses: { 200: json('The request', requestDetailSchema), 404: failures[404], 409: failures[409] },
})

const wantedBy = createRoute({
  method: 'get',
  path: '/movements/{movementId}/requests',
  tags,
  summary: 'Open requests that a movement comes near, best first, with what speaks for and against each',
  request: { params: z.object({ movementId: z.string() }) },
  responses: { 200: json('Requests', z.array(wantedBySchema)), 404: failures[404] },
})

const refuse = createRoute({
  method: 'post',
  path: '/conciliation/{requestId}/refusals',
  tags,
  summary: 'Say that none of the movements offered for an ambiguous request pays it',
  description:
    'These pairs are never proposed again until the refusal is taken back. The request is decided anew without them: not found, unless another movement is clear; movements that arrive later are considered.',
  request: {
    params,
    body: body(
      z.object({
        bank_transaction_ids: z
          .array(z.string(), { error: idsRule })
          .min(1, idsRule)
          .max(50, idsRule)
          .optional()
          .openapi({ description: 'What was offered; without it all that could be chosen now' }),
      }),
    ),
  },
  responses: {
    200: json('The request', requestDetailSchema),
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const takeBackRefusal = createRoute({
  method: 'delete',
  path: '/conciliation/{requestId}/refusals/{refusalId}',
  tags,
  summary: 'Take a refusal back: the request is ambiguous again',
  request: { params: params.extend({ refusalId: z.string() }) },
  responses: { 200: json('The request', requestDetailSchema), 404: failures[404], 409: failures[409] },
})

const noteRule = 'note must be text of at most 2000 characters, or null'
const change = createRoute({
  method: 'patch',
  path: '/conciliation/{requestId}',
  tags,
  summary: 'Write, change or remove the note on a request',
  request: {
    params,
    body: body(
      z.object({
        note: z
          .string({ error: noteRule })
          .max(2000, noteRule)
          .nullable()
          .transform((text) => text?.trim() || null),
      }),
    ),
  },
  responses: { 200: json('The request', requestDetailSchema), 400: failures[400], 404: failures[404] },
})

const columns = [
  'id',
  'external_id',
  'status',
  'amount',
  'currency',
  'sender_name',
  'created_at',
  'last_checked_at',
  'bank',
  'account_name',
  'movements',
  'note',
] as const satisfies readonly (keyof ExportedRequest)[]

const isQueued = { queued: true } as const

export function requestRoutes(deps: {
  requests: RequestService
  accounts: Pick<Accounts, 'owned'>
  jobs: Pick<Jobs, 'add'>
}) {
  const { requests, accounts, jobs } = deps
  return api()
    .openapi(list, (c) => {
      const { limit, offset, format, account_id: accountId, ...rest } = c.req.valid('query')
      const filter = { ...rest, accountId }
      if (format === 'csv') {
        const next = requests.export(c.var.user.id, filter)
        const stream = csvStream(columns, () => next().map((item) => columns.map((column) => item[column])))
        return new Response(stream, { headers: csvHeaders('requests.csv') })
      }
      const { total, items } = requests.list(c.var.user.id, filter, { limit, offset })
      return c.json(items, 200, { [totalHeader]: String(total) })
    })
    .openapi(poll, (c) => {
      jobs.add('poll', accounts.owned(c.var.user.id, c.req.valid('param').accountId).id)
      return c.json(isQueued, 202)
    })
    .openapi(read, (c) => c.json(requests.detail(c.var.user.id, c.req.valid('param').requestId), 200))
    .openapi(run, (c) => {
      requests.runNow(c.var.user.id, c.req.valid('param').requestId)
      return c.json(isQueued, 202)
    })
    .openapi(notify, (c) => {
      requests.resend(c.var.user.id, c.req.valid('param').requestId)
      return c.json(isQueued, 202)
    })
    .openapi(candidates, (c) =>
      c.json(requests.candidates(c.var.user.id, c.req.valid('param').requestId, c.req.valid('query').q), 200),
    )
    .openapi(change, (c) =>
      c.json(requests.note(c.var.user.id, c.req.valid('param').requestId, c.req.valid('json').note), 200),
    )
    .openapi(choose, (c) => {
      const { requestId } = c.req.valid('param')
      return c.json(requests.choose(c.var.user.id, requestId, c.req.valid('json').bank_transaction_id), 200)
    })
    .openapi(wantedBy, (c) => c.json(requests.wantedBy(c.var.user.id, c.req.valid('param').movementId), 200))
    .openapi(refuse, (c) => {
      const { requestId } = c.req.valid('param')
      return c.json(requests.refuse(c.var.user.id, requestId, c.req.valid('json').bank_transaction_ids), 200)
    })
    .openapi(takeBackRefusal, (c) => {
      const { requestId, refusalId } = c.req.valid('param')
      return c.json(requests.takeBackRefusal(c.var.user.id, requestId, refusalId), 200)
    })
    .openapi(undo, (c) => c.json(requests.undo(c.var.user.id, c.req.valid('param').requestId), 200))
}
