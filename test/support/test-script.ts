import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ScriptRoomDeps } from '../../main/core/browser/script-room.ts'
import { projectRoot } from './ports.ts'
import type { TestBrowser } from './test-browser.ts'
import { facts, openTestRoom } from './test-room.ts'

type AskForCode = NonNullable<ScriptRoomDeps['requestOtp']>

export interface ScriptTest {
  readonly bankCode: string
  readonly version: string
  readonly loginUrl: string
  readonly username: string
  readonly password: string
  readonly timeZone: string
  /** Answers the script's question for a code; `resend` is the script's own. Absent: no code can be asked for. */
  readonly onCode?: (ask: {
    descriptor: Parameters<AskForCode>[0]
    resend: () => Promise<void>
    number: number
  }) => Promise<string>
}

/** A shipped script loaded in the real room of a real browser that was never at the bank before. */
export async function loadShippedScript(browser: TestBrowser, test: ScriptTest) {
  const { bankCode, version, loginUrl, username, password, timeZone, onCode } = test
  await browser.context.clearCookies()
  await browser.page.goto('about:blank')
  const file = join(projectRoot, 'resources', 'banks', bankCode, `extract_transactions.v${version}.js`)
  let asked = 0
  const room = await openTestRoom(browser, {
    ...(onCode
      ? {
          requestOtp: (descriptor, resend) => {
            asked += 1
            return onCode({ descriptor, resend, number: asked })
          },
        }
      : {}),
  })
  const result = await room.run(
    readFileSync(file, 'utf8'),
    { ...facts, username, password, loginUrl, timeZone },
    10_000,
  )
  return {
    result,
    lines: () => room.lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    codesAsked: () => asked,
    login: () => room.hook('login', 120_000),
    isAuthenticated: () => room.hook('isAuthenticated', 10_000),
    poll: () => room.hook('poll', 60_000) as Promise<Record<string, unknown>[]>,
    keepAlive: () => room.hook('keepAlive', 20_000),
    close: room.close,
  }
}

export type LoadedScript = Awaited<ReturnType<typeof loadShippedScript>>
