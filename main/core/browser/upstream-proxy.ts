import { isIP } from 'node:net'
import { plainHost } from './allowed-hosts.ts'

type Environment = Readonly<Record<string, string | undefined>>

const read = (env: Environment, name: string) => env[name.toLowerCase()] || env[name] || null

const isLoopback = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** `NO_PROXY`: names with everything below them, optionally `:port`, or `*` for all. */
function isExempt(list: string | null, host: string, port: number): boolean {
  return (list ?? '').split(/[\s,]+/).some((entry) => {
    const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
    if (name === '' || (onlyPort !== undefined && Number(onlyPort) !== port)) return false
    const wanted = name.replace(/^\*?\./, '')
    return name === '*' || host === wanted || host.endsWith(`.${wanted}`)
  })
}

/**
 * The company's own proxy for one target, from `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (lower case wins, as in curl);
 * `null` means directly. This computer itself is always reached directly.
 */
export function upstreamProxy(env: Environment, target: { host: string; port: number; plain: boolean }): string | null {
  const host = plainHost(target.host)
  if (isLoopback(host) || isExempt(read(env, 'NO_PROXY'), host, target.port)) return null
  const address = target.plain ? read(env, 'HTTP_PROXY') : (read(env, 'HTTPS_PROXY') ?? read(env, 'HTTP_PROXY'))
  if (address === null) return null
  const withScheme = address.includes('://') ? address : `http://${address}`
  return URL.canParse(withScheme) ? withScheme : null
}
