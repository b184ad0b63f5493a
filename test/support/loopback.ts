import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly host: string
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  /** Every connection that reached the server, whatever it wanted. */
  connections(): number
  close(): Promise<void>
}

export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void)

/** A web server on loopback: HTML per path, 404 for the rest. */
export async function startLoopback(pages: Record<string, Page> = {}): Promise<Loopback> {
  const asked: string[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    asked.push(request.url ?? '/')
    response.setHeader('access-control-allow-origin', '*')
    const page = pages[path]
    if (typeof page === 'function') return page(request, response)
    response.statusCode = page === undefined ? 404 : 200
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(page ?? 'nothing here')
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    asked,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
