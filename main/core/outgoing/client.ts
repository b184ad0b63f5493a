import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import type { Agent } from 'undici'
import type { Log } from '../ports.ts'
import { defaultTimeoutMs, Exchange } from './exchange.ts'
import { LocalAddressError } from './failure-reason.ts'
import { isLocalAddress } from './local-address.ts'
import { isLocalName, plainHost, type Resolve, resolveByDns } from './target-guard.ts'
import type { Outcome, Outgoing, OutgoingRequest } from './types.ts'

/** Connections to one origin; further requests wait for a free one, and their time limit runs. */
const connectionsPerOrigin = 32

/**
 * The one way out (spec 5.1): polling, result webhooks and tests. Unless local targets are allowed, a name is resolved
 * once and its addresses are judged where the connection is made, so a second answer of the name server changes
 * nothing. Guarded and open connections are pooled apart, so that switching the setting off also ends their reuse.
 */
export function createOutgoing(deps: {
  readonly allowLocal: () => boolean
  readonly log: Log
  readonly resolve?: Resolve
}): Outgoing {
  const { allowLocal, log, resolve = resolveByDns } = deps
  const agents = new Map<boolean, Agent>()

  // undici takes some 60 ms and 25 MB to load: not before the first request.
  const agentFor = async (isOpen: boolean): Promise<Agent> => {
    const { Agent } = await import('undici')
    const known = agents.get(isOpen)
    if (known) return known
    const agent = new Agent({
      connections: connectionsPerOrigin,
      allowH2: false,
      // The exchange has one limit for everything; undici's own would only end it with a vaguer reason.
      headersTimeout: 0,
      bodyTimeout: 0,
      connectTimeout: defaultTimeoutMs,
      keepAliveTimeout: 30_000,
      connect: { lookup: lookupWith(resolve, isOpen) },
    })
    agents.set(isOpen, agent)
    return agent
  }

  return {
    async send(request) {
      const url = URL.parse(request.url)
      const { promise, resolve: settle } = Promise.withResolvers<Outcome>()
      const host = url === null ? '' : plainHost(url)
      const exchange = new Exchange(request, host, settle)
      if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) exchange.fail('bad-url')
      else if (request.signal?.aborted) exchange.fail('stopped')
      else {
        const isOpen = allowLocal()
        // An address written as a number is never looked up, so it is judged here.
        if (!isOpen && (isLocalName(host) || (isIP(host) !== 0 && isLocalAddress(host)))) exchange.fail('local-address')
        else dispatch(agents.get(isOpen) ?? (await agentFor(isOpen)), url, request, exchange)
      }
      const outcome = await promise
      if (outcome.kind === 'failure') log.debug('failed', { host, reason: outcome.reason, status: outcome.status })
      return outcome
    },
    async close() {
      const open = [...agents.values()]
      agents.clear()
      await Promise.all(open.map((agent) => agent.destroy()))
    },
  }
}

function dispatch(agent: Agent, url: URL, request: OutgoingRequest, exchange: Exchange): void {
  try {
    agent.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method,
        headers: withBasicAuth(url, request.headers),
        body: request.body ?? null,
      },
      exchange,
    )
  } catch {
    exchange.fail('bad-header')
  }
}

/** Name and password written into the address are sent as they are everywhere else, unless a header says otherwise. */
function withBasicAuth(url: URL, headers: Readonly<Record<string, string>>): Record<string, string> {
  const isNeeded = (url.username !== '' || url.password !== '') && headers.Authorization === undefined
  if (!isNeeded) return headers
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return { ...headers, Authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** Resolves once for one connection. One local address among several refuses the whole name. */
const lookupWith =
  (resolve: Resolve, isOpen: boolean): LookupFunction =>
  (hostname, options, callback) => {
    const give = (error: NodeJS.ErrnoException | null, addresses: readonly string[]) => {
      const found = addresses.map((address) => ({ address, family: isIP(address) }))
      const [first] = found
      if (error || !first) callback(error ?? notFound(hostname), '', 0)
      else if (options.all) callback(null, found)
      else callback(null, first.address, first.family)
    }
    resolve(hostname).then(
      (addresses) =>
        !isOpen && addresses.some(isLocalAddress) ? give(new LocalAddressError(hostname), []) : give(null, addresses),
      (error: NodeJS.ErrnoException) => give(error, []),
    )
  }

const notFound = (hostname: string) => Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' })
