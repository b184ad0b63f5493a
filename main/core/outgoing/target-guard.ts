import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { invalid } from '../errors.ts'
import { isLocalAddress } from './local-address.ts'

/** Every address of a name; throws or gives none when it has none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

export const resolveByDns: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map((found) => found.address)

/** The host of a URL as names and addresses are compared: no brackets, no final dot. */
export const plainHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

export const isLocalName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/**
 * Checks an address that a person entered, before it is saved (spec 5.1, texts of 6.4). With `allowLocal` only
 * validity, scheme and whether the name resolves are checked. Throws a 400 that names the field.
 */
export async function checkTarget(
  field: string,
  text: string,
  { allowLocal, resolve = resolveByDns }: { readonly allowLocal: boolean; readonly resolve?: Resolve },
): Promise<void> {
  const refuse = (code: string, words: string) => {
    const message = `${field} ${words}`
    return invalid(`target.${code}`, message, [{ path: field, message }])
  }
  const url = URL.parse(text)
  if (!url) throw refuse('not-a-url', 'is not a valid URL')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse('scheme', 'must use http or https')

  const host = plainHost(url)
  if (!allowLocal && isLocalName(host)) throw refuse('localhost', 'must not target localhost')
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => [])
  if (addresses.length === 0) throw refuse('unresolved', 'host could not be resolved')
  if (!allowLocal && addresses.some(isLocalAddress))
    throw refuse('private', 'must not target a private or internal address')
}
