import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The customer's side of a measurement, a process of its own: serves the orders it was given and notes when each
 * webhook came in. Prints its address as one JSON line. Times are milliseconds since the epoch, fractional.
 *
 *   PUT /orders      what GET /orders answers from now on
 *   POST /hook       noted, answered 200
 *   GET /wait?n=N    answers when N webhooks have come in, or after `ms`: { count, distinct, first, last }
 *   GET /hits        [ [time, id], ... ]
 */
let orders = '[]'
const hits: [at: number, id: string][] = []
let waiting: { count: number; answer: () => void }[] = []

const at = () => performance.timeOrigin + performance.now()

const read = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      text += part
    })
    request.on('end', () => resolve(text))
  })

const send = (response: ServerResponse, body: string) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

const summary = () =>
  JSON.stringify({
    count: hits.length,
    distinct: new Set(hits.map(([, id]) => id)).size,
    first: hits[0]?.[0] ?? null,
    last: hits.at(-1)?.[0] ?? null,
  })

function wait(count: number, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const waiter = { count, answer: resolve }
    const timer = setTimeout(resolve, ms)
    waiter.answer = () => {
      clearTimeout(timer)
      resolve()
    }
    if (hits.length >= count) waiter.answer()
    else waiting.push(waiter)
  })
}

function note(id: string, time: number): void {
  hits.push([time, id])
  const ready = waiting.filter((waiter) => hits.length >= waiter.count)
  if (ready.length === 0) return
  waiting = waiting.filter((waiter) => hits.length < waiter.count)
  for (const waiter of ready) waiter.answer()
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const time = at()
  const url = new URL(request.url ?? '/', 'http://receiver')
  const body = await read(request)
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /hook': {
      const told = JSON.parse(body) as { external_id?: string; id?: string }
      note(told.external_id ?? told.id ?? '', time)
      return send(response, '{"ok":true}')
    }
    case 'GET /orders':
      return send(response, orders)
    case 'PUT /orders':
      orders = body
      return send(response, '{}')
    case 'GET /wait':
      await wait(Number(url.searchParams.get('n')), Number(url.searchParams.get('ms') ?? 60_000))
      return send(response, summary())
    case 'GET /hits':
      return send(response, JSON.stringify(hits))
    default:
      response.writeHead(404).end()
  }
}

const server = createServer((request, response) => void answer(request, response))
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
