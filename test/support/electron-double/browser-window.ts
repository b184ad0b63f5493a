import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { preventable, strict } from './strict.ts'
import { WebContents } from './web-contents.ts'
import { addWindow, openWindows, removeWindow } from './windows.ts'

interface Options {
  width?: number
  height?: number
  x?: number
  y?: number
  minWidth?: number
  minHeight?: number
  show?: boolean
  autoHideMenuBar?: boolean
  title?: string
  icon?: string
  webPreferences?: { preload?: string; spellcheck?: boolean }
}

/** Set to anything else, these would take a protection away; the double refuses to pretend. */
const knownPreferences = new Set(['preload', 'spellcheck'])

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => openWindows() as BrowserWindow[]

  readonly webContents: WebContents
  private bounds: { x: number; y: number; width: number; height: number }
  private state = { visible: true, focused: false, minimized: false, maximized: false, destroyed: false }

  constructor(options: Options = {}) {
    super()
    for (const name of Object.keys(options.webPreferences ?? {}))
      if (!knownPreferences.has(name)) throw new Error(`The Electron double does not implement webPreferences.${name}`)
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { width = 800, height = 600, x = 0, y = 0 } = options
    this.bounds = { x, y, width, height }
    this.state.visible = options.show ?? true
    this.webContents = new WebContents(options.webPreferences?.preload)
    app.emit('web-contents-created', {}, this.webContents)
    this.webContents.once('dom-ready', () => this.emit('ready-to-show', {}))
    this.webContents.act((page) => page.setViewportSize({ width, height }))
    const self = strict('BrowserWindow', this)
    addWindow(self)
    // biome-ignore lint/correctness/noConstructorReturn: every user gets the strict view
    return self
  }

  loadURL = (address: string) => this.webContents.loadURL(address)
  reload(): void {
    this.webContents.act((page) => page.reload())
  }

  show(): void {
    this.state.visible = true
    this.focus()
    this.emit('show')
  }
  hide(): void {
    this.state.visible = false
    this.state.focused = false
    this.emit('hide')
  }
  focus(): void {
    this.state.focused = true
    this.emit('focus')
  }
  minimize(): void {
    this.state.minimized = true
  }
  restore(): void {
    this.state.minimized = false
  }
  maximize(): void {
    this.state.maximized = true
  }
  isVisible = () => this.state.visible && !this.state.minimized
  isFocused = () => this.state.focused
  isMinimized = () => this.state.minimized
  isMaximized = () => this.state.maximized
  isDestroyed = () => this.state.destroyed
  getBounds = () => ({ ...this.bounds })
  getNormalBounds = () => ({ ...this.bounds })
  setBounds(bounds: Partial<{ x: number; y: number; width: number; height: number }>): void {
    this.bounds = { ...this.bounds, ...bounds }
    const { width, height } = this.bounds
    this.webContents.act((page) => page.setViewportSize({ width, height }))
  }

  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.state.destroyed) return
    this.state.destroyed = true
    const self = (openWindows() as BrowserWindow[]).find((window) => window.webContents.id === this.webContents.id)
    if (self) removeWindow(self)
    this.webContents.act((page) => page.close())
    this.emit('closed')
    if (openWindows().length > 0) return
    // Electron quits by itself unless somebody listens.
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
}
