import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import type { Accounts } from '../accounts/types.ts'
import type { ApiKeys, KeyGrant, Scope } from '../api-keys/service.ts'
import { body, json } from '../http/api.ts'
import { credentialsOf } from '../http/credentials.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { Log } from '../ports.ts'
import type { Assistance } from '../sessions/assistance.ts'
import { assistanceBody, assistanceSchema } from '../sessions/assistance-body.ts'
import { answerExternalError, Refusal } from './errors.ts'

interface ExternalEnv {
  Variables: { grant: KeyGrant }
}

const refusalSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) }).openapi('ExternalError')
const refusals = {
  400: json('Id or code of a wrong form', refusalSchema),
  401: json('No key, or one that is unknown, malformed or revoked', refusalSchema),
  403: json('The key lacks the scope or the account', refusalSchema),
  404: json('No such account of the key owner, or nothing waits', refusalSchema),
  429: json('More than 5 codes in 10 minutes', refusalSchema),
}
const tags = ['External API (Api-Key)']
const accountParam = z.object({ accountId: z.string() })
const uuid = z.uuid()
const codeBody = z.object({ code: z.string().min(1).max(32) })

const statusSchema = z.object({
  account_id: z.string(),
  session_running: z.boolean(),
  pending_assistance: assistanceSchema.nullable(),
})

export interface ExternalDeps {
  readonly keys: ApiKeys
  readonly accounts: Accounts
  readonly assistance: Assistance
  readonly limits: RateLimits
  readonly log: Log
  /** A session of the account is live or starting. */
  readonly isSessionLive: (accountId: string) => boolean
}

/** `/v1/accounts/…` for other services. Order of checks: key, scope and account list, rate limit, input, ownership, pending request. */
export function externalRoutes(deps: ExternalDeps) {
  const { keys, accounts, assistance, limits, log } = deps
  const external = new OpenAPIHono<ExternalEnv>()

  external.onError((error, c) => answerExternalError(error, c, log))

  external.use(
    createMiddleware<ExternalEnv>(async (c, next) => {
      const presented = credentialsOf(c.req.header('authorization'), 'api-key') ?? c.req.header('x-api-key')?.trim()
      if (!presented) throw new Refusal('UNAUTHORIZED', 'Unauthorized')
      const grant = keys.verify(presented)
      if (!grant) throw new Refusal('INVALID_API_KEY', 'Invalid API key')
      c.set('grant', grant)
      await next()
    }),
  )

  const may = (scope: Scope) =>
    createMiddleware<ExternalEnv>(async (c, next) => {
      const { scopes, accountIds } = c.var.grant
      const isListed = accountIds === null || accountIds.includes(c.req.param('accountId') ?? '')
      if (!scopes.includes(scope) || !isListed) throw new Refusal('FORBIDDEN', 'Forbidden')
      await next()
    })
  const limited = createMiddleware<ExternalEnv>(async (c, next) => {
    await limits.code(c.req.param('accountId') ?? '')
    await next()
  })
  const checkId = (accountId: string) => {
    if (!uuid.safeParse(accountId).success) throw new Refusal('VALIDATION_ERROR', 'accountId must be a UUID')
  }

  const sendCode = createRoute({
    method: 'post',
    path: '/accounts/{accountId}/otp',
    tags,
    summary: 'Hand a one-time code to a waiting login',
    security: [{ apiKey: [] }],
    // Before the input is looked at: the order of checks is part of the contract.
    middleware: [may('otp:write'), limited] as const,
    request: { params: accountParam, body: { ...body(z.unknown()), required: false } },
    responses: { 202: json('Handed over', z.object({ submitted: z.literal(true) })), ...refusals },
  })
  const status = createRoute({
    method: 'get',
    path: '/accounts/{accountId}/status',
    tags,
    summary: 'Whether a session is live and what it waits for',
    security: [{ apiKey: [] }],
    middleware: [may('status:read')] as const,
    request: { params: accountParam },
    responses: { 200: json('Status', statusSchema), ...refusals },
  })

  return external
    .openapi(sendCode, async (c) => {
      const { accountId } = c.req.valid('param')
      checkId(accountId)
      const input = codeBody.safeParse(await c.req.json().catch(() => null))
      if (!input.success) throw new Refusal('VALIDATION_ERROR', 'code must have 1 to 32 characters')
      accounts.owned(c.var.grant.userId, accountId)
      assistance.submit(accountId, input.data.code)
      return c.json({ submitted: true as const }, 202)
    })
    .openapi(status, (c) => {
      const { accountId } = c.req.valid('param')
      checkId(accountId)
      accounts.owned(c.var.grant.userId, accountId)
      const answer = {
        account_id: accountId,
        session_running: deps.isSessionLive(accountId),
        pending_assistance: assistanceBody(assistance.pending(accountId)),
      }
      return c.json(answer, 200)
    })
}
