import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** How an endpoint of the customer system answers; the usual one is `ok`. */
export type AnswerMode =
  | { readonly mode: 'ok' }
  | { readonly mode: 'status'; readonly status: ContentfulStatusCode; readonly body?: string }
  /** Takes the request and never answers. */
  | { readonly mode: 'hang' }
  | { readonly mode: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  /** Ends the connection without an answer. */
  | { readonly mode: 'close' }
  | { readonly mode: 'slow'; readonly ms: number }
  /** 200 with this body and content type, whatever they are: not JSON, not a list, the wrong type. */
  | { readonly mode: 'body'; readonly body: string; readonly contentType?: string }
  /** The first `fail` requests about each subject get `status` (500), later ones the usual answer. */
  | { readonly mode: 'flaky'; readonly fail: number; readonly status?: ContentfulStatusCode }

/** @param earlier how many requests about the same subject came before. */
export async function answerAs(
  c: Context<{ Bindings: { incoming: IncomingMessage } }>,
  answer: AnswerMode,
  earlier: number,
  usual: () => Response,
): Promise<Response> {
  const gone = c.req.raw.signal
  switch (answer.mode) {
    case 'ok':
      return usual()
    case 'status':
      return c.text(answer.body ?? `status ${answer.status}`, answer.status)
    case 'hang':
      await wait(2 ** 31 - 1, undefined, { signal: gone, ref: false }).catch(ignoreAbort)
      return RESPONSE_ALREADY_SENT
    case 'redirect':
      return c.redirect(answer.to, answer.status ?? 302)
    case 'close':
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    case 'slow':
      await wait(answer.ms, undefined, { signal: gone, ref: false }).catch(ignoreAbort)
      return usual()
    case 'body':
      return c.body(answer.body, 200, { 'content-type': answer.contentType ?? 'application/json' })
    case 'flaky':
      return earlier < answer.fail ? c.text('try again', answer.status ?? 500) : usual()
  }
}

/** The caller gave up while waiting: nobody reads the answer any more. */
const ignoreAbort = () => undefined
