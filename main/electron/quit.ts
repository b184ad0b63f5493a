import { app } from 'electron'
import type { Log } from '../core/ports.ts'

const limitMs = 4_500

export interface Quitting {
  /** True once the program is on its way out; the window may close then. */
  hasBegun(): boolean
}

/**
 * Holds every quit (menu, tray, signal, log-off) until `stop` is done, at most for 4.5 s. The data is safe also when
 * that time is over: every commit is on disk before it is acknowledged.
 */
export function stopBeforeQuit(stop: () => Promise<void>, log: Log): Quitting {
  let begun = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (begun) return
    begun = true
    const late = setTimeout(() => {
      log.error('stop took too long', { limitMs })
      app.exit(1)
    }, limitMs)
    stop().then(
      () => {
        clearTimeout(late)
        app.exit(0)
      },
      (error: unknown) => {
        log.error('stop failed', { error })
        app.exit(1)
      },
    )
  })
  return { hasBegun: () => begun }
}
