import type { BrowserContext, Page } from 'playwright'
import { messageOf } from '../../errors.ts'
import type { Log } from '../../ports.ts'
import { followDialogs } from './dialogs.ts'
import type { InputEvent } from './input-events.ts'
import { followPages } from './page-stack.ts'
import type { Picture } from './screencast.ts'
import { type ShownPage, showPage } from './shown-page.ts'
import type { Frame, PageMessage, ViewSize } from './types.ts'

/** Somebody who looks. */
export interface Watcher {
  frame(frame: Frame): void
  message(message: PageMessage): void
}

export interface Watching {
  resize(size: ViewSize): void
  stop(): void
}

export interface LiveView {
  /** Origin and title of the page on top. */
  readonly facts: { readonly origin: string; readonly title: string }
  /** Shows the page from now on: what is true of it at once, then pictures and changes. Captures only while watched. */
  watch(size: ViewSize, watcher: Watcher): Watching
  /** Carries out acts one after the other; the marked text when one of them asked for it. Acts of no person are dropped. */
  input(events: readonly InputEvent[]): Promise<string | null>
  /** False when that dialog is no longer open. */
  answerDialog(id: number, accept: boolean, text?: string): Promise<boolean>
  /** The person hands back: buttons and keys go up, dialogs are answered as in an unattended browser. */
  release(): void
  close(): void
}

export interface LiveViewDeps {
  readonly context: BrowserContext
  readonly isPersonActing: () => boolean
  readonly log: Log
}

/** Acts that wait for a page which does not answer; a person notices long before. */
const mostWaiting = 2000

/** Follows the page on top of a browser: pictures out, acts of a person in. Nothing of either is kept or logged. */
export function createLiveView({ context, isPersonActing, log }: LiveViewDeps): LiveView {
  const watchers = new Map<Watcher, ViewSize>()
  const known = new Map<PageMessage['type'], PageMessage>()
  let shown: Promise<ShownPage | null> = Promise.resolve(null)
  let facts = { origin: '', title: '', loading: false }
  let frame: Frame | null = null
  let sequence = 0
  let pageNumber = 0
  let work = Promise.resolve()
  let waiting = 0
  let isClosed = false

  const tell = (message: PageMessage) => {
    known.set(message.type, message)
    for (const watcher of watchers.keys()) watcher.message(message)
  }
  const tellPage = () => tell({ type: 'page', ...facts, popups: Math.max(pages.size() - 1, 0) })

  const picture = (next: Picture) => {
    if (watchers.size === 0) return
    sequence += 1
    frame = { ...next, sequence, page: pageNumber }
    for (const watcher of watchers.keys()) watcher.frame(frame)
  }

  /** The picture is as large as the largest viewer wants it. */
  const wantedSize = (): ViewSize | null => {
    const sizes = [...watchers.values()]
    const area = ({ width, height, dpr }: ViewSize) => width * height * dpr * dpr
    return sizes.reduce<ViewSize | null>((most, size) => (most && area(most) >= area(size) ? most : size), null)
  }
  const adjust = () => {
    if (watchers.size === 0) frame = null
    void shown.then((page) => page?.show(wantedSize()))
  }

  const open = async (page: Page, before: Promise<ShownPage | null>): Promise<ShownPage | null> => {
    ;(await before)?.close()
    // Whatever is told of a page that is no longer on top comes too late.
    const ifTop =
      <T extends unknown[]>(act: (...args: T) => void) =>
      (...args: T) => {
        if (!isClosed && pages.top() === page) act(...args)
      }
    try {
      return await showPage(context, page, {
        picture: ifTop(picture),
        facts: ifTop((now) => {
          facts = now
          tellPage()
        }),
        cursor: ifTop((shape: string) => tell({ type: 'cursor', shape })),
        focus: ifTop((field) => tell({ type: 'focus', field })),
        choices: ifTop((choices) => tell({ type: 'choices', choices })),
      })
    } catch (error) {
      // It closed before it could be shown; what lies below follows.
      if (!page.isClosed()) log.warn('page_not_shown', { message: messageOf(error) })
      return null
    }
  }
  const show = (page: Page | null) => {
    if (isClosed) return
    pageNumber += 1
    frame = null
    tell({ type: 'cursor', shape: 'default' })
    tell({ type: 'focus', field: null })
    tell({ type: 'choices', choices: null })
    const before = shown
    shown = page ? open(page, before) : before.then((last) => last?.close()).then(() => null)
    void shown.then((now) => {
      if (now === null || pages.top() !== page) return
      facts = now.facts
      tellPage()
      adjust()
    })
  }

  const pages = followPages(context, show)
  const dialogs = followDialogs({
    context,
    isPersonActing,
    onChange(dialog) {
      if (dialog) void shown.then((page) => page?.inDialog())
      tell({ type: 'dialog', dialog })
    },
  })
  show(pages.top())

  const isBlocked = () => {
    const dialog = known.get('dialog')
    return dialog?.type === 'dialog' && dialog.dialog !== null
  }
  const act = async (event: InputEvent): Promise<string | null> => {
    const page = await shown
    if (!page || !isPersonActing() || isBlocked()) return null
    if ('page' in event && event.page !== undefined && event.page !== pageNumber) return null
    if (event.type === 'page' && event.act === 'close' && pages.size() < 2) return null
    return page.act(event)
  }
  const queue = <T>(step: () => Promise<T>, otherwise: T): Promise<T> => {
    waiting += 1
    const done = work.then(step).catch((error) => {
      // Only the kind of failure: Playwright's text may repeat what was typed.
      log.debug('input_failed', { name: error instanceof Error ? error.name : 'unknown' })
      return otherwise
    })
    work = done.then(() => {
      waiting -= 1
    })
    return done
  }

  return {
    get facts() {
      return facts
    },
    watch(size, watcher) {
      watchers.set(watcher, size)
      for (const message of known.values()) watcher.message(message)
      if (frame) watcher.frame(frame)
      adjust()
      return {
        resize(next) {
          if (!watchers.has(watcher)) return
          watchers.set(watcher, next)
          adjust()
        },
        stop() {
          if (watchers.delete(watcher)) adjust()
        },
      }
    },
    async input(events) {
      const wants = events.some(({ type }) => type === 'copy' || type === 'cut')
      const results = events.slice(0, Math.max(mostWaiting - waiting, 0)).map((event) => queue(() => act(event), null))
      return wants ? ((await Promise.all(results)).find((text) => text !== null) ?? '') : null
    },
    answerDialog: dialogs.answer,
    release() {
      dialogs.dismiss()
      void queue(async () => (await shown)?.release(), undefined)
    },
    close() {
      isClosed = true
      watchers.clear()
      known.clear()
      frame = null
      pages.close()
      dialogs.close()
      void shown.then((page) => page?.close())
    },
  }
}
