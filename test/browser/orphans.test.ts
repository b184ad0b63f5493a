import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, lstatSync, mkdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startHostGuard } from '../../main/core/browser/host-guard.ts'
import { launchBrowser } from '../../main/core/browser/launch.ts'
import { endOrphanBrowsers } from '../../main/core/browser/orphans.ts'
import { browsersOf } from '../support/browser-processes.ts'
import { recordingLog } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'
import { browserPath } from '../support/test-browser.ts'

const note = 'reconbanker-browser.pid'
const locks = ['SingletonLock', 'SingletonCookie', 'SingletonSocket']
const has = (path: string) => {
  try {
    return lstatSync(path) !== undefined
  } catch {
    // It is gone.
    return false
  }
}

/** A browser that a run of the program left behind: it lives on, and nobody holds it. */
async function leaveBrowser(profileDir: string): Promise<number> {
  mkdirSync(profileDir, { recursive: true })
  const args = ['--headless=new', '--no-sandbox', '--remote-debugging-port=0', 'about:blank']
  const child = spawn(browserPath(), [`--user-data-dir=${profileDir}`, ...args], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await expect.poll(() => has(join(profileDir, 'SingletonLock')), { timeout: 15_000 }).toBe(true)
  return child.pid ?? 0
}

async function open(profileDir: string) {
  const guard = await startHostGuard({ rules: [], env: {} })
  onTestFinished(guard.close)
  return launchBrowser({
    executablePath: browserPath(),
    profileDir,
    headless: true,
    locale: 'es-UY',
    timeZone: 'UTC',
    proxyUrl: guard.url,
    log: recordingLog().log,
  })
}

describe('at the start of the program', () => {
  it('browsers that a dead run left are ended, each with its locks, and the profile opens again', async () => {
    const profiles = tempDir()
    const [one, two] = [join(profiles, 'account-1'), join(profiles, 'account-2')]
    await Promise.all([leaveBrowser(one), leaveBrowser(two)])
    const { log, lines } = recordingLog()
    expect(await endOrphanBrowsers(profiles, log)).toBe(2)
    for (const profile of [one, two]) {
      await expect.poll(() => browsersOf(profile), { timeout: 5000 }).toEqual([])
      for (const lock of locks) expect(has(join(profile, lock))).toBe(false)
    }
    expect(lines.filter(({ event }) => event === 'orphan_browser_ended')).toHaveLength(2)
    const browser = await open(one)
    expect(browsersOf(one)).toHaveLength(1)
    await browser.close()
  }, 40_000)

  it('a process that has the number of a dead browser by now is left alone', async () => {
    const profile = join(tempDir(), 'account-1')
    mkdirSync(profile)
    const stranger = spawn('sleep', ['60'])
    onTestFinished(() => void stranger.kill())
    await once(stranger, 'spawn')
    writeFileSync(join(profile, note), String(stranger.pid))
    symlinkSync(`${hostname()}-${stranger.pid}`, join(profile, 'SingletonLock'))
    expect(await endOrphanBrowsers(join(profile, '..'), recordingLog().log)).toBe(0)
    expect(stranger.exitCode).toBeNull()
    expect(existsSync(`/proc/${stranger.pid}`)).toBe(true)
    for (const left of [note, 'SingletonLock']) expect(has(join(profile, left))).toBe(false)
  })

  it('locks of a browser of another computer, or of one that is gone, do not keep the profile closed', async () => {
    const profile = join(tempDir(), 'account-1')
    mkdirSync(profile)
    symlinkSync('another-computer-4711', join(profile, 'SingletonLock'))
    symlinkSync('/nowhere/SingletonSocket', join(profile, 'SingletonSocket'))
    await endOrphanBrowsers(join(profile, '..'), recordingLog().log)
    const browser = await open(profile)
    expect(readlinkSync(join(profile, 'SingletonLock'))).toContain(hostname())
    await browser.close()
  }, 40_000)

  it('a profile that cannot be cleaned does not keep the others from it', async () => {
    const profiles = tempDir()
    const good = join(profiles, 'account-2')
    mkdirSync(join(profiles, 'account-1', 'SingletonLock', 'a folder'), { recursive: true })
    mkdirSync(good)
    symlinkSync(`${hostname()}-999999999`, join(good, 'SingletonLock'))
    const { log, lines } = recordingLog()
    expect(await endOrphanBrowsers(profiles, log)).toBe(0)
    expect(has(join(good, 'SingletonLock'))).toBe(false)
    expect(lines.map(({ event }) => event)).toEqual(['orphan_browser_left'])
  })
})

describe('a profile', () => {
  it('that a browser of somebody else holds is not opened a second time, and says so', async () => {
    const profile = join(tempDir(), 'account-1')
    await leaveBrowser(profile)
    await expect(open(profile)).rejects.toThrow(/Another browser uses the profile folder|could not be started/)
    expect(browsersOf(profile)).toHaveLength(1)
  }, 40_000)

  it('whose folder is something else is not opened, and says what to do', async () => {
    const profile = join(tempDir(), 'account-1')
    writeFileSync(profile, 'not a folder')
    await expect(open(profile)).rejects.toThrow(`The profile folder ${profile} cannot be written to.`)
    expect(browsersOf(profile)).toEqual([])
  })
})
