import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../main/core/browser/find.ts'

const having = (...files: string[]) => ({ isFile: (path: string) => files.includes(path) })

describe('finding a browser', () => {
  it('takes what RECONBANKER_BROWSER names, and says so when that is nothing', () => {
    const env = { RECONBANKER_BROWSER: '/opt/my/chrome' }
    expect(findBrowser({ env, ...having('/opt/my/chrome', '/usr/bin/chromium') })).toBe('/opt/my/chrome')
    expect(() => findBrowser({ env, ...having('/usr/bin/chromium') })).toThrow(
      'RECONBANKER_BROWSER points to /opt/my/chrome',
    )
  })

  it('prefers Chrome, then Edge, then Chromium, and searches the path', () => {
    const linux = { env: { PATH: '/home/me/bin:/usr/bin' }, platform: 'linux' as const }
    expect(findBrowser({ ...linux, ...having('/usr/bin/chromium', '/usr/bin/google-chrome') })).toBe(
      '/usr/bin/google-chrome',
    )
    expect(findBrowser({ ...linux, ...having('/usr/bin/chromium', '/usr/bin/microsoft-edge') })).toBe(
      '/usr/bin/microsoft-edge',
    )
    expect(findBrowser({ ...linux, ...having('/home/me/bin/chromium') })).toBe('/home/me/bin/chromium')
    expect(findBrowser({ ...linux, ...having() })).toBeNull()
  })

  it("takes Snap's Chromium only when there is nothing else", () => {
    const linux = { env: { PATH: '/snap/bin:/usr/bin' }, platform: 'linux' as const }
    expect(findBrowser({ ...linux, ...having('/snap/bin/chromium', '/usr/bin/chromium') })).toBe('/usr/bin/chromium')
    expect(findBrowser({ ...linux, ...having('/snap/bin/chromium') })).toBe('/snap/bin/chromium')
  })

  it('knows the places of macOS and Windows', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    expect(findBrowser({ env: {}, platform: 'darwin', ...having(edge) })).toBe(edge)
    const chrome = 'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
    const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' }
    expect(findBrowser({ env, platform: 'win32', ...having(chrome) })).toBe(chrome)
  })
})
