import { setTimeout as wait } from 'node:timers/promises'
import type { Control } from '../bank-window/control.ts'
import { ScriptError, type ScriptFacts, type ScriptResult, type ScriptRoom } from '../browser/script-room.ts'
import { second } from '../time.ts'
import type { Entrance } from './entrance.ts'
import { categoryOf, RunFailure } from './failures.ts'
import type { Limits } from './limits.ts'
import type { LoginWatch } from './login-watch.ts'
import type { Recorder } from './recorder.ts'

export type ActListener = (action: string) => void

/** A bank whose page is open, with the script that reads it. */
export interface OpenBank {
  readonly room: ScriptRoom
  readonly code: string
  readonly facts: ScriptFacts
  readonly loginMode: 'simple' | 'assisted'
  readonly limits: Limits
  readonly recorder: Recorder
  readonly signal: AbortSignal
  readonly watch: LoginWatch
  readonly entrance: Pick<Entrance, 'logIn'>
  readonly control: Pick<Control, 'personTimeMs'>
  readonly page: {
    /** The browser shows its own page instead of one of the bank. */
    isLost(): boolean
    reload(): Promise<void>
  }
  /** Adds to the trail. */
  readonly note: (event: string, fields: Record<string, unknown>) => void
  /** Whoever stands here is told before every act of the script on the page. */
  readonly acts: { listener: ActListener }
}

export type Entered = Exclude<ScriptResult, { kind: 'other' }>

const neededHooks = ['login', 'isAuthenticated', 'poll']

/** Milliseconds that are left of a limit which begins now, without the time of a person on the page; at least 1. */
export function startLimit(ms: number, personTimeMs: () => number): () => number {
  const end = performance.now() + ms - personTimeMs()
  return () => Math.max(1, end + personTimeMs() - performance.now())
}

/**
 * Lets the script read the bank once and returns what it returned (spec 9.4, 9.5): the list of a one-shot script, or
 * one poll of a hook script after login and authentication.
 */
export async function readBank(bank: OpenBank): Promise<unknown> {
  const left = startLimit(bank.limits.scriptMs, bank.control.personTimeMs)
  const result = await loadScript(bank, left)
  if (result.kind === 'list') {
    bank.watch.confirm()
    return result.value
  }
  await logIn(bank, left)
  return bank.recorder.wrap('poll', () => bank.room.hook('poll', left()))
}

/** Submits the credentials and waits until the bank is open. */
export async function logIn(bank: OpenBank, left: () => number): Promise<void> {
  await bank.recorder.wrap('login', () => bank.entrance.logIn(() => bank.room.hook('login', left())))
  await bank.recorder.wrap('auth_wait', () => waitForAuthentication(bank, left))
  bank.watch.confirm()
}

/** Acts that read the page rather than move on it: a script that lists is then no longer logging in. */
const readingActs = new Set(['rows', 'download'])

/** Runs the body of the script: for a list this is the whole reading, for hooks only what makes them. */
export async function loadScript(bank: OpenBank, left: () => number): Promise<Entered> {
  const { recorder, room, code, facts, acts } = bank
  return recorder.wrap('load_script', async (done) => {
    let hasActed = false
    // A script says nothing of its stages; what it does with the page shows where it is.
    acts.listener = (action) => {
      done()
      hasActed = true
      if (readingActs.has(action)) recorder.pass('movements_fetch')
      else if (recorder.stage === 'load_script') recorder.pass('login')
    }
    try {
      return checkShape(await room.run(code, facts, left()))
    } catch (error) {
      // A script that threw before it did anything, without a category of its own, could not be loaded.
      if (!hasActed && error instanceof ScriptError && categoryOf(error.message) === null)
        throw new RunFailure('script_load_failed', error.message, { cause: error })
      throw error
    } finally {
      acts.listener = () => undefined
    }
  })
}

function checkShape(result: ScriptResult): Entered {
  const wrong = (message: string) => new RunFailure('script_load_failed', message)
  if (result.kind === 'other')
    throw wrong(`the script must return a list of transactions or an object with hooks, but returned ${result.type}`)
  const absent = result.kind === 'hooks' ? neededHooks.filter((name) => !result.hooks.includes(name)) : []
  if (absent.length > 0) throw wrong(`the script returned hooks without ${absent.join(', ')}`)
  return result
}

async function waitForAuthentication(bank: OpenBank, left: () => number): Promise<void> {
  const { room, limits, signal, watch } = bank
  const isAssisted = bank.loginMode === 'assisted'
  const limitMs = isAssisted ? limits.authAssistedMs : limits.authSimpleMs
  const deadline = performance.now() + limitMs
  for (let checks = 1; ; checks += 1) {
    const started = performance.now()
    if ((await room.hook('isAuthenticated', left())) === true) return
    const outcome = await watch.look()
    // A page on its way shows nothing yet: only the second look says that the script has left it to a person.
    if (isAssisted && (checks > 1 || outcome !== null))
      watch.callPerson(outcome, Math.round(deadline - performance.now()))
    const now = performance.now()
    if (now >= deadline)
      throw new RunFailure(
        'auth_timeout',
        `auth_timeout: the bank did not open within ${limitMs / second} s after login`,
      )
    const pause = Math.min(limits.authCheckMs - (now - started), deadline - now)
    if (pause > 0) await wait(pause, undefined, { signal })
  }
}
