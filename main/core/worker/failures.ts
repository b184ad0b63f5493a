import { AppError, type ErrorKind, messageOf } from '../errors.ts'
import { StatementError } from '../statements/failure.ts'
import type { FailureMessage } from './messages.ts'

/** What a thread tells of a failure. */
export function failureOf(error: unknown, signal: AbortSignal): FailureMessage {
  if (signal.aborted) return { kind: 'cancelled' }
  if (error instanceof StatementError)
    return { kind: 'statement', code: error.code, message: error.message, faults: error.faults }
  if (error instanceof AppError)
    return { kind: 'app', as: error.kind, code: error.code, message: error.message, issues: error.issues }
  return { kind: 'bug', message: messageOf(error), stack: error instanceof Error ? error.stack : undefined }
}

export const cancelled = () =>
  new AppError('conflict', 'work.cancelled', 'The work was stopped before its end; nothing of it was kept.')

/** Work that ended because it was cancelled, or because the program ends. */
export const isStop = (error: unknown): boolean => error instanceof AppError && error.code === 'work.cancelled'

/** The failure that a thread told, as the error it was. */
export function errorOf(failure: FailureMessage): Error {
  switch (failure.kind) {
    case 'statement':
      return new StatementError(failure.code, failure.message, failure.faults)
    case 'app':
      return new AppError(failure.as as ErrorKind, failure.code, failure.message, { issues: failure.issues })
    case 'cancelled':
      return cancelled()
    case 'bug':
      return Object.assign(new Error(failure.message), { stack: failure.stack })
  }
}
