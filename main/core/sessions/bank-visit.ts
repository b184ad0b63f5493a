import { join } from 'node:path'
import type { Page } from 'playwright'
import type { BankProfile } from '../banks/types.ts'
import { startHostGuard } from '../browser/host-guard.ts'
import { type LaunchedBrowser, launchBrowser } from '../browser/launch.ts'
import { createPageActions } from '../browser/page-actions.ts'
import type { RoomDoor } from '../browser/room-door.ts'
import { openScriptRoom, type ScriptRoom } from '../browser/script-room.ts'
import type { PageActions } from '../browser/types.ts'
import { within } from '../browser/within.ts'
import { messageOf } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'
import { second } from '../time.ts'
import type { Limits } from './limits.ts'

export interface VisitDeps {
  readonly dataDir: string
  readonly now: Clock
  readonly log: Log
  readonly limits: Limits
  readonly browserPath: () => Promise<string>
}

export interface VisitInput {
  readonly accountId: string
  readonly profile: BankProfile
  readonly isShown: boolean
  /** Of the screen on which a person will look at the page. */
  readonly pixelRatio: number
  readonly onLine: (line: string) => void
  readonly onAct: (action: string) => void
  readonly note: (event: string, fields: Record<string, unknown>) => void
  /** Puts what it needs between the script and the page. */
  readonly gate: (actions: PageActions, page: Page) => PageActions
  /** Time of a person on the page so far. */
  readonly pausedMs: () => number
  readonly requestCode: NonNullable<RoomDoor['requestOtp']>
  /** The browser ended by itself. */
  readonly onLost: () => void
  /** Aborted when the reading has to end now: the browser is then killed. */
  readonly signal: AbortSignal
}

/** A bank page with a script room beside it. */
export interface Visit {
  readonly room: ScriptRoom
  readonly browser: LaunchedBrowser
  /** `{ host: count }` of what was refused so far, to the bank page by the host guard and to the script in its room. */
  refused(): Record<string, number>
}

export const profileFolder = (dataDir: string, accountId: string): string => join(dataDir, 'profiles', accountId)

/** Guard, browser and script room of one account, put on `opened`, which closes them in reverse order. */
export async function openVisit(deps: VisitDeps, input: VisitInput, opened: AsyncDisposableStack): Promise<Visit> {
  const { limits, log, now } = deps
  const { signal, profile } = input
  const keep = async <T>(work: Promise<T>, close: (it: T) => Promise<void>): Promise<T> => {
    const it = await work
    opened.defer(() => close(it))
    signal.throwIfAborted()
    return it
  }

  const executablePath = await deps.browserPath()
  const guard = await keep(startHostGuard({ rules: profile.rules }), (each) => each.close())
  const deadEnd = await keep(startHostGuard({ rules: [] }), (each) => each.close())
  const browser = await keep(
    launchBrowser({
      executablePath,
      profileDir: profileFolder(deps.dataDir, input.accountId),
      headless: !input.isShown,
      pixelRatio: input.pixelRatio,
      locale: profile.locale,
      timeZone: profile.timeZone,
      proxyUrl: guard.url,
      launchLimitMs: limits.launchMs,
      closeLimitMs: limits.closeMs,
      log,
      signal,
    }),
    (each) => (signal.aborted ? each.kill() : each.close()),
  )
  signal.addEventListener('abort', () => void browser.kill(), { once: true })
  browser.gone.then((how) => how === 'lost' && input.onLost())

  const triedByScript = new Map<string, number>()
  const room = await keep(
    openScriptRoom({
      browser: browser.browser,
      deadEndUrl: deadEnd.url,
      actions: input.gate(createPageActions({ page: browser.page, guard, now, note: input.note }), browser.page),
      onLine: input.onLine,
      onAct: input.onAct,
      requestOtp: input.requestCode,
      pausedMs: input.pausedMs,
      log,
      onRefused({ way, target }) {
        input.note('script_refused', { way, target })
        triedByScript.set(target, (triedByScript.get(target) ?? 0) + 1)
      },
    }),
    // The browser closes next and takes with it a room that hangs.
    (each) =>
      within(5 * second, () => new Error('no answer'), each.close()).catch((error) =>
        log.warn('room_close_failed', { message: messageOf(error) }),
      ),
  )
  const refused = () => {
    const all = guard.refused()
    for (const [target, count] of triedByScript) all[target] = (all[target] ?? 0) + count
    return all
  }
  return { room, browser, refused }
}
