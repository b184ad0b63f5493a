import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import { suggestionSchema, suggestionStates } from './schema.ts'
import type { Suggestions } from './service.ts'

const tags = ['Suggestions']
const accountParam = z.object({ accountId: z.string() })
const params = z.object({ suggestionId: z.string() })
const decided = { 200: json('The suggestion', suggestionSchema), 404: failures[404], 409: failures[409] }

const list = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/suggestions',
  tags,
  summary: 'What the program would do and leaves to a person, oldest first',
  request: {
    params: accountParam,
    query: z.object({
      state: z.enum(suggestionStates, { error: `state must be one of ${suggestionStates.join(', ')}` }).default('open'),
    }),
  },
  responses: { 200: json('Suggestions', z.array(suggestionSchema)), 400: failures[400], 404: failures[404] },
})

const read = createRoute({
  method: 'get',
  path: '/suggestions/{suggestionId}',
  tags,
  summary: 'One suggestion with its orders, movements and reasons',
  request: { params },
  responses: { 200: json('The suggestion', suggestionSchema), 404: failures[404] },
})

const accept = createRoute({
  method: 'post',
  path: '/suggestions/{suggestionId}/accept',
  tags,
  summary: 'Decide as suggested, as if chosen by hand',
  request: { params },
  responses: decided,
})

const reject = createRoute({
  method: 'post',
  path: '/suggestions/{suggestionId}/reject',
  tags,
  summary: 'Refuse a suggestion; it does not come back',
  request: { params },
  responses: decided,
})

const reopen = createRoute({
  method: 'post',
  path: '/suggestions/{suggestionId}/reopen',
  tags,
  summary: 'Take the decision back; an accepted suggestion is undone as a whole',
  request: { params },
  responses: decided,
})

const idsRule = 'ids must be a list of 1 to 500 suggestions'
const acceptMany = createRoute({
  method: 'post',
  path: '/suggestions/accept',
  tags,
  summary: 'Accept several, each by itself; what no longer holds is refused and the rest accepted',
  request: { body: body(z.object({ ids: z.array(z.string(), { error: idsRule }).min(1, idsRule).max(500, idsRule) })) },
  responses: {
    200: json(
      'What was accepted and what was refused',
      z
        .object({
          accepted: z.array(suggestionSchema),
          refused: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
        })
        .openapi('AcceptedSuggestions'),
    ),
    400: failures[400],
  },
})

export const suggestionRoutes = (suggestions: Suggestions) =>
  api()
    .openapi(list, (c) =>
      c.json(suggestions.list(c.var.user.id, c.req.valid('param').accountId, c.req.valid('query').state), 200),
    )
    .openapi(read, (c) => c.json(suggestions.one(c.var.user.id, c.req.valid('param').suggestionId), 200))
    .openapi(acceptMany, (c) => c.json(suggestions.acceptMany(c.var.user.id, c.req.valid('json').ids), 200))
    .openapi(accept, (c) => c.json(suggestions.accept(c.var.user.id, c.req.valid('param').suggestionId), 200))
    .openapi(reject, (c) => c.json(suggestions.reject(c.var.user.id, c.req.valid('param').suggestionId), 200))
    .openapi(reopen, (c) => c.json(suggestions.reopen(c.var.user.id, c.req.valid('param').suggestionId), 200))
