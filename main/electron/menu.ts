import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Words } from './words.ts'

/** Editing, zoom and quitting by the usual keys; what the product does is in the window. */
export function setMenu(words: Words): void {
  const isMac = process.platform === 'darwin'
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      isMac ? { role: 'appMenu' } : { label: words.file, submenu: [{ role: 'quit', label: words.quit }] },
      { role: 'editMenu' },
      {
        label: words.view,
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...developer,
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
