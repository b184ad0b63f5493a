import { app, type WebContents } from 'electron'
import { messageOf } from '../core/errors.ts'
import type { Log } from '../core/ports.ts'
import { openExternalSafely } from './links.ts'
import { isAppAddress } from './scheme.ts'

/** Refuses to leave our page and to open windows, in every page this program ever shows; web links leave outside. */
export function refuseNavigation(log: Log): void {
  const openOutside = (address: string) =>
    openExternalSafely(address).catch((error: unknown) => log.warn('link refused', { reason: messageOf(error) }))

  const guard = (contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (isAppAddress(event.url)) return
      event.preventDefault()
      log.warn('navigation refused', { protocol: URL.parse(event.url)?.protocol })
    })
    contents.on('will-redirect', (event) => {
      if (!isAppAddress(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url)
      return { action: 'deny' }
    })
  }
  app.on('web-contents-created', (_event, contents) => guard(contents))
}
