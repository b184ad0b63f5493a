import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError, messageOf } from '../errors.ts'
import { notJson } from '../http/errors.ts'
import type { Log } from '../ports.ts'

export type RefusalCode =
  | 'UNAUTHORIZED'
  | 'INVALID_API_KEY'
  | 'FORBIDDEN'
  | 'VALIDATION_ERROR'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'INTERNAL'

const statuses = {
  UNAUTHORIZED: 401,
  INVALID_API_KEY: 401,
  FORBIDDEN: 403,
  VALIDATION_ERROR: 400,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  INTERNAL: 500,
} as const satisfies Record<RefusalCode, number>

/** A refusal of the external API. */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

const codeOf: Partial<Record<AppError['kind'], RefusalCode>> = {
  limited: 'RATE_LIMITED',
  missing: 'NOT_FOUND',
  invalid: 'VALIDATION_ERROR',
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException && (error.status === 400 || error.status === 415))
    return new Refusal('VALIDATION_ERROR', error.status === 400 ? 'The body must be valid JSON' : notJson)
  const code = error instanceof AppError ? codeOf[error.kind] : undefined
  return code ? new Refusal(code, messageOf(error)) : null
}

/** Every failure under `/v1`, wherever it was found: `{ error: { code, message } }` (spec 7). */
export function answerExternalError(error: unknown, c: Context, log: Log) {
  const refusal = refusalOf(error)
  if (!refusal) log.error('unexpected_error', { path: c.req.routePath, error: messageOf(error) })
  const { code, message } = refusal ?? new Refusal('INTERNAL', 'Internal server error')
  return c.json({ error: { code, message } }, statuses[code])
}
