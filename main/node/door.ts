/**
 * Who may speak to the loopback server. A page of any website can make a browser send requests here: by a name of its
 * own that resolves to 127.0.0.1 (so the Host header is checked), or across origins (so the Origin header is checked).
 */
export interface Refusal {
  readonly status: 403
  readonly error: string
}

const names = ['127.0.0.1', 'localhost', '[::1]']

/** `host:port` texts under which this server is reached. */
export const hostsOf = (port: number): string[] =>
  names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))

export function refusalOf(request: { method: string; headers: Headers }, port: number): Refusal | null {
  const hosts = hostsOf(port)
  const host = request.headers.get('host')?.toLowerCase() ?? ''
  if (!hosts.includes(host)) return { status: 403, error: `Unknown host "${host}". Use http://127.0.0.1:${port}` }

  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return null
  const origin = request.headers.get('origin')
  if (origin !== null && !hosts.includes(origin.replace(/^http:\/\//, '')))
    return { status: 403, error: `Pages of "${origin}" may not change anything here` }
  // Browsers name the relation of the page to us; programs that are no browser send no such header.
  const relation = request.headers.get('sec-fetch-site')
  if (origin === null && (relation === 'cross-site' || relation === 'same-site'))
    return { status: 403, error: 'Pages of other sites may not change anything here' }
  return null
}
