import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright'
import { takePage } from './browser.ts'
import { invoke } from './ipc-main.ts'
import { bindingName, deliverKey, preloadScript } from './page-side.ts'
import { fromLoopback, toLoopback } from './protocol.ts'
import { permissionSettings } from './session.ts'
import { preventable, strict } from './strict.ts'

type OpenHandler = (details: { url: string; frameName: string; disposition: string }) => { action: 'allow' | 'deny' }

let nextId = 1

/** A window's page. The constructor of Electron's is synchronous, so everything that needs the page waits for it. */
export class WebContents extends EventEmitter {
  readonly id = nextId++
  readonly mainFrame: object
  private readonly becomesPage: Promise<Page>
  private current: Page | null = null
  private session: CDPSession | null = null
  private openHandler: OpenHandler = () => ({ action: 'allow' })
  /** The document that the program itself asked for; everything else is the page's own wish. */
  private expected: string | null = null
  /** The page that permissions are asked for, before it is there. */
  private asking: string | null = null

  constructor(preload: string | undefined) {
    super()
    const self = strict('webContents', this)
    this.mainFrame = strict('webContents.mainFrame', {
      parent: null,
      get url() {
        return self.getURL()
      },
    })
    this.becomesPage = this.preparePage(preload, self)
    // biome-ignore lint/correctness/noConstructorReturn: every user gets the strict view
    return self
  }

  private async preparePage(preload: string | undefined, self: WebContents): Promise<Page> {
    const { context, page } = await takePage()
    this.current = page
    if (preload !== undefined) {
      await page.exposeBinding(bindingName, ({ frame }, message: { channel: string; args: unknown[] }) => {
        const senderFrame = frame === page.mainFrame() ? self.mainFrame : strict('frame', { url: frame.url() })
        const event = { sender: self, senderFrame, frameId: 1, processId: 1, type: 'frame' }
        return invoke(message.channel, event, message.args).then(
          (value) => ({ value }),
          (error: unknown) => ({ error: `Error invoking remote method '${message.channel}': ${String(error)}` }),
        )
      })
      await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) })
    }
    this.session = await context.newCDPSession(page)
    await this.watchDocuments(this.session, page)
    page.on('domcontentloaded', () => this.emit('dom-ready', {}))
    page.on('load', () => this.emit('did-finish-load', {}))
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    return page
  }

  private async watchDocuments(session: CDPSession, page: Page): Promise<void> {
    await session.send('Page.enable')
    const { frameTree } = await session.send('Page.getFrameTree')
    session.on('Page.windowOpen', ({ url, windowName }) => {
      const { action } = this.openHandler({ url: fromLoopback(url), frameName: windowName, disposition: 'new-window' })
      if (action !== 'deny') throw new Error('The Electron double opens no windows for a page')
    })
    session.on('Fetch.requestPaused', (paused) => {
      const { url } = paused.request
      const isMainFrame = paused.frameId === frameTree.frame.id
      const isOwnWish = isMainFrame && url !== this.expected && url !== page.url()
      const event = preventable({ url: fromLoopback(url), isMainFrame, isSameDocument: false })
      if (paused.redirectedRequestId !== undefined) this.emit('will-redirect', event)
      else if (isOwnWish) this.emit('will-navigate', event)
      void (
        event.defaultPrevented
          ? session.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' })
          : session.send('Fetch.continueRequest', { requestId: paused.requestId })
      ).catch(() => undefined)
    })
    await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] })
  }

  page(): Promise<Page> {
    return this.becomesPage
  }

  /** Does something with the page without waiting; a page that closed meanwhile needs nothing done. */
  act(work: (page: Page) => Promise<unknown>): void {
    this.becomesPage.then(work).catch((error: unknown) => {
      if (!/closed/i.test(String(error))) throw error
    })
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.becomesPage
    const target = await toLoopback(address)
    await this.applyPermissions(address)
    this.expected = target
    await page.goto(target)
    this.expected = null
  }

  private async applyPermissions(address: string): Promise<void> {
    const origin = address.split('/').slice(0, 3).join('/')
    this.asking = address
    for (const { name, isGranted } of permissionSettings(this, origin)) {
      const setting = isGranted ? 'granted' : 'denied'
      await this.session?.send('Browser.setPermission', { permission: { name }, setting })
    }
    this.asking = null
  }

  getURL(): string {
    if (this.asking !== null) return this.asking
    return this.current ? fromLoopback(this.current.url()) : ''
  }

  isDestroyed(): boolean {
    return this.current?.isClosed() ?? false
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.becomesPage).evaluate(code)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    const deliver = ([key, name, values]: [string, string, unknown[]]) => {
      const page = window as unknown as Record<symbol, (name: string, values: unknown[]) => void>
      page[Symbol.for(key)]?.(name, values)
    }
    this.act((page) => page.evaluate(deliver, [deliverKey, channel, args] as [string, string, unknown[]]))
  }
}
