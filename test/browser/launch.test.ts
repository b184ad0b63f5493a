import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startHostGuard } from '../../main/core/browser/host-guard.ts'
import { type LaunchOptions, launchBrowser } from '../../main/core/browser/launch.ts'
import { jpegSize } from '../bank-window/jpeg-size.ts'
import { createQuietLog } from '../support/quiet-log.ts'
import { browserPath, temporaryFolder } from '../support/test-browser.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function options(
  change: Partial<LaunchOptions> = {},
): Promise<LaunchOptions & { log: ReturnType<typeof createQuietLog> }> {
  const folder = temporaryFolder()
  ends.push(folder.remove)
  const guard = await startHostGuard({ rules: [], env: {} })
  ends.push(guard.close)
  return {
    executablePath: browserPath(),
    profileDir: join(folder.path, 'profiles', 'account-1'),
    headless: true,
    locale: 'es-UY',
    timeZone: 'America/Montevideo',
    proxyUrl: guard.url,
    ...change,
    log: createQuietLog(),
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('launching the browser of an account', () => {
  it('opens one page of the asked size, language and zone, which does not see that it is driven', async () => {
    const asked = await options()
    const browser = await launchBrowser(asked)
    ends.push(browser.close)
    const seen = await browser.page.evaluate(() => ({
      size: [innerWidth, innerHeight],
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      driven: navigator.webdriver,
    }))
    expect(seen).toEqual({ size: [1280, 800], language: 'es-UY', zone: 'America/Montevideo', driven: false })
    expect(existsSync(asked.profileDir)).toBe(true)
  })

  it('draws finer for a person with a fine screen, which the page does not see', async () => {
    const widthWith = async (pixelRatio: number) => {
      const browser = await launchBrowser(await options({ pixelRatio }))
      ends.push(browser.close)
      await browser.page.setContent('<p>a page')
      const line = await browser.context.newCDPSession(browser.page)
      const picture = new Promise<string>((resolve) => line.once('Page.screencastFrame', ({ data }) => resolve(data)))
      await line.send('Page.startScreencast', { format: 'jpeg', maxWidth: 4000, maxHeight: 4000 })
      const [width] = jpegSize(Buffer.from(await picture, 'base64'))
      return { width, seen: await browser.page.evaluate('[devicePixelRatio, innerWidth, innerHeight]') }
    }
    expect(await widthWith(2)).toEqual({ width: 2560, seen: [1, 1280, 800] })
    expect(await widthWith(1)).toEqual({ width: 1280, seen: [1, 1280, 800] })
  }, 40_000)

  it('reports its own closing and a crash differently', async () => {
    const asked = await options()
    const closed = await launchBrowser(asked)
    await closed.close()
    expect(await closed.gone).toBe('closed')
    expect(asked.log.lines).toEqual([])

    const crashed = await launchBrowser(asked)
    ends.push(crashed.kill)
    crashed.page.goto('chrome://crash').catch(() => undefined)
    expect(await crashed.gone).toBe('lost')
    expect(asked.log.lines.map((line) => line.event)).toEqual(['browser_lost'])
  })

  it('ends a browser at once when it is killed', async () => {
    const browser = await launchBrowser(await options())
    const looping = browser.page.evaluate('for (;;) {}').catch(() => 'ended')
    await browser.kill()
    expect(await looping).toBe('ended')
    expect(browser.browser.isConnected()).toBe(false)
  })

  it('says what is wrong when there is no such program', async () => {
    await expect(launchBrowser(await options({ executablePath: '/nowhere/chromium' }))).rejects.toMatchObject({
      code: 'browser.launch',
      message: expect.stringContaining('/nowhere/chromium could not be started'),
    })
  })

  it('ends a browser that appears after its limit', async () => {
    const folder = temporaryFolder()
    ends.push(folder.remove)
    const slow = join(folder.path, 'slow-browser')
    const pidFile = join(folder.path, 'pid')
    writeFileSync(slow, `#!/bin/sh\necho $$ > ${pidFile}\nsleep 1\nexec ${browserPath()} "$@"\n`)
    chmodSync(slow, 0o755)
    await expect(launchBrowser(await options({ executablePath: slow, launchLimitMs: 300 }))).rejects.toThrow(
      'could not be started',
    )
    await expect.poll(() => existsSync(pidFile)).toBe(true)
    const pid = Number(readFileSync(pidFile, 'utf8'))
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  it('stops launching when the signal is aborted', async () => {
    const stop = new AbortController()
    const launching = launchBrowser(await options({ signal: stop.signal }))
    stop.abort(new Error('stopped by the user'))
    await expect(launching).rejects.toThrow('stopped by the user')
  })

  it('refuses a second browser on the same profile', async () => {
    const asked = await options()
    const first = await launchBrowser(asked)
    ends.push(first.close)
    await expect(launchBrowser({ ...asked, launchLimitMs: 10_000 })).rejects.toMatchObject({ code: 'browser.launch' })
    expect(await first.page.evaluate('1 + 1')).toBe(2)
  })
})
