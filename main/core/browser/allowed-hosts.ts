import { isIP } from 'node:net'

/** One `host[:port]` of a `bank.json`, ready to compare. */
export interface HostRule {
  readonly host: string
  /** `*.example.com`: every name below, not `example.com` itself. */
  readonly below: boolean
  readonly port: number
}

const httpsPort = 443
const label = '[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?'
const nameText = new RegExp(`^${label}(\\.${label})*$`)
const ruleText = /^(\*\.)?(\[[0-9a-f:.]+\]|[^:[\]/@*\s]+)(?::(\d{1,5}))?$/

/** Lower case, without brackets and without the dot that may end a full name. */
export const plainHost = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')

/** Reads `host`, `host:port` or `*.host[:port]`; `null` when the text is none of them. Port 443 when not given. */
export function parseHostRule(text: string): HostRule | null {
  const found = ruleText.exec(text.trim().toLowerCase())
  if (!found) return null
  const [, star, written = '', portText] = found
  const host = plainHost(written)
  const port = portText === undefined ? httpsPort : Number(portText)
  const isAddress = isIP(host) !== 0
  const below = star !== undefined
  if ((!isAddress && !nameText.test(host)) || (isAddress && below) || port < 1 || port > 65_535) return null
  // `*.com` would open half the world; a name below one public label is what a bank has.
  if (below && !host.includes('.')) return null
  return { host, below, port }
}

/** The host and port of an http or https address, or `null` for anything else. */
export function hostOfUrl(address: string): HostRule | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return null
  const port = url.port === '' ? (url.protocol === 'https:' ? httpsPort : 80) : Number(url.port)
  return { host: plainHost(url.hostname), below: false, port }
}

/** Compares whole names: `bank.com` never allows `evil-bank.com` or `bank.com.evil.org`. */
export function isAllowed(rules: readonly HostRule[], host: string, port: number): boolean {
  const asked = plainHost(host)
  return rules.some(
    (rule) => rule.port === port && (rule.below ? asked.endsWith(`.${rule.host}`) : asked === rule.host),
  )
}

/** Where browsers call their makers without any page asking. Refused like the rest, but no news about a bank. */
const browserMakers = new Set([
  'passwordsleakcheck-pa.googleapis.com',
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clients2.googleusercontent.com',
  'config.edge.skype.com',
  'content-autofill.googleapis.com',
  'edge.microsoft.com',
  'msedge.api.cdp.microsoft.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
])

export const isBrowserMaker = (host: string): boolean => browserMakers.has(plainHost(host))
