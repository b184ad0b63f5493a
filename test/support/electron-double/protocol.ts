import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { app } from './app.ts'
import { strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>

interface SchemeServer {
  readonly origin: Promise<string>
  /** The host of the scheme that the page stands on, e.g. `reconbanker`. */
  host: string
}

const servers = new Map<string, SchemeServer>()

/** Requests come by loopback, so that bodies and event streams really stream; the handler sees the scheme's address. */
function startServer(scheme: string, handler: Handler): SchemeServer {
  const server = createServer((incoming, outgoing) => {
    answer(`${scheme}://${entry.host}`, handler, incoming, outgoing).catch(() => outgoing.destroy())
  })
  const origin = new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
  const entry: SchemeServer = { origin, host: '' }
  return entry
}

async function answer(origin: string, handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (name !== 'host' && name !== 'origin' && typeof value === 'string') headers.set(name, value)
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const response = await handler(
    new Request(origin + incoming.url, {
      method: incoming.method ?? 'GET',
      headers,
      ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
    } as RequestInit),
  )
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) return void outgoing.end()
  outgoing.flushHeaders()
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing)
}

/** `app://reconbanker/x` → the loopback address that stands for it; other addresses stay. */
export async function toLoopback(address: string): Promise<string> {
  const url = new URL(address)
  const server = servers.get(url.protocol.slice(0, -1))
  if (!server) return address
  server.host = url.host
  return address.replace(`${url.protocol}//${url.host}`, await server.origin)
}

const known = new Map<string, string>()

/** The other way: what Electron would say about the page's address. */
export function fromLoopback(address: string): string {
  for (const [origin, scheme] of known)
    if (address.startsWith(`${origin}/`))
      return `${scheme}://${servers.get(scheme)?.host}${address.slice(origin.length)}`
  return address
}

const declared = new Set<string>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }[]) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) if (privileges?.standard && privileges.secure) declared.add(scheme)
  },
  handle(scheme: string, handler: Handler) {
    if (!declared.has(scheme)) throw new Error(`The scheme "${scheme}" was not declared as standard and secure`)
    const server = startServer(scheme, handler)
    servers.set(scheme, server)
    void server.origin.then((origin) => known.set(origin, scheme))
  },
})
