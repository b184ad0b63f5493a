import type { Server } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { AppError } from '../core/errors.ts'
import { refusalOf } from './door.ts'
import { type Pages, withSafetyHeaders } from './pages.ts'
import type { Realtime } from './realtime.ts'

/** The part of the core that a door needs. */
export interface Api {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

export interface Listening {
  readonly url: string
  readonly port: number
  /** Takes no more connections, and ends the ones that are open after `graceMs`. */
  close(graceMs: number): Promise<void>
}

const loopback = '127.0.0.1'

/**
 * The window's files and the API on 127.0.0.1 only; port 0 takes any free one. The API learns the caller's address as
 * `env.clientAddress`, from the socket. Throws `host.port_busy` or `host.port_refused`.
 */
export async function listenOnLoopback(options: {
  api: Api
  pages: Pages
  port: number
  realtime?: Realtime
}): Promise<Listening> {
  const { api, pages, realtime } = options
  let port = options.port
  const answer = async (request: Request, env: HttpBindings): Promise<Response> => {
    const refusal = refusalOf(request, port)
    if (refusal) return Response.json({ error: refusal.error }, { status: refusal.status })
    const clientAddress = env.incoming.socket.remoteAddress ?? ''
    return (await pages.serve(request)) ?? (await api.fetch(request, { clientAddress }))
  }
  const server = createAdaptorServer({
    fetch: async (request, env) => withSafetyHeaders(await answer(request, env as HttpBindings)),
  }) as Server
  // Longer than the pauses of a client that keeps its connection, so that none is closed under a request.
  server.keepAliveTimeout = 65_000
  server.on('upgrade', (request, socket, head) => {
    if (realtime) realtime.upgrade(request, socket, head, port)
    else socket.destroy()
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(listenError(cause, options.port)))
    server.listen(options.port, loopback, resolve)
  })
  const address = server.address()
  if (address !== null && typeof address === 'object') port = address.port

  return {
    url: `http://${loopback}:${port}`,
    port,
    close: (graceMs) =>
      new Promise((resolve) => {
        realtime?.close()
        const end = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(end)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

function listenError(cause: Error, port: number): Error {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE')
    return new AppError(
      'conflict',
      'host.port_busy',
      `Port ${port} is in use by another program. Choose another one with --port, or any free one with --port 0.`,
      { cause },
    )
  if (code === 'EACCES')
    return new AppError(
      'conflict',
      'host.port_refused',
      `This user may not listen on port ${port}. Choose one above 1023 with --port.`,
      { cause },
    )
  return cause
}
