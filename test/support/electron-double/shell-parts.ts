import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { strict } from './strict.ts'

/** What the program showed outside its window, for tests to look at. */
export const shown = {
  trays: [] as Tray[],
  notifications: [] as Notification[],
  errorBoxes: [] as { title: string; content: string }[],
  opened: [] as string[],
}

interface ItemOptions {
  id?: string
  label?: string
  role?: string
  type?: string
  submenu?: ItemOptions[]
  click?: () => void
}

export class Menu {
  private static applicationMenu: Menu | null = null
  readonly items: (ItemOptions & { click: () => void })[]

  constructor(template: readonly ItemOptions[]) {
    this.items = template.map((item) => ({ ...item, click: () => item.click?.() }))
  }

  static buildFromTemplate = (template: readonly ItemOptions[]) => strict('Menu', new Menu(template))
  static setApplicationMenu(menu: Menu | null): void {
    Menu.applicationMenu = menu
  }
  static getApplicationMenu = () => Menu.applicationMenu

  getMenuItemById(id: string) {
    return this.items.find((item) => item.id === id) ?? null
  }
}

export class Tray extends EventEmitter {
  menu: Menu | null = null
  private destroyed = false

  constructor(image: { isEmpty(): boolean }) {
    super()
    if (image.isEmpty()) throw new Error('A tray needs an image that exists')
    const self = strict('Tray', this)
    shown.trays.push(self)
    // biome-ignore lint/correctness/noConstructorReturn: every user gets the strict view
    return self
  }
  setToolTip(_text: string): void {}
  setContextMenu(menu: Menu | null): void {
    this.menu = menu
  }
  isDestroyed = () => this.destroyed
  destroy(): void {
    this.destroyed = true
  }
}

export class Notification extends EventEmitter {
  static isSupported = () => true
  readonly title: string
  readonly body: string

  constructor(options: { title: string; body: string }) {
    super()
    this.title = options.title
    this.body = options.body
    // biome-ignore lint/correctness/noConstructorReturn: every user gets the strict view
    return strict('Notification', this)
  }
  show(): void {
    shown.notifications.push(this)
    this.emit('show', {})
  }
}

export const nativeImage = strict('nativeImage', {
  createFromPath: (path: string) => strict('NativeImage', { isEmpty: () => !existsSync(path) }),
})

const area = { x: 0, y: 0, width: 1920, height: 1080 }
export const screen = strict('screen', {
  getAllDisplays: () => [strict('Display', { id: 1, bounds: area, workArea: area, scaleFactor: 1 })],
})

export const powerMonitor = strict('powerMonitor', new EventEmitter())

export const shell = strict('shell', {
  async openExternal(address: string) {
    shown.opened.push(address)
  },
})

/** Nobody sits here: a test puts its own answer in place of `showSaveDialog`. */
export const dialog = strict('dialog', {
  showErrorBox(title: string, content: string) {
    shown.errorBoxes.push({ title, content })
  },
  async showSaveDialog(): Promise<{ canceled: boolean; filePath: string }> {
    throw new Error('No test has said what the person answers')
  },
})
