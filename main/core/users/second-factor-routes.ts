import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { SecondFactor } from './second-factor.ts'

const tags = ['User']
const code = z
  .string({ error: 'code is required' })
  .min(1, 'code must have 1 to 32 characters')
  .max(32, 'code must have 1 to 32 characters')

const enroll = createRoute({
  method: 'post',
  path: '/me/2fa/enroll',
  tags,
  summary: 'Begin to set up two-factor authentication; it is on once a code was confirmed',
  responses: { 200: json('For the authenticator', z.object({ otpauth_uri: z.string() })), 409: failures[409] },
})

const confirm = createRoute({
  method: 'post',
  path: '/me/2fa/confirm',
  tags,
  summary: 'Switch two-factor authentication on; the backup codes are shown this one time',
  request: { body: body(z.object({ code })) },
  responses: {
    200: json('Ten backup codes, each good for one sign-in', z.object({ backup_codes: z.array(z.string()) })),
    400: failures[400],
    401: failures[401],
    409: failures[409],
    429: failures[429],
  },
})

const disable = createRoute({
  method: 'delete',
  path: '/me/2fa',
  tags,
  summary: 'Switch two-factor authentication off',
  request: {
    body: body(z.object({ password: z.string({ error: 'password and code are required' }).min(1).max(1000), code })),
  },
  responses: { 204: { description: 'Off' }, 400: failures[400], 401: failures[401], 429: failures[429] },
})

export const secondFactorRoutes = (secondFactor: SecondFactor, limits: Pick<RateLimits, 'secondFactor'>) =>
  api()
    .openapi(enroll, (c) => c.json(secondFactor.enroll(c.var.user.id), 200))
    .openapi(confirm, async (c) => {
      await limits.secondFactor(c.var.clientAddress)
      return c.json(await secondFactor.confirm(c.var.user.id, c.req.valid('json').code), 200)
    })
    .openapi(disable, async (c) => {
      await limits.secondFactor(c.var.clientAddress)
      await secondFactor.disable(c.var.user.id, c.req.valid('json'))
      return c.body(null, 204)
    })
