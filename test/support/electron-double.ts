/**
 * Electron's interface on top of real Chromium, for machines without Electron's binary: the host's own code runs
 * unchanged, and window, preload, scheme, tray and toasts run for real. What differs from Electron: the scheme's handler
 * stands behind a loopback server (so that is where the page's location points), the preload shares the page's world,
 * windows have no frame, tray and toasts are objects to look at. Whatever is not implemented throws with its name.
 */
import { app } from './electron-double/app.ts'
import { BrowserWindow } from './electron-double/browser-window.ts'
import { listenToTest } from './electron-double/control.ts'
import { ipcMain } from './electron-double/ipc-main.ts'
import { protocol } from './electron-double/protocol.ts'
import { safeStorage } from './electron-double/safe-storage.ts'
import { session } from './electron-double/session.ts'
import {
  dialog,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  screen,
  shell,
  shown,
  Tray,
} from './electron-double/shell-parts.ts'
import { strict } from './electron-double/strict.ts'

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
}

const electron = strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
})
export default electron

listenToTest({ ...electron, shown })
