import { statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AppError } from '../errors.ts'

export interface FindOptions {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
  readonly isFile?: (path: string) => boolean
}

const isFileOnDisk = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

// Snap's Chromium comes last: it cannot use a profile folder outside its own.
const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
]
const linuxPlaces = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/microsoft/msedge', '/snap/bin']
const macPlaces = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
]
const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

function candidates(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return windowsPlaces.flatMap((place) => roots.map((root) => `${root}\\${place}`))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])]
    return macPlaces.flatMap((place) => roots.map((root) => join(root, place)))
  }
  const folders = [...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''), ...linuxPlaces]
  const all = linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...all.filter((path) => !path.startsWith('/snap/')), ...all.filter((path) => path.startsWith('/snap/'))]
}

/**
 * Path of an installed Chrome, Edge or Chromium, or `null`. `RECONBANKER_BROWSER` overrides the search; when it points
 * to nothing, `browser.missing` says so.
 */
export function findBrowser({
  env = process.env,
  platform = process.platform,
  isFile = isFileOnDisk,
}: FindOptions = {}): string | null {
  const override = env.RECONBANKER_BROWSER
  if (override) {
    if (isFile(override)) return override
    throw new AppError(
      'unavailable',
      'browser.missing',
      `RECONBANKER_BROWSER points to ${override}, which is no file. Set it to the program file of Chrome, Edge or Chromium, or remove it.`,
    )
  }
  return candidates(platform, env).find(isFile) ?? null
}

/** Path of Playwright's own Chromium when it has been downloaded before, or `null`. */
export async function findOwnBuild(isFile: (path: string) => boolean = isFileOnDisk): Promise<string | null> {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return path !== '' && isFile(path) ? path : null
}
