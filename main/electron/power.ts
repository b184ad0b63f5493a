import { powerMonitor } from 'electron'
import type { Log } from '../core/ports.ts'

/** Writes down when the computer slept, which explains late readings, and quits in order before it shuts down. */
export function followPower(log: Log, quit: () => void): void {
  powerMonitor.on('suspend', () => log.info('computer sleeps'))
  powerMonitor.on('resume', () => log.info('computer is awake'))
  // Electron passes an event that can hold the shutdown back, which its types leave out.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    quit()
  })
}
