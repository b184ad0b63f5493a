import { describe, expect, it } from 'vitest'
import { ScriptError, type ScriptResult } from '../../main/core/browser/script-room.ts'
import { judge } from '../../main/core/sessions/failures.ts'
import { type ActListener, readBank } from '../../main/core/sessions/read-bank.ts'
import { type Hook, openFakeBank } from '../support/fake-bank.ts'

const allHooks: ScriptResult = { kind: 'hooks', hooks: ['login', 'isAuthenticated', 'poll'] }
const fail = (message: string) => () => {
  throw new ScriptError(message)
}

/** Reads a bank whose script does what the test says; `act` is an act on the page. */
async function readWith(
  run: (act: ActListener) => ScriptResult,
  hooks: Partial<Record<Hook, () => unknown>> = {},
  loginMode: 'simple' | 'assisted' = 'simple',
) {
  const { bank, recorder, stages, steps } = openFakeBank({ run, hooks, loginMode })
  const read = readBank(bank)
  const outcome = await read.then(
    (value) => ({ value, verdict: null }),
    (error) => {
      const verdict = judge(error, { givenStage: recorder.stage, failedStage: recorder.failedStage })
      recorder.fail(verdict, error)
      return { value: null, verdict }
    },
  )
  return { ...outcome, steps: steps(), stages }
}

describe('a list script', () => {
  it('is loaded until it first acts, then logs in, then reads', async () => {
    const read = await readWith((act) => {
      for (const action of ['goto', 'fill', 'click', 'rows', 'click', 'download']) act(action)
      return { kind: 'list', value: [1] }
    })
    expect(read).toMatchObject({
      value: [1],
      steps: ['load_script success'],
      stages: ['load_script', 'login', 'movements_fetch'],
    })
  })

  it.each<[string, ScriptResult | string, string, string[]]>([
    ['returns something else', { kind: 'other', type: 'number' }, 'script_load_failed', ['load_script failed']],
    ['returns hooks without login', { kind: 'hooks', hooks: ['poll'] }, 'script_load_failed', ['load_script failed']],
    ['throws without a category', 'boom', 'script_load_failed', ['load_script failed']],
    [
      'throws with a category',
      'detail_extraction_failed: no date',
      'detail_extraction_failed',
      ['load_script failed', 'detail_extraction failed'],
    ],
    ['does not end', 'timeout: too long', 'timeout', ['load_script failed']],
  ])('that has not acted and %s', async (_, result, type, steps) => {
    const read = await readWith(() => (typeof result === 'string' ? fail(result)() : result))
    expect(read.verdict?.type).toBe(type)
    expect(read.steps).toEqual(steps)
  })

  it('that has acted fails where it was', async () => {
    const read = await readWith((act) => {
      act('goto')
      return fail('boom')()
    })
    expect(read).toMatchObject({
      verdict: { type: 'unknown', stage: 'login' },
      steps: ['load_script success', 'login failed'],
    })
  })
})

describe('a hook script', () => {
  const good = { isAuthenticated: () => true, poll: () => ['row'] }

  it('logs in, waits and polls once', async () => {
    let asked = 0
    const read = await readWith(() => allHooks, { ...good, isAuthenticated: () => ++asked === 3 })
    expect(read).toMatchObject({
      value: ['row'],
      steps: ['load_script success', 'login success', 'auth_wait success', 'poll success'],
      stages: ['load_script', 'login', 'auth_wait', 'poll'],
    })
    expect(asked).toBe(3)
  })

  it.each<[Hook, string, string, string, string[]]>([
    ['login', 'login_failed: wrong', 'login_failed', 'login', ['login failed']],
    ['login', 'boom', 'unknown', 'login', ['login failed']],
    ['login', 'navigation_failed: closed', 'navigation_failed', 'navigate', ['login failed', 'navigate failed']],
    [
      'isAuthenticated',
      'login_failed: wrong',
      'login_failed',
      'login',
      ['login success', 'auth_wait failed', 'login failed'],
    ],
    ['poll', 'boom', 'unknown', 'poll', ['login success', 'auth_wait success', 'poll failed']],
    [
      'poll',
      'movements_fetch_failed: 500',
      'movements_fetch_failed',
      'movements_fetch',
      ['login success', 'auth_wait success', 'poll failed', 'movements_fetch failed'],
    ],
  ])('whose %s throws %j', async (hook, message, type, stage, steps) => {
    const read = await readWith(() => allHooks, { ...good, [hook]: fail(message) })
    expect(read.verdict).toEqual({ type, stage, message })
    expect(read.steps).toEqual(['load_script success', ...steps])
  })

  it('is given up when the bank does not open in time; an assisted login has longer', async () => {
    const started = performance.now()
    const simple = await readWith(() => allHooks, { ...good, isAuthenticated: () => 'yes' })
    const between = performance.now()
    const assisted = await readWith(() => allHooks, { ...good, isAuthenticated: () => false }, 'assisted')
    expect(simple.verdict).toMatchObject({
      type: 'auth_timeout',
      stage: 'auth_wait',
      message: 'auth_timeout: the bank did not open within 0.03 s after login',
    })
    expect(simple.steps).toEqual(['load_script success', 'login success', 'auth_wait failed'])
    expect(assisted.verdict?.type).toBe('auth_timeout')
    expect(performance.now() - between).toBeGreaterThan(85)
    expect(between - started).toBeGreaterThan(25)
  })
})
