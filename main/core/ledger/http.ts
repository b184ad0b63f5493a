import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ApiEnv } from '../http/api.ts'
import type { Actor } from './audit/service.ts'
import { invalidRequest, refused } from './errors.ts'

const errorSchema = z
  .object({ code: z.string(), message: z.string(), details: z.unknown().nullable() })
  .openapi('LedgerError')
const failure = (description: string) => ({ description, content: { 'application/json': { schema: errorSchema } } })

/** A refusal with the codes that it may carry. */
export const refusedBy = (...codes: readonly [string, ...string[]]) => ({
  description: codes.join(', '),
  content: {
    'application/json': {
      schema: z.object({ code: z.enum(codes), message: z.string(), details: z.unknown().nullable() }),
    },
  },
})

/** The answers a route of the ledger API may give besides its success (10). */
export const ledgerFailures = {
  400: failure('invalid_request: details say for each field why'),
  404: failure('not_found'),
  409: failure('A conflict with the present state, by code'),
  413: failure('file_too_large'),
  415: failure('format_unknown and other files that are no statement'),
  422: failure('The content cannot be accepted; details say where and why'),
} as const

/** A router of the ledger API: input that does not fit its schema is answered 400 `invalid_request`. */
export const ledgerApi = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined
      const fields = Object.fromEntries(
        result.error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]),
      )
      const [first] = Object.entries(fields)
      throw invalidRequest(first ? `${first[0]}: ${first[1]}` : 'Invalid request', fields)
    },
  })

/** Who acts: the signed-in user, called by e-mail in the trail. */
export const actorOf = (c: Context<ApiEnv>): Actor => ({ userId: c.var.user.id, name: c.var.user.email })

/** The version a write expects, from `If-Match` or the body; undefined when it does not care. */
export function versionOf(c: Context, fromBody: number | undefined): number | undefined {
  const header = c.req.header('if-match')
  if (header === undefined) return fromBody
  const found = /^"?(\d{1,15})"?$/.exec(header.trim())
  if (!found) throw invalidRequest('If-Match must be a version number', { 'if-match': 'must be a version number' })
  return Number(found[1])
}

/** Throws 409 `version_conflict` with the current object when a write expects another version (9.7). */
export function checkVersion(expected: number | undefined, found: number, current: () => unknown): void {
  if (expected !== undefined && expected !== found)
    throw refused('version_conflict', 'This was changed meanwhile. Look at it again, then repeat your change.', {
      current: current(),
    })
}
