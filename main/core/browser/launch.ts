import { accessSync, constants, mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright'
import { AppError, messageOf } from '../errors.ts'
import type { Log, OpenedBrowser } from '../ports.ts'
import { second } from '../time.ts'
import { noteBrowser } from './orphans.ts'
import { within } from './within.ts'

export interface LaunchOptions {
  readonly executablePath: string
  /** One folder per account: two browsers on one profile damage it. */
  readonly profileDir: string
  readonly headless: boolean
  /** Pixels drawn per CSS pixel, 1 to 2; pages do not see it. A visible browser takes those of its screen. */
  readonly pixelRatio?: number
  readonly locale: string
  readonly timeZone: string
  /** Address of the host guard. */
  readonly proxyUrl: string
  readonly log: Log
  readonly launchLimitMs?: number
  readonly closeLimitMs?: number
  readonly signal?: AbortSignal
}

export interface LaunchedBrowser extends OpenedBrowser {
  readonly browser: NonNullable<OpenedBrowser['browser']>
  readonly page: Page
  /** Settles once, when the browser has ended: `closed` by us, or `lost` (crash, window closed by a person, killed). */
  readonly gone: Promise<'closed' | 'lost'>
  /** `null` when it ended first. */
  readonly pid: Promise<number | null>
  /** Ends the browser at once, without its own farewell. */
  kill(): Promise<void>
}

/**
 * Everything leaves through the host guard: no QUIC, no UDP past the proxy for WebRTC (one switch for Chrome, one for
 * headless shells), and names are not even looked up, since the guard does that. Pages do not see that they are driven.
 */
const switches = [
  '--disable-quic',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-blink-features=AutomationControlled',
]

/**
 * Starts Chromium with the profile of one account, own process isolation on except as root, where Chromium refuses it.
 * A browser that appears after its limit, or after the signal, is closed at once.
 */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { log, signal, launchLimitMs = 60 * second, closeLimitMs = 30 * second } = options
  const { chromium } = await import('playwright')
  signal?.throwIfAborted()
  makeProfile(options.profileDir)

  const launching = chromium.launchPersistentContext(options.profileDir, {
    executablePath: options.executablePath,
    headless: options.headless,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1280, height: 800 },
    locale: options.locale,
    timezoneId: options.timeZone,
    proxy: { server: options.proxyUrl, bypass: '<-loopback>' },
    args: [...switches, ...finer(options)],
    timeout: launchLimitMs,
    // The host decides how the program ends, not Playwright.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  try {
    const late = () => new Error(`it was not there after ${launchLimitMs / second} seconds`)
    const adopted = await adopt(await within(launchLimitMs, late, launching, signal), log, closeLimitMs)
    noteBrowser(options.profileDir, await adopted.pid)
    return adopted
  } catch (error) {
    launching
      .then((context) => context.close())
      .catch((end) => log.debug('late_browser_close', { message: messageOf(end) }))
    if (signal?.aborted) throw signal.reason
    throw new AppError('unavailable', 'browser.launch', readable(messageOf(error), options), { cause: error })
  }
}

/** Emulated in the page, the ratio would be seen by the bank and not by the live picture. */
const finer = ({ headless, pixelRatio = 1 }: LaunchOptions): string[] =>
  headless && pixelRatio > 1 ? [`--force-device-scale-factor=${Math.min(pixelRatio, 2)}`] : []

function makeProfile(profileDir: string): void {
  try {
    mkdirSync(profileDir, { recursive: true, mode: 0o700 })
    // A folder that cannot be written to would only show as a browser that ends without a reason.
    accessSync(profileDir, constants.W_OK)
  } catch (cause) {
    const text = `The profile folder ${profileDir} cannot be written to. Give the program the right to, or remove what stands in its place. Nothing was sent to the bank.`
    throw new AppError('unavailable', 'browser.profile', text, { cause })
  }
}

/** Playwright's text holds the whole command line and call log; the reason is in a few of its lines. */
function readable(message: string, { executablePath, profileDir }: LaunchOptions): string {
  if (/ProcessSingleton|already in use|SingletonLock/i.test(message))
    return `Another browser uses the profile folder ${profileDir}. Close it, or end the program that started it.`
  const first = message.split('\n')[0] ?? ''
  return `The browser ${executablePath} could not be started: ${first.slice(0, 300)}`
}

async function adopt(context: BrowserContext, log: Log, closeLimitMs: number): Promise<LaunchedBrowser> {
  const browser = context.browser()
  if (!browser) throw new Error('the browser gave no handle to itself')
  const page = context.pages()[0] ?? (await context.newPage())
  const pid = processId(browser)

  let isClosing = false
  const gone = new Promise<'closed' | 'lost'>((resolve) => {
    const end = (cause: string) => {
      if (!isClosing) log.warn('browser_lost', { cause })
      resolve(isClosing ? 'closed' : 'lost')
    }
    context.once('close', () => end('closed'))
    page.once('close', () => end('page closed'))
    page.once('crash', () => end('page crashed'))
  })

  const kill = async () => {
    isClosing = true
    const id = await pid
    try {
      if (id !== null) process.kill(id, 'SIGKILL')
    } catch {
      // It had already ended.
    }
    await within(5 * second, () => new Error('no answer'), context.close()).catch((error) =>
      log.warn('browser_kill_unconfirmed', { message: messageOf(error) }),
    )
  }

  return {
    context,
    browser,
    page,
    pid,
    gone,
    kill,
    async close() {
      isClosing = true
      try {
        const late = () => new Error(`The browser did not close within ${closeLimitMs / second} seconds and was ended`)
        await within(closeLimitMs, late, context.close())
      } catch (error) {
        await kill()
        throw error
      }
    },
  }
}

/** Asked once at launch: a browser that hangs later cannot be asked any more. */
async function processId(browser: LaunchedBrowser['browser']): Promise<number | null> {
  try {
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    await session.detach()
    return processInfo.find((each) => each.type === 'browser')?.id ?? null
  } catch {
    // The browser ended first.
    return null
  }
}
