import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import type { Events } from '../../preload/contract.ts'
import type { Log } from '../core/ports.ts'
import { sendEvent } from './ipc.ts'
import { appAddress } from './scheme.ts'
import type { WindowState } from './window-state.ts'

export interface MainWindow {
  readonly browserWindow: BrowserWindow
  show(): void
  /** The address inside the window that somebody looks at, e.g. `/inbox?item=…`; `null` when it has not the focus. */
  place(): string | null
  /** The event waits for the page when that is still loading. */
  tell<Name extends keyof Events>(name: Name, data: Events[Name]): void
}

/**
 * The one window. Every isolation default of Electron stays on, so nothing is said about them here. Closing the window
 * only hides it, since readings go on; the tray brings it back and `mayClose` says when it is really over.
 */
export function createMainWindow(options: {
  packageRoot: string
  icon: string
  state: WindowState
  log: Log
  mayClose: () => boolean
}): MainWindow {
  const { packageRoot, state, log } = options
  const window = new BrowserWindow({
    ...state.bounds(),
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    title: 'Reconbanker',
    icon: options.icon,
    webPreferences: {
      preload: join(packageRoot, 'dist', 'preload', 'index.cjs'),
      // Chromium fetches its dictionaries from a server of Google.
      spellcheck: false,
    },
  })
  let loaded = false
  const waiting: (() => void)[] = []

  window.once('ready-to-show', () => {
    if (state.isMaximized()) window.maximize()
    window.show()
  })
  window.on('close', (event) => {
    if (options.mayClose()) return
    event.preventDefault()
    window.hide()
  })
  window.webContents.on('did-finish-load', () => {
    loaded = true
    for (const send of waiting.splice(0)) send()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    loaded = false
    log.error('window process ended', { reason: details.reason })
    if (details.reason !== 'clean-exit') window.reload()
  })
  window.loadURL(appAddress).catch((error: unknown) => log.error('window not loaded', { error }))

  return {
    browserWindow: window,
    show() {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    place() {
      if (!window.isVisible() || !window.isFocused()) return null
      return URL.parse(window.webContents.getURL())?.hash.slice(1) || '/'
    },
    tell(name, data) {
      const send = () => sendEvent(window.webContents, name, data)
      if (loaded) send()
      else waiting.push(send)
    },
  }
}
