import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** One request as it arrived. */
export interface Hit {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** The body as JSON, or null. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly json: any
}

export type Answerer = (hit: Hit, response: ServerResponse, request: IncomingMessage) => void

export interface Receiver {
  readonly origin: string
  readonly port: number
  readonly hits: Hit[]
  /** How many requests were open at once, at most. */
  readonly maxOpen: () => number
  /** How many TCP connections were accepted so far. */
  readonly connections: () => number
  url(path?: string): string
  /** What the next requests get; `answers.ok` until told. */
  answerWith(answer: Answerer): void
  /** Resolves with the hits once there are `count` of them; rejects after `timeoutMs`. */
  arrived(count: number, timeoutMs?: number): Promise<Hit[]>
  close(): Promise<void>
}

const json = (response: ServerResponse, status: number, value: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

/** Every way in which a receiver behaves or misbehaves. */
export const answers = {
  ok: ((_hit, response) => json(response, 200, { ok: true })) as Answerer,
  status:
    (status: number, body: unknown = { error: 'x' }): Answerer =>
    (_hit, response) =>
      status === 204 ? response.writeHead(204).end() : json(response, status, body),
  text:
    (status: number, body: string, type = 'text/plain'): Answerer =>
    (_hit, response) =>
      response.writeHead(status, { 'content-type': type }).end(body),
  redirect:
    (location: string, status = 302): Answerer =>
    (_hit, response) =>
      response.writeHead(status, { location }).end(),
  hang: (() => undefined) as Answerer,
  /** Ends the connection before answering. */
  close: ((_hit, _response, request) => request.socket.end()) as Answerer,
  reset: ((_hit, _response, request) => request.socket.resetAndDestroy()) as Answerer,
  /** Announces more than it sends, then ends the connection. */
  half: ((_hit, response, request) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half', () => request.socket.end())
  }) as Answerer,
  /** Answers at once and then sends one byte at a time for ever. */
  drip:
    (everyMs: number): Answerer =>
    (_hit, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      const timer = setInterval(() => response.write('.'), everyMs)
      response.on('close', () => clearInterval(timer))
    },
  slow:
    (ms: number): Answerer =>
    (_hit, response) => {
      const timer = setTimeout(() => json(response, 200, { ok: true }), ms)
      response.on('close', () => clearTimeout(timer))
    },
  huge:
    (bytes: number): Answerer =>
    (_hit, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      const chunk = Buffer.alloc(64 * 1024, 97)
      let left = bytes
      const pump = () => {
        while (left > 0 && !response.destroyed) {
          left -= chunk.length
          if (!response.write(chunk)) return void response.once('drain', pump)
        }
        response.end()
      }
      pump()
    },
  notHttp: ((_hit, _response, request) => {
    request.socket.end('SSH-2.0-nothing here\r\n')
  }) as Answerer,
} as const

/** A receiver on 127.0.0.1 at a free port, with TLS when given key and certificate. */
export async function startReceiver(tls?: { key: string; cert: string }): Promise<Receiver> {
  const hits: Hit[] = []
  const waiting = new Set<() => void>()
  let answer: Answerer = answers.ok
  let open = 0
  let mostOpen = 0
  let connections = 0

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    open += 1
    mostOpen = Math.max(mostOpen, open)
    response.on('close', () => {
      open -= 1
    })
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const hit: Hit = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body,
        json: parsed(body),
      }
      hits.push(hit)
      answer(hit, response, request)
      for (const look of [...waiting]) look()
    })
  }
  const server = tls ? createTlsServer(tls, onRequest) : createServer(onRequest)
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`

  return {
    origin,
    port,
    hits,
    maxOpen: () => mostOpen,
    connections: () => connections,
    url: (path = '/hook') => origin + path,
    answerWith(next) {
      answer = next
    },
    arrived(count, timeoutMs = 10_000) {
      return new Promise((done, fail) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          fail(new Error(`${hits.length} of ${count} requests arrived`))
        }, timeoutMs)
        const look = () => {
          if (hits.length < count) return
          clearTimeout(timer)
          waiting.delete(look)
          done(hits)
        }
        waiting.add(look)
        look()
      })
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
