import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import type { SecondFactor } from '../users/second-factor.ts'
import { type ApiKeys, availableScopes } from './service.ts'

const tags = ['API keys']
const scope = z.enum(availableScopes, { error: `scopes may hold ${availableScopes.join(', ')}` })

const keySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(scope),
    account_ids: z.array(z.string()).nullable(),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
    revoked_at: z.string().nullable(),
  })
  .openapi('ApiKey')

const list = createRoute({
  method: 'get',
  path: '/me/api-keys',
  tags,
  summary: 'Keys of outside services, newest first',
  responses: { 200: json('Keys', z.object({ keys: z.array(keySchema), available_scopes: z.array(scope) })) },
})

const name = 'name must have 1 to 100 characters'
const create = createRoute({
  method: 'post',
  path: '/me/api-keys',
  tags,
  summary: 'Create a key; its text is shown this one time',
  request: {
    body: body(
      z.object({
        name: z.string({ error: name }).trim().min(1, name).max(100, name),
        scopes: z.array(scope, { error: 'scopes must be a list' }).min(1, 'scopes must name at least one scope'),
        account_ids: z.array(z.string(), { error: 'account_ids must be a list or null' }).nullish(),
      }),
    ),
  },
  responses: { 201: json('The key', keySchema.extend({ key: z.string() })), 400: failures[400] },
})

const revoke = createRoute({
  method: 'delete',
  path: '/me/api-keys/{keyId}',
  tags,
  summary: 'Revoke a key for ever; with two-factor authentication on, a code of the authenticator is needed',
  request: {
    params: z.object({ keyId: z.string() }),
    body: { ...body(z.object({ code: z.string().max(32).optional() })), required: false },
  },
  responses: { 204: { description: 'Revoked' }, 400: failures[400], 401: failures[401], 404: failures[404] },
})

export const apiKeyRoutes = (keys: ApiKeys, secondFactor: Pick<SecondFactor, 'isOn' | 'requireCode'>) =>
  api()
    .openapi(list, (c) => c.json({ keys: keys.list(c.var.user.id), available_scopes: [...availableScopes] }, 200))
    .openapi(create, (c) => c.json(keys.create(c.var.user.id, c.req.valid('json')), 201))
    .openapi(revoke, (c) => {
      // Whoever holds only the session must not be able to cut off the systems of the user.
      if (secondFactor.isOn(c.var.user.id)) secondFactor.requireCode(c.var.user.id, c.req.valid('json').code ?? '')
      keys.revoke(c.var.user.id, c.req.valid('param').keyId)
      return c.body(null, 204)
    })
