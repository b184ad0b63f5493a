import { describe, expect, it } from 'vitest'
import { createControl } from '../../main/core/bank-window/control.ts'
import { testClock } from '../support/ports.ts'

const settled = async (work: Promise<unknown>): Promise<string> =>
  Promise.race([
    work.then(
      () => 'done',
      (error) => `failed: ${error.message}`,
    ),
    new Promise<string>((resolve) => setTimeout(() => resolve('waiting'), 20)),
  ])

describe('who acts', () => {
  it('is the script until a person takes over, and again after the person hands back', async () => {
    const control = createControl({ now: Date.now })
    expect(control.acting).toEqual({ actor: 'script' })
    expect(await settled(control.whenScriptMayAct())).toBe('done')
    control.take()
    expect(control.acting).toEqual({ actor: 'person', reason: 'asked', prompt: null })
    const first = control.whenScriptMayAct()
    const second = control.whenScriptMayAct()
    expect(await settled(first)).toBe('waiting')
    control.handBack()
    expect(await settled(Promise.all([first, second]))).toBe('done')
    expect(await settled(control.whenScriptMayAct())).toBe('done')
  })

  it('is the person by itself when a login needs a step that only a person can do', () => {
    const control = createControl({ now: Date.now })
    control.take({ reason: 'step', prompt: 'Approve in the app of the bank' })
    expect(control.acting).toEqual({ actor: 'person', reason: 'step', prompt: 'Approve in the app of the bank' })
    control.take()
    expect(control.acting).toMatchObject({ reason: 'step' })
  })

  it('tells its listeners, until they no longer listen', () => {
    const control = createControl({ now: Date.now })
    const seen: string[] = []
    const off = control.onChange(({ actor }) => seen.push(actor))
    control.take()
    control.take()
    control.handBack()
    control.handBack()
    off()
    control.take()
    expect(seen).toEqual(['person', 'script'])
  })

  it('counts the time of the person, also while it runs', () => {
    const clock = testClock()
    const control = createControl({ now: clock.now })
    clock.advance(5000)
    expect(control.personTimeMs()).toBe(0)
    control.take()
    clock.advance(2000)
    control.take({ reason: 'step' })
    clock.advance(1000)
    expect(control.personTimeMs()).toBe(3000)
    control.handBack()
    clock.advance(9000)
    control.take()
    clock.advance(500)
    expect(control.personTimeMs()).toBe(3500)
  })

  it('ends the waiting of a script with its session', async () => {
    const session = new AbortController()
    const control = createControl({ now: Date.now, signal: session.signal })
    control.take()
    const waiting = control.whenScriptMayAct()
    session.abort(new Error('the session ended'))
    expect(await settled(waiting)).toBe('failed: the session ended')
    const other = createControl({ now: Date.now, signal: session.signal })
    other.take()
    expect(await settled(other.whenScriptMayAct())).toBe('failed: the session ended')
  })
})
