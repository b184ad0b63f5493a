import { runInThisContext } from 'node:vm'
import { app } from './app.ts'
import { browserAddress } from './browser.ts'
import { BrowserWindow } from './browser-window.ts'

export interface ToDouble {
  readonly id: number
  /** Source of a function that takes the electron module and one argument. */
  readonly source: string
  readonly argument: unknown
}

export type FromDouble =
  | { readonly kind: 'window'; readonly browser: string; readonly url: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }

/** As Playwright's `electronApp.evaluate`: the test runs functions here, and learns where the first window is. */
export function listenToTest(electron: object): void {
  const send = (message: FromDouble) => process.send?.(message)
  process.on('message', ({ id, source, argument }: ToDouble) => {
    Promise.resolve()
      .then(() => (runInThisContext(`(${source})`) as (...given: unknown[]) => unknown)(electron, argument))
      .then(
        (value: unknown) => send({ kind: 'answer', id, value }),
        (error: unknown) => send({ kind: 'answer', id, error: String(error) }),
      )
  })
  process.on('disconnect', () => process.exit(1))
  app.once('web-contents-created', () => {
    setImmediate(() => {
      const [first] = BrowserWindow.getAllWindows()
      first?.webContents.once('did-finish-load', async () => {
        const page = await first.webContents.page()
        send({ kind: 'window', browser: browserAddress(), url: page.url() })
      })
    })
  })
}
