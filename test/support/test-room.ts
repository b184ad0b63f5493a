import { createPageActions } from '../../main/core/browser/page-actions.ts'
import {
  openScriptRoom,
  type ScriptFacts,
  type ScriptRoom,
  type ScriptRoomDeps,
} from '../../main/core/browser/script-room.ts'
import { createQuietLog } from './quiet-log.ts'
import type { TestBrowser } from './test-browser.ts'

export const facts: ScriptFacts = {
  accountId: 'account-1',
  username: 'juan',
  password: 'S3cret-Word',
  lastExternalId: null,
  loginUrl: null,
  timeZone: 'America/Montevideo',
}

/** What the clock of the room says. */
export const roomNow = Date.parse('2026-05-12T10:00:00.000Z')

export interface TestRoom extends ScriptRoom {
  readonly lines: string[]
  readonly acts: string[]
}

/** A script room beside the bank page of a test browser. */
export async function openTestRoom(browser: TestBrowser, change: Partial<ScriptRoomDeps> = {}): Promise<TestRoom> {
  const lines: string[] = []
  const acts: string[] = []
  const room = await openScriptRoom({
    browser: browser.browser,
    deadEndUrl: browser.deadEnd.url,
    actions: createPageActions({
      page: browser.page,
      guard: browser.guard,
      now: () => roomNow,
      note: () => undefined,
    }),
    onLine: (line) => lines.push(line),
    onAct: (name) => acts.push(name),
    log: createQuietLog(),
    ...change,
  })
  return { ...room, lines, acts }
}
