/** Why an expected failure happened; each kind has one HTTP status (http/errors.ts). */
export type ErrorKind = 'invalid' | 'unauthorized' | 'forbidden' | 'missing' | 'conflict' | 'limited' | 'unavailable'

export interface Issue {
  readonly path: string
  readonly message: string
}

/**
 * An expected failure: what failed and why, in words that may be shown to a user. `code` is stable and translated by
 * the renderer (`errors.<code>`); `message` is the English text of the API. Anything else that is thrown is a bug.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly kind: ErrorKind
  readonly code: string
  readonly issues: readonly Issue[]

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    options: { cause?: unknown; issues?: readonly Issue[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.kind = kind
    this.code = code
    this.issues = options.issues ?? []
  }
}

export const invalid = (code: string, message: string, issues?: readonly Issue[]) =>
  new AppError('invalid', code, message, issues ? { issues } : {})
export const missing = (code: string, message = 'Not found') => new AppError('missing', code, message)
export const conflict = (code: string, message: string) => new AppError('conflict', code, message)

/** The text of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Marks the end of a `switch` over a closed list: a new member stops compiling here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`)
}
