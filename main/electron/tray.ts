import { app, Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, Tray } from 'electron'
import type { InboxState } from '../core/inbox/types.ts'
import { drawCount } from './draw-count.ts'
import { itemLabel } from './item-words.ts'
import type { PersonAtWindow } from './person.ts'
import type { MainWindow } from './window.ts'
import { fill } from './words.ts'

export interface TrayMark {
  /** What needs the person at the window; `null` while nobody is signed in. */
  show(state: InboxState | null): void
  destroy(): void
}

function withCount(image: NativeImage, count: number): NativeImage {
  const { width, height } = image.getSize()
  return nativeImage.createFromBitmap(Buffer.from(drawCount(image.toBitmap(), width, height, count)), { width, height })
}

/** The mark beside the clock: how many things need somebody, the way to each, and what can be asked of all accounts. */
export function createTray(options: {
  icon: string
  window: MainWindow
  person: PersonAtWindow
  quit: () => void
}): TrayMark {
  const { window, person } = options
  const plain = nativeImage.createFromPath(options.icon)
  const tray = new Tray(plain)
  tray.on('click', () => window.show())
  let shownCount = 0

  const mark = (count: number) => {
    if (count === shownCount) return
    shownCount = count
    tray.setImage(count === 0 ? plain : withCount(plain, count))
    app.setBadgeCount(count)
  }

  const menuOf = (state: InboxState | null): MenuItemConstructorOptions[] => {
    const { words } = person.current()
    const command = (name: 'run-all' | 'pause-all' | 'resume-all', label: string) => ({
      id: name,
      label,
      click: () => window.tell('trayCommand', { name }),
    })
    const go = (id: string, label: string, address: string) => ({
      id,
      label,
      click: () => {
        window.show()
        window.tell('openItem', { address })
      },
    })
    const line: MenuItemConstructorOptions = { type: 'separator' }
    const { total, first, accounts } = state ?? { total: 0, first: [], accounts: { total: 0, paused: 0 } }
    const waiting = first.map((item) =>
      go(`item-${item.id}`, itemLabel(item, words), `/inbox?item=${encodeURIComponent(item.id)}`),
    )
    const rest = total > first.length ? [go('inbox', fill(words.allInbox, { n: total }), '/inbox')] : []
    return [
      { id: 'open', label: words.open, click: () => window.show() },
      line,
      ...(waiting.length > 0 ? [...waiting, ...rest, line] : []),
      command('run-all', words.runAll),
      ...(accounts.paused < accounts.total || accounts.total === 0 ? [command('pause-all', words.pauseAll)] : []),
      ...(accounts.paused > 0 ? [command('resume-all', words.resumeAll)] : []),
      line,
      { id: 'quit', label: words.quit, click: options.quit },
    ]
  }

  const show = (state: InboxState | null) => {
    const total = state?.total ?? 0
    tray.setToolTip(total === 0 ? 'Reconbanker' : fill(person.current().words.needsYou, { n: total }))
    // Linux shows a changed menu only when it is set again.
    tray.setContextMenu(Menu.buildFromTemplate(menuOf(state)))
    mark(total)
  }
  show(null)
  return { show, destroy: () => tray.destroy() }
}
