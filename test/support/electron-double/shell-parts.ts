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
  toolTip = ''
  private destroyed = false

  constructor(image: { isEmpty(): boolean }) {
    super()
    if (image.isEmpty()) throw new Error('A tray needs an image that exists')
    const self = strict('Tray', this)
    shown.trays.push(self)
    // biome-ignore lint/correctness/noConstructorReturn: every user gets the strict view
    return self
  }
  setToolTip(text: string): void {
    this.toolTip = text
  }
  setImage(image: { isEmpty(): boolean }): void {
    if (image.isEmpty()) throw new Error('A tray needs an image that exists')
  }
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

const image = (isEmpty: boolean, bitmap: Buffer, size: { width: number; height: number }) =>
  strict('NativeImage', { isEmpty: () => isEmpty, getSize: () => size, toBitmap: () => bitmap })
const side = 32

/** The double reads no pictures: a file is a transparent square. */
export const nativeImage = strict('nativeImage', {
  createFromPath: (path: string) =>
    image(!existsSync(path), Buffer.alloc(side * side * 4), { width: side, height: side }),
  createFromBitmap: (bitmap: Buffer, size: { width: number; height: number }) => {
    if (bitmap.length !== size.width * size.height * 4) throw new Error('The bitmap does not fit its size')
    return image(false, bitmap, size)
  },
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
