import type { CDPSession, Page } from 'playwright'

export interface PageFacts {
  readonly origin: string
  readonly title: string
  readonly loading: boolean
}

const longestTitle = 300

/** `null` for blank pages and other addresses without a server. */
const originOf = (address: string): string => {
  const url = URL.parse(address)
  return url && url.origin !== 'null' ? url.origin : ''
}

export interface PageFactsFollower {
  readonly facts: PageFacts
  /** Looks again: a page may change its title at any time without saying so. */
  refresh(): Promise<void>
  close(): void
}

/** Origin, title and loading of one page; `onChange` only when one of them really changed. */
export async function followFacts(
  page: Page,
  session: CDPSession,
  onChange: (facts: PageFacts) => void,
): Promise<PageFactsFollower> {
  let facts: PageFacts = { origin: originOf(page.url()), title: '', loading: false }
  let isClosed = false
  const set = (change: Partial<PageFacts>) => {
    const next = { ...facts, ...change }
    const isSame = next.origin === facts.origin && next.title === facts.title && next.loading === facts.loading
    facts = next
    if (!isSame && !isClosed) onChange(facts)
  }
  // Asked of the browser, not of the page: a page that is busy or in a dialog would not answer.
  const refresh = async () => {
    try {
      const { targetInfo } = await session.send('Target.getTargetInfo')
      const title = targetInfo.title.slice(0, longestTitle)
      set({ origin: originOf(targetInfo.url), title: title === targetInfo.url ? '' : title })
    } catch {
      // The page closed.
    }
  }

  const { frameTree } = await session.send('Page.getFrameTree')
  const main = frameTree.frame.id
  session.on('Page.frameStartedLoading', ({ frameId }) => {
    if (frameId === main) set({ loading: true })
  })
  session.on('Page.frameStoppedLoading', ({ frameId }) => {
    if (frameId !== main) return
    set({ loading: false })
    void refresh()
  })
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id === main) void refresh()
  })
  session.on('Page.navigatedWithinDocument', ({ frameId }) => {
    if (frameId === main) void refresh()
  })
  await session.send('Page.enable')
  await refresh()

  return {
    get facts() {
      return facts
    },
    refresh,
    close() {
      isClosed = true
    },
  }
}
