import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { messageOf } from '../core/errors.ts'
import type { Log } from '../core/ports.ts'

export interface AppWindow {
  close(): void
}

/**
 * Shows `url` in a window of its own of the browser found on this computer, with a profile below the data folder. That
 * it cannot be opened is no failure of the program: the address is printed, and one line says why.
 */
export async function openAppWindow(options: {
  url: string
  dataDir: string
  log: Log
  findBrowser: () => Promise<string>
}): Promise<AppWindow> {
  const { url, log } = options
  const tellAddress = (reason: string) => log.warn('no window opened', { reason, openYourself: url })
  if (!hasDisplay()) {
    tellAddress('this session has no screen')
    return { close: () => undefined }
  }
  try {
    const child = spawn(await options.findBrowser(), windowArguments(url, join(options.dataDir, 'window')), {
      stdio: 'ignore',
    })
    child.once('error', (error) => tellAddress(messageOf(error)))
    return { close: () => endGently(child) }
  } catch (error) {
    tellAddress(messageOf(error))
    return { close: () => undefined }
  }
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

const windowArguments = (url: string, profile: string): string[] => [
  `--app=${url}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  // Chromium refuses to run as root with its sandbox; our page has no foreign content.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

const endGently = (child: ChildProcess): void => {
  if (child.exitCode === null) child.kill()
}
