import { setTimeout as wait } from 'node:timers/promises'
import type { Frame, Page, Request, Response } from 'playwright'
import { second } from '../time.ts'

/** A page that is left asks for the next one within a few ms of the act; on a busy computer somewhat later. */
const graceMs = 250
/** So long the next page may stay away before the script goes on: whether the bank is slow is for the script to judge. */
const longestMs = 5 * second

/**
 * Carries out an act by which the page may be left, and waits until the next one is there, at most 5 s. Playwright's own
 * wait would let the act fail when the bank is slow to answer, although it was done, and a script would do it again.
 */
export async function leaving(page: Page, act: () => Promise<void>): Promise<void> {
  const begun = Promise.withResolvers<void>()
  const over = Promise.withResolvers<void>()
  let way: Request | null = null
  const asked = (request: Request) => {
    if (!request.isNavigationRequest()) return
    way = request
    begun.resolve()
  }
  const arrived = (frame: Frame) => way?.frame() === frame && over.resolve()
  const failed = (request: Request) => request === way && over.resolve()
  // Nothing to show: the page stays.
  const answered = (response: Response) => response.request() === way && response.status() === 204 && over.resolve()
  const gone = () => {
    begun.resolve()
    over.resolve()
  }
  page.on('request', asked)
  page.on('framenavigated', arrived)
  page.on('requestfailed', failed)
  page.on('response', answered)
  page.on('close', gone)
  try {
    await act()
    await Promise.race([begun.promise, wait(graceMs)])
    if (way !== null) await Promise.race([over.promise, wait(longestMs)])
  } finally {
    page.off('request', asked)
    page.off('framenavigated', arrived)
    page.off('requestfailed', failed)
    page.off('response', answered)
    page.off('close', gone)
  }
}
