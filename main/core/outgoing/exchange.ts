import type { Dispatcher } from 'undici'
import { reasonOf, sentenceOf } from './failure-reason.ts'
import type { FailureReason, Outcome, OutgoingRequest } from './types.ts'

export const defaultTimeoutMs = 15_000
const defaultMaxBodyBytes = 1024 * 1024

type Controller = Dispatcher.DispatchController
type RawHeaders = Readonly<Record<string, string | string[] | undefined>>

/**
 * One request and its answer, fed by undici. Settles exactly once, whatever comes first: the end of the answer, a
 * failure, the time limit, the caller's signal. A request that waits for a connection when the limit ends is never
 * written afterwards.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #host: string
  readonly #timeoutMs: number
  readonly #maxBodyBytes: number
  readonly #cutsLargeBody: boolean
  readonly #signal: AbortSignal | undefined
  readonly #settle: (outcome: Outcome) => void
  readonly #startedAt = performance.now()
  readonly #timer: NodeJS.Timeout
  readonly #chunks: Buffer[] = []
  #size = 0
  #status: number | null = null
  #headers: RawHeaders = {}
  #controller: Controller | null = null
  #settled = false

  constructor(request: OutgoingRequest, host: string, settle: (outcome: Outcome) => void) {
    this.#host = host
    this.#timeoutMs = request.timeoutMs ?? defaultTimeoutMs
    this.#maxBodyBytes = request.maxBodyBytes ?? defaultMaxBodyBytes
    this.#cutsLargeBody = request.whenLarger === 'cut'
    this.#signal = request.signal
    this.#settle = settle
    this.#timer = setTimeout(() => this.fail('timeout'), this.#timeoutMs)
    this.#signal?.addEventListener('abort', this.#stop, { once: true })
  }

  readonly #stop = () => this.fail('stopped')

  fail(reason: FailureReason, message = sentenceOf(reason, this.#host, this.#timeoutMs)): void {
    this.#finish({ kind: 'failure', reason, message, status: this.#status, durationMs: this.#durationMs() })
    this.#controller?.abort(new Error(reason))
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller
    if (this.#settled) controller.abort(new Error('settled before it was written'))
  }

  onResponseStart(_controller: Controller, status: number, headers: RawHeaders): void {
    if (status < 200) return
    this.#status = status
    this.#headers = headers
    if (status >= 300 && status < 400 && headers.location !== undefined) this.fail('redirect', this.#redirectSentence())
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#settled) return
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#size <= this.#maxBodyBytes) return
    if (this.#cutsLargeBody) {
      this.#answer()
      controller.abort(new Error('body cut'))
    } else this.fail('too-large')
  }

  onResponseEnd(): void {
    this.#answer()
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.fail(reasonOf(error))
  }

  #answer(): void {
    const [first] = this.#chunks
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks)
    this.#finish({
      kind: 'answer',
      status: this.#status ?? 0,
      headers: joined(this.#headers),
      body: bytes.toString('utf8', 0, Math.min(bytes.length, this.#maxBodyBytes)),
      durationMs: this.#durationMs(),
    })
  }

  #finish(outcome: Outcome): void {
    if (this.#settled) return
    this.#settled = true
    clearTimeout(this.#timer)
    this.#signal?.removeEventListener('abort', this.#stop)
    this.#settle(outcome)
  }

  #durationMs = () => Math.round(performance.now() - this.#startedAt)

  #redirectSentence(): string {
    const location = URL.parse(String(this.#headers.location))
    const where = location ? location.host : 'another path of the same host'
    return `${this.#host} answered ${this.#status} with a redirect to ${where}; redirects are not followed, enter the final address`
  }
}

const joined = (headers: RawHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
