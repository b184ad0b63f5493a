import { Menu, nativeImage, Tray } from 'electron'
import type { MainWindow } from './window.ts'
import type { Words } from './words.ts'

/** The mark beside the clock: shows the window, asks it to read or pause, and quits. Returned so that it stays alive. */
export function createTray(options: { icon: string; window: MainWindow; words: Words; quit: () => void }): Tray {
  const { window, words } = options
  const tray = new Tray(nativeImage.createFromPath(options.icon))
  tray.setToolTip('Reconbanker')
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { id: 'open', label: words.open, click: () => window.show() },
      { type: 'separator' },
      { id: 'run-all', label: words.runAll, click: () => window.tell('trayCommand', { name: 'run-all' }) },
      { id: 'pause-all', label: words.pauseAll, click: () => window.tell('trayCommand', { name: 'pause-all' }) },
      { type: 'separator' },
      { id: 'quit', label: words.quit, click: options.quit },
    ]),
  )
  tray.on('click', () => window.show())
  return tray
}
