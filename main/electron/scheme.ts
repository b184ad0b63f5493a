import { protocol } from 'electron'
import { type Pages, withSafetyHeaders } from '../node/pages.ts'
import type { Api } from '../node/server.ts'

const scheme = 'app'
const host = 'reconbanker'

/** The address of the window's page; also the origin that may use the bridge. */
export const appAddress = `${scheme}://${host}/`

/** Compared by its parts: `app://reconbanker.evil.test` is another host. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === host
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** The window's files and the API behind `app://reconbanker/`; other hosts of the scheme do not exist. */
export function serveScheme(options: { api: Api; pages: Pages }): void {
  const { api, pages } = options
  protocol.handle(scheme, async (request) => {
    if (!isAppAddress(request.url)) return withSafetyHeaders(new Response('Not found', { status: 404 }))
    const page = await pages.serve(request)
    return withSafetyHeaders(page ?? (await api.fetch(request, { clientAddress: 'window' })))
  })
}
