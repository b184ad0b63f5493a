import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import { aliasSchema } from './schema.ts'
import type { Aliases } from './service.ts'

const tags = ['Aliases']
const accountParam = z.object({ accountId: z.string() })
const params = accountParam.extend({ aliasId: z.string() })
const name = (field: string) =>
  z
    .string({ error: `${field} must be text` })
    .trim()
    .min(1, `${field} must not be blank`)
    .max(500, `${field} must be at most 500 characters`)
    .optional()

const list = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/aliases',
  tags,
  summary: 'Payers that a person has confirmed for customers',
  request: { params: accountParam },
  responses: { 200: json('Aliases, by customer', z.array(aliasSchema)), 404: failures[404] },
})

const change = createRoute({
  method: 'patch',
  path: '/accounts/{accountId}/aliases/{aliasId}',
  tags,
  summary: 'Change the words of an alias, or switch it on or off',
  request: {
    params,
    body: body(
      z.object({
        payer: name('payer'),
        customer: name('customer'),
        active: z.boolean({ error: 'active must be true or false' }).optional(),
      }),
    ),
  },
  responses: { 200: json('The alias', aliasSchema), 400: failures[400], 404: failures[404], 409: failures[409] },
})

const forget = createRoute({
  method: 'delete',
  path: '/accounts/{accountId}/aliases/{aliasId}',
  tags,
  summary: 'Forget an alias; it is proposed again only by new confirmations',
  request: { params },
  responses: { 204: { description: 'Forgotten' }, 404: failures[404] },
})

export const aliasRoutes = (aliases: Aliases) =>
  api()
    .openapi(list, (c) => c.json(aliases.list(c.var.user.id, c.req.valid('param').accountId), 200))
    .openapi(change, (c) => {
      const { accountId, aliasId } = c.req.valid('param')
      return c.json(aliases.change(c.var.user.id, accountId, aliasId, c.req.valid('json')), 200)
    })
    .openapi(forget, (c) => {
      const { accountId, aliasId } = c.req.valid('param')
      aliases.forget(c.var.user.id, accountId, aliasId)
      return c.body(null, 204)
    })
