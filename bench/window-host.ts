import { createControl } from '../main/core/bank-window/control.ts'
import { serveComponent } from '../test/bank-window/component-host.ts'
import { createWindowParts } from '../test/bank-window/window-parts.ts'
import { startLoopback } from '../test/support/loopback.ts'
import { createQuietLog } from '../test/support/quiet-log.ts'
import { startTestBrowser } from '../test/support/test-browser.ts'
import { colourPage } from './colour-page.ts'

/**
 * The program's side of a bank window, with a page that changes its colour at each press, and the person in control:
 * `node bench/window-host.ts DATA_DIR PAGES_DIR`. Its first line says where it is and with which token it is opened.
 */
const [dataDir = '', pagesDir = ''] = process.argv.slice(2)
const bank = await startLoopback({ '/': colourPage })
const browser = await startTestBrowser([bank.url])
await browser.page.goto(bank.url)
const parts = await createWindowParts({ dataDir, log: createQuietLog() })
const control = createControl({ now: Date.now })
control.take()
parts.bankWindow.attach(parts.accountId, { context: browser.context, control, bankName: 'Bench' })
const host = await serveComponent({ dir: pagesDir, remove: () => undefined }, parts.surface)

process.on('SIGTERM', async () => {
  await browser.close()
  await host.close(0)
  await bank.close()
  process.exit()
})
process.stdout.write(`${JSON.stringify({ url: host.url, token: parts.token, accountId: parts.accountId })}\n`)
