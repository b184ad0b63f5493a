import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Issue } from '../errors.ts'
import { exact } from './exact.ts'
import { issuesOf } from './issues.ts'

/** Who is calling, set by the access token. */
export interface SessionUser {
  readonly id: string
  readonly email: string
  readonly role: 'user' | 'admin'
  readonly jti: string
  readonly tokenExpiresAt: number
}

export interface ApiEnv {
  Variables: { user: SessionUser; clientAddress: string }
}

const messageNames = (issue: Issue) =>
  issue.path === '' || issue.message.includes(issue.path.split('.')[0] ?? '')
    ? issue.message
    : `${issue.path}: ${issue.message}`

/** A router of one feature. Input that does not fit its schema is answered 400 `{ error, details: { issues } }`. */
export const api = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const issues = issuesOf(result.error)
      const first = issues[0]
      return c.json({ error: first ? messageNames(first) : 'Invalid request', details: { issues } }, 400)
    },
  })

const errorBody = z
  .object({
    error: z.string(),
    code: z.string().optional().openapi({ description: 'Stable code of the failure, for translation' }),
    details: z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) }).optional(),
  })
  .openapi('Error')

const failure = (description: string) => ({ description, content: { 'application/json': { schema: errorBody } } })

/** The answers that a route may give besides its success. */
export const failures = {
  400: failure('Invalid body, parameter or rule'),
  401: failure('No token, or a bad one'),
  403: failure('Not allowed'),
  404: failure('Missing, or not yours'),
  409: failure('Conflict with the present state'),
  413: failure('Too large'),
  415: failure('Not a statement in a format that is read'),
  422: failure('A file whose content cannot be read, or that a person has to say something about'),
  429: failure('Too many requests'),
} as const

export const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
})
/** A JSON body; where it has fields that may be left out, one that its schema does not know is refused. */
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema: exact(schema) } },
})

const wholeNumber = (name: string, min: number, max: number) =>
  z.coerce
    .number({ error: `${name} must be a whole number from ${min} to ${max}` })
    .int(`${name} must be a whole number from ${min} to ${max}`)
    .min(min, `${name} must be a whole number from ${min} to ${max}`)
    .max(max, `${name} must be a whole number from ${min} to ${max}`)

/** `limit` and `offset` of every list; the total of the filtered list is in the header `x-total-count`. */
export const paging = (defaultLimit: number) => ({
  limit: wholeNumber('limit', 1, 500).default(defaultLimit),
  offset: wholeNumber('offset', 0, Number.MAX_SAFE_INTEGER).default(0),
})

export const totalHeader = 'x-total-count'
