import type { IncomingMessage, Server } from 'node:http'
import { type HttpBindings, serve } from '@hono/node-server'

/** A server on loopback. `close` also ends connections that still wait for an answer. */
export interface Listening {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Serves on 127.0.0.1; port 0 takes any free one. */
export function listenOnLoopback(
  fetch: (request: Request, env: { incoming: IncomingMessage }) => Response | Promise<Response>,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request, env) => fetch(request, env as HttpBindings), hostname: '127.0.0.1', port },
      (info) => {
        server.off('error', reject)
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          port: info.port,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed())
              server.closeAllConnections()
            }),
        })
      },
    ) as Server
    server.once('error', reject)
  })
}
