import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { findBrowser } from '../../../main/core/browser/find.ts'

let opened: Promise<BrowserContext> | null = null
let debugAddress = ''
const ours = new WeakSet<Page>()
let making = 0

/** The one Chromium behind all windows; its profile is the app's default session. Nothing but loopback is reachable. */
export function openBrowser(profile: string): Promise<BrowserContext> {
  opened ??= chromium
    .launchPersistentContext(profile, {
      executablePath: findBrowser() ?? chromium.executablePath(),
      headless: true,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--remote-debugging-port=0', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    })
    .then((context) => {
      debugAddress = `http://127.0.0.1:${readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]}`
      for (const page of context.pages()) ours.add(page)
      // Windows that a page opened by itself: what to do was decided by the window open handler, and that says deny.
      context.on('page', (page) => {
        if (making === 0 && !ours.has(page)) void page.close()
      })
      return context
    })
  return opened
}

/** Where a test's own Playwright connects to see the same pages. */
export const browserAddress = () => debugAddress

/** A page for a new window; the first takes the one that Chromium starts with. */
export async function takePage(): Promise<{ context: BrowserContext; page: Page }> {
  if (!opened) throw new Error('A window needs a ready app')
  const context = await opened
  const unused = context.pages().find((page) => !taken.has(page) && page.url() === 'about:blank')
  making += 1
  try {
    const page = unused ?? (await context.newPage())
    taken.add(page)
    ours.add(page)
    return { context, page }
  } finally {
    making -= 1
  }
}
const taken = new WeakSet<Page>()

export async function closeBrowser(): Promise<void> {
  const context = await opened
  await context?.close()
}
