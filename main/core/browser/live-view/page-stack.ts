import type { BrowserContext, Page } from 'playwright'

export interface PageStack {
  /** The page on top: the newest pop-up or tab that is still open. */
  top(): Page | null
  size(): number
  close(): void
}

/** Follows pop-ups and new tabs: a new page lies on top, and what lay below shows again when it closes. */
export function followPages(context: BrowserContext, onTop: (page: Page | null) => void): PageStack {
  const pages: Page[] = []
  const top = () => pages.at(-1) ?? null

  const add = (page: Page) => {
    if (page.isClosed()) return
    pages.push(page)
    page.once('close', () => {
      const wasTop = top() === page
      pages.splice(pages.indexOf(page), 1)
      if (wasTop) onTop(top())
    })
  }
  const opened = (page: Page) => {
    add(page)
    if (top() === page) onTop(page)
  }
  for (const page of context.pages()) add(page)
  context.on('page', opened)

  return { top, size: () => pages.length, close: () => void context.off('page', opened) }
}
