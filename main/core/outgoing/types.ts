export type FailureReason =
  | 'bad-url'
  | 'bad-header'
  | 'local-address'
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'tls'
  | 'redirect'
  | 'too-large'
  | 'not-http'
  | 'stopped'
  | 'other'

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Limit of the whole exchange: waiting for a connection, connecting, headers and body. Default 15 s (spec 5.1). */
  readonly timeoutMs?: number
  /** Default 1 MiB. */
  readonly maxBodyBytes?: number
  /** A larger answer is a failure (default), or is cut and counts as answered. */
  readonly whenLarger?: 'fail' | 'cut'
  readonly signal?: AbortSignal
}

/** The other side answered, with whatever status below 300 or from 400. */
export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly durationMs: number
}

export interface Failure {
  readonly kind: 'failure'
  readonly reason: FailureReason
  /** A plain sentence that names the host, never the rest of the address. */
  readonly message: string
  /** Set when an answer began: a redirect, a body that never ended. */
  readonly status: number | null
  readonly durationMs: number
}

export type Outcome = Answer | Failure

export interface Outgoing {
  /** Never rejects. */
  send(request: OutgoingRequest): Promise<Outcome>
  /** Ends every connection; what is under way fails. */
  close(): Promise<void>
}
