import type { Page } from 'playwright'

/** Statuses that only the host guard answers with, when it reached nobody (proxy-chain's own, beyond those of HTTP). */
export const isFromGuard = (status: number) => status >= 590 && status <= 599

/**
 * Whether a page shows something else than the bank because the bank could not be reached: the browser's own error page, or
 * for plain http the answer of the host guard. Such a page says nothing about the login.
 */
export function watchLost(page: Page): () => boolean {
  let isGuards = false
  page.on('response', (response) => {
    const request = response.request()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) isGuards = isFromGuard(response.status())
  })
  return () => isGuards || page.url().startsWith('chrome-error:')
}
