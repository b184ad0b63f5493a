/** Why a call did not succeed. `status` 0: the program did not answer at all. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly status: number
  readonly code: string | null
  readonly issues: readonly { readonly path: string; readonly message: string }[]

  constructor(status: number, message: string, code: string | null = null, issues: Failure['issues'] = []) {
    super(message)
    this.status = status
    this.code = code
    this.issues = issues
  }
}

/** Anything that was thrown, as a failure that can be shown. */
export const asFailure = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure(-1, error instanceof Error ? error.message : String(error))

interface ErrorText {
  readonly error?: unknown
  readonly code?: unknown
  readonly details?: { readonly issues?: Failure['issues'] }
}

/** Reads both error shapes that spec 6 knows: `{ error: text, code? }` and `{ error: { code, message } }`. */
export function readFailure(status: number, body: unknown): Failure {
  const { error, code, details } = (typeof body === 'object' && body !== null ? body : {}) as ErrorText
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  if (typeof error === 'object' && error !== null) {
    const nested = error as { code?: unknown; message?: unknown }
    return new Failure(status, text(nested.message) ?? `HTTP ${status}`, text(nested.code))
  }
  return new Failure(status, text(error) ?? `HTTP ${status}`, text(code), details?.issues ?? [])
}
