import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeBrowser, openBrowser } from './browser.ts'
import { takeLock } from './single-instance.ts'
import { preventable, strict } from './strict.ts'
import { openWindows } from './windows.ts'

const packageRoot = join(import.meta.dirname, '..', '..', '..')
const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  version: string
  productName: string
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = manifest.productName
  private readonly paths = new Map<string, string>([
    ['home', homedir()],
    ['appData', join(tmpdir(), 'electron-double')],
    ['userData', join(tmpdir(), 'electron-double', manifest.productName)],
    ['temp', tmpdir()],
    ['downloads', tmpdir()],
  ])
  private ready = false
  private badgeCount = 0
  private readonly becomesReady = new Promise<void>((resolve) => this.once('ready', () => resolve()))

  constructor() {
    super()
    // As in Electron, the entry file runs to its end before the app is ready.
    setImmediate(() => {
      void openBrowser(join(this.getPath('userData'), 'chromium')).then(() => {
        this.ready = true
        this.emit('ready', {}, {})
      })
    })
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.quit())
  }

  getVersion = () => manifest.version
  getName = () => this.name
  getLocale = () => process.env.ELECTRON_DOUBLE_LOCALE ?? 'en-US'
  isReady = () => this.ready
  setBadgeCount = (count: number) => {
    this.badgeCount = count
    return true
  }
  getBadgeCount = () => this.badgeCount
  whenReady = () => this.becomesReady
  enableSandbox = () => {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  getPath(name: string): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`The Electron double has no path "${name}"`)
    return path
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true })
    this.paths.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    return takeLock(this.getPath('userData'), (argv, folder) => this.emit('second-instance', {}, argv, folder, {}))
  }

  quit(): void {
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    for (const window of openWindows()) window.close()
    if (openWindows().length > 0) return
    const will = preventable({})
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }

  exit(code = 0): void {
    this.emit('quit', {}, code)
    void closeBrowser().finally(() => process.exit(code))
  }
}

export const app = strict('app', new App())
