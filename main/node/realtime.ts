import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Core } from '../core/core.ts'
import { hostsOf } from './door.ts'

/** The WebSocket of spec 8 for clients outside the window: events of one user, one way. */
export interface Realtime {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void
  close(): void
}

const protocol = 'realtime.v1'
const pingEveryMs = 30_000
const mostUnsent = 1024 * 1024
/** Close codes of RFC 6455: "unsupported data" and "try again later". */
const spoke = 1003
const tooSlow = 1013

const refuse = (socket: Duplex, status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)

/**
 * A client offers two subprotocols, `realtime.v1` and a ticket; a bad ticket is refused with 401, a page of another
 * origin with 403. A client that speaks is closed with 1003, one that does not read with 1013, one that misses a pong
 * is dropped.
 */
export function createRealtime(core: Pick<Core, 'events' | 'userOfTicket'>): Realtime {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: 1024,
    handleProtocols: () => protocol,
  })
  const alive = new WeakSet<WebSocket>()
  const pings = setInterval(() => {
    for (const client of server.clients) {
      if (!alive.delete(client)) client.terminate()
      else client.ping()
    }
  }, pingEveryMs)
  pings.unref()

  function follow(client: WebSocket, userId: string): void {
    alive.add(client)
    const unsubscribe = core.events.subscribe((event) => {
      if (event.userId !== userId) return
      if (client.bufferedAmount > mostUnsent) client.close(tooSlow)
      else client.send(JSON.stringify(event))
    })
    client.on('pong', () => alive.add(client))
    client.on('message', () => client.close(spoke))
    client.on('close', unsubscribe)
    // A broken connection closes next; there is nothing more to do about it.
    client.on('error', () => client.terminate())
  }

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): Promise<void> {
    const { host, origin, 'sec-websocket-protocol': offered } = request.headers
    const hosts = hostsOf(port)
    const path = new URL(request.url ?? '/', 'http://host').pathname
    if (path !== '/realtime' && path !== '/api/realtime') return void refuse(socket, '404 Not Found')
    if (!hosts.includes(host?.toLowerCase() ?? '')) return void refuse(socket, '403 Forbidden')
    if (origin !== undefined && !hosts.includes(origin.replace(/^http:\/\//, '')))
      return void refuse(socket, '403 Forbidden')
    const [first, ticket] = (offered ?? '').split(',').map((each) => each.trim())
    const userId = first === protocol && ticket ? await core.userOfTicket(ticket) : null
    if (userId === null) return void refuse(socket, '401 Unauthorized')
    server.handleUpgrade(request, socket, head, (client) => follow(client, userId))
  }

  return {
    upgrade(request, socket, head, port) {
      socket.on('error', () => socket.destroy())
      open(request, socket, head, port).catch(() => socket.destroy())
    },
    close() {
      clearInterval(pings)
      for (const client of server.clients) client.close(1001)
      server.close()
    },
  }
}
