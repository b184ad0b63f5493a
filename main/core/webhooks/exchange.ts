import type { Target } from '../accounts/types.ts'
import type { Outgoing } from '../outgoing/types.ts'
import type { Clock } from '../ports.ts'
import { answerText, readBytes, shownUrl } from './answer-text.ts'
import { signatureHeaders } from './signature.ts'

/** One POST of a payload and what came of it. */
export interface Exchanged {
  readonly url: string
  /** A 2xx; the body is logged, never interpreted. */
  readonly isAccepted: boolean
  readonly status: number | null
  /** JSON text, see `answerText`. */
  readonly body: string | null
  /** `null` exactly when accepted. */
  readonly error: string | null
  readonly isTimeout: boolean
  readonly durationMs: number
}

export type Exchange = (target: Target, payload: string, deliveryId: string, signal?: AbortSignal) => Promise<Exchanged>

/** Sends as spec 5.3 says: headers, `X-Delivery-Id`, and a signature when a secret is configured. */
export const createExchange =
  (deps: { outgoing: Outgoing; now: Clock; signingSecret: () => string | null }): Exchange =>
  async (target, payload, deliveryId, signal) => {
    const secret = deps.signingSecret()
    const outcome = await deps.outgoing.send({
      method: 'POST',
      url: target.url,
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-Delivery-Id': deliveryId,
        ...(target.authorization === null ? {} : { Authorization: target.authorization }),
        ...(secret === null ? {} : signatureHeaders(payload, secret, deps.now())),
      },
      body: payload,
      maxBodyBytes: readBytes,
      whenLarger: 'cut',
      ...(signal === undefined ? {} : { signal }),
    })
    const common = { url: shownUrl(target.url), status: outcome.status, durationMs: outcome.durationMs }
    if (outcome.kind === 'failure')
      return {
        ...common,
        isAccepted: false,
        body: null,
        error: outcome.message,
        isTimeout: outcome.reason === 'timeout',
      }
    const isAccepted = outcome.status >= 200 && outcome.status < 300
    return {
      ...common,
      isAccepted,
      body: answerText(outcome.body, target.authorization),
      error: isAccepted ? null : `The receiver answered ${outcome.status}`,
      isTimeout: false,
    }
  }
