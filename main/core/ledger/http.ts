import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Issue } from '../errors.ts'
import type { ApiEnv } from '../http/api.ts'
import { formIssues } from '../http/form-fields.ts'
import { issuesOf } from '../http/issues.ts'
import type { ReceivedForm } from '../http/upload.ts'
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

function invalidFields(issues: readonly Issue[]) {
  const fields = Object.fromEntries(issues.map(({ path, message }) => [path || 'body', message]))
  const [first] = Object.entries(fields)
  return invalidRequest(first ? `${first[0]}: ${first[1]}` : 'Invalid request', fields)
}

/** A router of the ledger API: input that does not fit its schema is answered 400 `invalid_request`. */
export const ledgerApi = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined
      throw invalidFields(issuesOf(result.error))
    },
  })

/** Throws 400 `invalid_request` for fields of a form that its schema does not know or take. */
export function checkForm(received: Pick<ReceivedForm, 'fields'>, form: z.ZodObject): void {
  const issues = formIssues(received, form)
  if (issues.length > 0) throw invalidFields(issues)
}

/** Who acts: the signed-in user, called by e-mail in the trail. */
export const actorOf = (c: Context<ApiEnv>): Actor => ({ userId: c.var.user.id, name: c.var.user.email })

/** The versions that a write is meant for; undefined when it does not care. */
export type ExpectedVersions = readonly number[] | undefined

/** As `If-Match` has it: also weak, since a version is the same however the answer that told it was packed. */
const tags = /^(?:W\/)?"\d{1,15}"(?:\s*,\s*(?:W\/)?"\d{1,15}")*$|^\d{1,15}$/

/**
 * The version that a write expects, from `If-Match` (`"7"`, several of them, or `*` for whatever it is now) or from the
 * body. Throws 400 for a header of another form, and for a body that names a version which the header does not.
 */
export function versionOf(c: Context, fromBody: number | undefined): ExpectedVersions {
  const inBody = fromBody === undefined ? undefined : [fromBody]
  const header = c.req.header('if-match')?.trim()
  if (header === undefined || header === '*') return inBody
  if (!tags.test(header))
    throw invalidRequest('If-Match must be a version number, such as "7", or *', {
      'if-match': 'must be a version number, such as "7", or *',
    })
  const versions = [...header.matchAll(/\d+/g)].map(Number)
  if (fromBody !== undefined && !versions.includes(fromBody))
    throw invalidRequest('If-Match and the version in the body contradict each other', {
      'if-match': 'must name the version of the body',
    })
  return inBody ?? versions
}

/** Throws 409 `version_conflict` with the current object when a write expects another version (9.7). */
export function checkVersion(expected: ExpectedVersions, found: number, current: () => unknown): void {
  if (expected !== undefined && !expected.includes(found))
    throw refused('version_conflict', 'This was changed meanwhile. Look at it again, then repeat your change.', {
      current: current(),
    })
}

/** An object with a version, which the answer also tells in `ETag` as the next write's `If-Match` takes it (9.7). */
export function versioned<T extends { readonly version: number }>(c: Context, body: T): T {
  c.header('ETag', `"${body.version}"`)
  return body
}
