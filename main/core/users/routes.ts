import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { meSchema } from '../http/schemas.ts'
import type { Users } from './service.ts'

const required = 'email and password required'
const credentials = {
  email: z.string({ error: required }).trim().min(1, required).max(320),
  password: z.string({ error: required }).min(1, required).max(1000),
}

const signedIn = z.object({
  token: z.string(),
  user: z.object({ id: z.string(), email: z.string(), name: z.string().nullable() }),
})
const challenged = z.object({ requiresTotp: z.literal(true), challengeToken: z.string() })

const register = createRoute({
  method: 'post',
  path: '/auth/register',
  tags: ['Sign in'],
  summary: 'Create a user',
  security: [],
  request: { body: body(z.looseObject({ ...credentials, name: z.string().max(200).nullish() })) },
  responses: {
    201: json('Created; sign in next', z.object({ id: z.string(), email: z.string() })),
    400: failures[400],
    409: failures[409],
    429: failures[429],
  },
})

const login = createRoute({
  method: 'post',
  path: '/auth/login',
  tags: ['Sign in'],
  summary: 'Sign in',
  security: [],
  request: { body: body(z.object(credentials)) },
  responses: {
    200: json('Access token, valid for seven days; or a challenge', z.union([signedIn, challenged])),
    400: failures[400],
    401: failures[401],
    429: failures[429],
  },
})

const loginWithCode = createRoute({
  method: 'post',
  path: '/auth/login/totp',
  tags: ['Sign in'],
  summary: 'Second step of the sign-in: a code of the authenticator or a backup code',
  security: [],
  request: {
    body: body(
      z.object({
        challengeToken: z.string({ error: 'challengeToken and code are required' }).min(1).max(2000),
        code: z
          .string({ error: 'challengeToken and code are required' })
          .min(1, 'code must have 1 to 32 characters')
          .max(32, 'code must have 1 to 32 characters'),
      }),
    ),
  },
  responses: { 200: json('Access token', signedIn), 400: failures[400], 401: failures[401], 429: failures[429] },
})

const logout = createRoute({
  method: 'post',
  path: '/auth/logout',
  tags: ['Sign in'],
  summary: 'Revoke the access token',
  responses: { 204: { description: 'Signed out' }, 401: failures[401] },
})

const setup = createRoute({
  method: 'get',
  path: '/setup',
  tags: ['Sign in'],
  summary: 'Whether a user exists yet; decides between first run and sign-in',
  security: [],
  responses: { 200: json('State of the installation', z.object({ has_owner: z.boolean() })) },
})

const me = createRoute({
  method: 'get',
  path: '/me',
  tags: ['User'],
  summary: 'Who is signed in',
  responses: { 200: json('The user', meSchema), 401: failures[401] },
})

const modeError = 'mode must be reconcile or passthrough'
const mode = createRoute({
  method: 'put',
  path: '/me/operation-mode',
  tags: ['User'],
  summary: 'Choose the operation mode of every account; a real switch deletes requests, movements and deliveries',
  request: { body: body(z.object({ mode: z.enum(['reconcile', 'passthrough'], { error: modeError }) })) },
  responses: {
    200: json('Mode in force', z.object({ operation_mode: z.enum(['reconcile', 'passthrough']) })),
    400: failures[400],
  },
})

export const userRoutes = (users: Users, limits: RateLimits) =>
  api()
    .openapi(setup, (c) => c.json({ has_owner: users.hasOwner() }, 200))
    .openapi(register, async (c) => {
      await limits.register(c.var.clientAddress)
      return c.json(await users.register(c.req.valid('json')), 201)
    })
    .openapi(login, async (c) => {
      await limits.login(c.var.clientAddress)
      return c.json(await users.login(c.req.valid('json')), 200)
    })
    .openapi(loginWithCode, async (c) => {
      await limits.login(c.var.clientAddress)
      return c.json(await users.loginWithCode(c.req.valid('json')), 200)
    })
    .openapi(logout, (c) => {
      users.logout(c.var.user)
      return c.body(null, 204)
    })
    .openapi(me, (c) => c.json(users.me(c.var.user.id), 200))
    .openapi(mode, (c) => c.json({ operation_mode: users.setMode(c.var.user.id, c.req.valid('json').mode) }, 200))
