import { setTimeout as wait } from 'node:timers/promises'
import { ScriptError, type ScriptFacts, type ScriptResult, type ScriptRoom } from '../browser/script-room.ts'
import { second } from '../time.ts'
import { categoryOf, RunFailure } from './failures.ts'
import type { Limits } from './limits.ts'
import type { Recorder } from './recorder.ts'

export type ActListener = (action: string) => void

export interface ReadInput {
  readonly room: ScriptRoom
  readonly code: string
  readonly facts: ScriptFacts
  readonly loginMode: 'simple' | 'assisted'
  readonly limits: Limits
  readonly recorder: Recorder
  readonly signal: AbortSignal
  /** Whoever stands here is told before every act of the script on the page. */
  readonly acts: { listener: ActListener }
}

const neededHooks = ['login', 'isAuthenticated', 'poll']

/**
 * Lets the script read the bank once and returns what it returned (spec 9.4, 9.5): the list of a one-shot script, or
 * one poll of a hook script after login and authentication.
 */
export async function readBank(input: ReadInput): Promise<unknown> {
  const { recorder, room, limits } = input
  const end = performance.now() + limits.scriptMs
  const left = () => Math.max(1, end - performance.now())

  const result = await loadScript(input, left)
  if (result.kind === 'list') return result.value
  await recorder.wrap('login', () => room.hook('login', left()))
  await recorder.wrap('auth_wait', () => waitForAuthentication(input, left))
  return recorder.wrap('poll', () => room.hook('poll', left()))
}

/** Acts that read the page rather than move on it: a script that lists is then no longer logging in. */
const readingActs = new Set(['rows', 'download'])

/** Runs the body of the script: for a list this is the whole reading, for hooks only what makes them. */
async function loadScript(input: ReadInput, left: () => number): Promise<Exclude<ScriptResult, { kind: 'other' }>> {
  const { recorder, room, code, facts, acts } = input
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

function checkShape(result: ScriptResult): Exclude<ScriptResult, { kind: 'other' }> {
  const wrong = (message: string) => new RunFailure('script_load_failed', message)
  if (result.kind === 'other')
    throw wrong(`the script must return a list of transactions or an object with hooks, but returned ${result.type}`)
  const absent = result.kind === 'hooks' ? neededHooks.filter((name) => !result.hooks.includes(name)) : []
  if (absent.length > 0) throw wrong(`the script returned hooks without ${absent.join(', ')}`)
  return result
}

async function waitForAuthentication(input: ReadInput, left: () => number): Promise<void> {
  const { room, limits, signal } = input
  const limitMs = input.loginMode === 'assisted' ? limits.authAssistedMs : limits.authSimpleMs
  const deadline = performance.now() + limitMs
  for (;;) {
    const started = performance.now()
    if ((await room.hook('isAuthenticated', left())) === true) return
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
