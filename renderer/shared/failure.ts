/** A field of a body and why it was refused, or a place in a file. */
export interface Issue {
  readonly path: string
  readonly message: string
  readonly line?: number | undefined
  readonly code?: string | undefined
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** Why a call did not succeed. `status` 0: the program did not answer at all. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly status: number
  readonly code: string | null
  readonly issues: readonly Issue[]
  /** What the books say beside the message: the object that stands in the way, or what is missing. */
  readonly details: unknown

  constructor(
    status: number,
    message: string,
    code: string | null = null,
    issues: Failure['issues'] = [],
    details: unknown = null,
  ) {
    super(message)
    this.status = status
    this.code = code
    this.issues = issues
    this.details = details
  }
}

/** Anything that was thrown, as a failure that can be shown. */
export const asFailure = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure(-1, error instanceof Error ? error.message : String(error))

interface ErrorText {
  readonly error?: unknown
  readonly code?: unknown
  readonly message?: unknown
  readonly details?: unknown
}

/** The places that the books find fault with: a field and its reason, or a line of a file and what is wrong there. */
function faultsOf(details: unknown): Failure['issues'] {
  if (typeof details !== 'object' || details === null) return []
  if (!Array.isArray(details))
    return Object.entries(details).flatMap(([path, message]) =>
      typeof message === 'string' ? [{ path, message }] : [],
    )
  return details.flatMap((fault: Partial<Issue> & { readonly field?: unknown }) =>
    typeof fault?.message === 'string'
      ? [{ ...fault, path: String(fault.field ?? fault.line ?? ''), message: fault.message }]
      : [],
  )
}

/**
 * Reads the error shapes of both halves: `{ error: text, code? }` and `{ error: { code, message } }` (spec 6), and
 * `{ code, message, details }` of the books.
 */
export function readFailure(status: number, body: unknown): Failure {
  const { error, code, message, details } = (typeof body === 'object' && body !== null ? body : {}) as ErrorText
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  if (typeof error === 'object' && error !== null) {
    const nested = error as { code?: unknown; message?: unknown }
    return new Failure(status, text(nested.message) ?? `HTTP ${status}`, text(nested.code))
  }
  if (error === undefined && text(code) !== null)
    return new Failure(status, text(message) ?? `HTTP ${status}`, text(code), faultsOf(details), details)
  const { issues = [] } = (details ?? {}) as { issues?: Failure['issues'] }
  return new Failure(status, text(error) ?? `HTTP ${status}`, text(code), issues)
}
