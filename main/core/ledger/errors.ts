import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError, type ErrorKind, messageOf } from '../errors.ts'
import { notJson } from '../http/errors.ts'
import type { Log } from '../ports.ts'

/**
 * A refusal of the ledger API: `{ code, message, details }` (ledger specification 10). `details` may be the list of
 * faults of a file, the fields of a body, or the object that stands in the way (`current` of a version conflict).
 */
export class LedgerRefusal extends Error {
  readonly status: 400 | 401 | 404 | 409 | 413 | 415 | 422
  readonly code: string
  readonly details: unknown

  constructor(status: LedgerRefusal['status'], code: string, message: string, details?: unknown) {
    super(message)
    this.name = 'LedgerRefusal'
    this.status = status
    this.code = code
    this.details = details
  }
}

/** 400 `invalid_request`; `fields` says for each field why. */
export const invalidRequest = (message: string, fields: Readonly<Record<string, string>> = {}) =>
  new LedgerRefusal(400, 'invalid_request', message, fields)
export const notFound = (what: string) => new LedgerRefusal(404, 'not_found', `${what} does not exist`)
export const refused = (code: string, message: string, details?: unknown) =>
  new LedgerRefusal(409, code, message, details)

const statusOf: Record<ErrorKind, 400 | 401 | 403 | 404 | 409 | 429 | 503> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
}
const codeOf: Partial<Record<ErrorKind, string>> = {
  invalid: 'invalid_request',
  unauthorized: 'unauthenticated',
  missing: 'not_found',
}

/** Every failure under `/v1/ledgers`. A bug is answered 500 with an incident id that the log carries too; never a stack. */
export function answerLedgerError(error: unknown, c: Context, log: Log, incident: () => string): Response {
  if (error instanceof LedgerRefusal)
    return c.json({ code: error.code, message: error.message, details: error.details ?? null }, error.status)
  if (error instanceof AppError) {
    const fields = Object.fromEntries(error.issues.map((issue) => [issue.path, issue.message]))
    const code = error.code === 'upload.tooLarge' ? 'file_too_large' : (codeOf[error.kind] ?? error.code)
    const status = error.code === 'upload.tooLarge' ? 413 : statusOf[error.kind]
    return c.json({ code, message: error.message, details: error.issues.length > 0 ? fields : null }, status)
  }
  if (error instanceof HTTPException && (error.status === 400 || error.status === 415)) {
    const message = error.status === 400 ? 'The body must be valid JSON' : notJson
    return c.json({ code: 'invalid_request', message, details: null }, 400)
  }
  const id = incident()
  log.error('unexpected_error', {
    incident: id,
    method: c.req.method,
    path: c.req.routePath,
    error: messageOf(error),
    stack: error instanceof Error ? error.stack : undefined,
  })
  return c.json(
    {
      code: 'internal',
      message: `Something went wrong (incident ${id}). Nothing was changed.`,
      details: { incident: id },
    },
    500,
  )
}
