import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from '../node/data-dir.ts'

export interface DesktopFlags {
  readonly dataDir: string
  readonly allowLocalTargets: boolean
  /** Electron's own files: cookies and storage of the window, its size, the lock of the single instance. */
  readonly shellDir: string
}

/** Reads our flags; others may be Chromium's. */
export function parseDesktopFlags(args: readonly string[]): DesktopFlags {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' }, 'allow-local-targets': { type: 'boolean' } },
  })
  const given = values['data-dir']
  const dataDir = typeof given === 'string' && given !== '' ? resolve(given) : defaultDataDir()
  return {
    dataDir,
    allowLocalTargets: values['allow-local-targets'] === true,
    shellDir: join(dataDir, 'desktop'),
  }
}
