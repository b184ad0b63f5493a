import { type HostRule, isAllowed, isBrowserMaker, plainHost } from './allowed-hosts.ts'
import { upstreamProxy } from './upstream-proxy.ts'

/** The only way out of one browser: a forward proxy on loopback that connects to allowed hosts and to nothing else. */
export interface HostGuard {
  /** `http://127.0.0.1:<port>`, to be used by the browser for everything, loopback included. */
  readonly url: string
  allows(host: string, port: number): boolean
  /** `{ host: count }` of what was refused, without the browser maker's own calls. */
  refused(): Record<string, number>
  /** Ends every connection that is still open. */
  close(): Promise<void>
}

export interface HostGuardOptions {
  readonly rules: readonly HostRule[]
  /** Read for `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** A page that tries thousands of names must not fill the memory or the run's row. */
const mostNames = 200

export async function startHostGuard({ rules, env = process.env }: HostGuardOptions): Promise<HostGuard> {
  const { RequestError, Server } = await import('proxy-chain')
  const counts = new Map<string, number>()

  const countRefused = (host: string, port: number) => {
    if (isBrowserMaker(host)) return
    const name = port === 443 || port === 80 ? plainHost(host) : `${plainHost(host)}:${port}`
    if (counts.has(name) || counts.size < mostNames) counts.set(name, (counts.get(name) ?? 0) + 1)
  }

  const server = new Server({
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction({ hostname, port, isHttp }) {
      if (!isAllowed(rules, hostname, port)) {
        countRefused(hostname, port)
        throw new RequestError(`${plainHost(hostname)} is not a host of this bank`, 403)
      }
      return { upstreamProxyUrl: upstreamProxy(env, { host: hostname, port, plain: isHttp }) }
    },
  })
  await server.listen()

  return {
    url: `http://127.0.0.1:${server.port}`,
    allows: (host, port) => isAllowed(rules, host, port),
    refused: () => Object.fromEntries(counts),
    close: () => server.close(true),
  }
}
