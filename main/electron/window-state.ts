import { type BrowserWindow, screen } from 'electron'
import Store from 'electron-store'
import { z } from 'zod'

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(480),
  height: z.int().min(320),
  maximized: z.boolean(),
})

const usual = { width: 1280, height: 860 }

export interface WindowState {
  /** Where the window was, unless that screen is gone. */
  bounds(): { width: number; height: number; x?: number; y?: number }
  isMaximized(): boolean
  remember(window: BrowserWindow): void
}

/** Size and place of the window, kept in `shell.json` beside Electron's own files. */
export function createWindowState(): WindowState {
  const store = new Store<Record<string, unknown>>({ name: 'shell', clearInvalidConfig: true })
  const last = stateSchema.safeParse(store.get('window')).data
  return {
    bounds() {
      if (!last) return usual
      const { x, y, width, height } = last
      return isOnAScreen(last) ? { x, y, width, height } : { width, height }
    },
    isMaximized: () => last?.maximized ?? false,
    remember(window) {
      if (window.isDestroyed()) return
      store.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() })
    },
  }
}

/** The title bar's middle must be reachable. */
const isOnAScreen = ({ x, y, width }: { x: number; y: number; width: number }): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const middle = x + width / 2
    return (
      middle >= workArea.x &&
      middle <= workArea.x + workArea.width &&
      y >= workArea.y &&
      y < workArea.y + workArea.height
    )
  })
