import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError, type ErrorKind, messageOf } from '../errors.ts'
import { statusOfFile } from '../imports/file-status.ts'
import type { Log } from '../ports.ts'
import { StatementError } from '../statements/failure.ts'

const statuses = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>

const sqliteCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')
    ? error.code
    : null

const fullDisk = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_READONLY'])

export const notJson = 'Send the body as JSON, with Content-Type: application/json'

/** One shape for every failure: `{ error, code?, details? }` (spec 6). Bugs are logged with their stack and answered 500. */
export function answerError(error: unknown, c: Context, log: Log): Response {
  if (error instanceof AppError) {
    const details = error.issues.length > 0 ? { details: { issues: error.issues } } : {}
    return c.json({ error: error.message, code: error.code, ...details }, statuses[error.kind])
  }
  if (error instanceof StatementError) {
    const issues = error.faults.map((fault) => ({
      ...fault,
      path: fault.line === undefined ? fault.code : `line ${fault.line}`,
    }))
    const details = issues.length > 0 ? { details: { issues } } : {}
    return c.json({ error: error.message, code: error.code, ...details }, statusOfFile(error.code))
  }
  if (error instanceof HTTPException) {
    const text = error.status === 400 ? 'The body must be valid JSON' : error.message || 'Invalid request'
    // A body of another kind is an invalid body: the list of statuses knows no other for it.
    if (error.status === 415) return c.json({ error: notJson, code: 'body.invalid' }, 400)
    return c.json({ error: text, code: 'body.invalid' }, error.status)
  }
  const storage = sqliteCode(error)
  if (storage && fullDisk.has(storage)) {
    log.error('storage_refused_write', { code: storage, error: messageOf(error) })
    return c.json(
      {
        error:
          'The data could not be written: the disk is full or write-protected. Nothing was stored; free some space and try again.',
        code: 'db.full',
      },
      503,
    )
  }
  log.error('unexpected_error', {
    method: c.req.method,
    path: c.req.routePath,
    error: messageOf(error),
    stack: error instanceof Error ? error.stack : undefined,
  })
  return c.json({ error: 'Internal server error', code: 'internal' }, 500)
}
