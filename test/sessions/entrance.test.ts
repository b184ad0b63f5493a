import { expect, it } from 'vitest'
import { createControl } from '../../main/core/bank-window/control.ts'
import type { LoginResult } from '../../main/core/browser/types.ts'
import { createEntrance } from '../../main/core/sessions/entrance.ts'

/** A script that waits for a code which nobody gives, at a page that a person has. */
function openEntrance(given: { outcomes: (LoginResult | null)[] }) {
  const outcomes = [...given.outcomes]
  const session = new AbortController()
  const control = createControl({ now: () => 0 })
  const outcome = async () => outcomes.shift() ?? null
  const entrance = createEntrance({ control, outcome, signal: session.signal, lookMs: 1 })
  const question = (signal: AbortSignal) =>
    new Promise<string>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('nobody answers')), { once: true })
    })
  return { control, entrance, session, question, left: () => outcomes.length }
}

it('ends the question and the login once the page that was handed back shows an open bank', async () => {
  const { control, entrance, question } = openEntrance({ outcomes: ['needs-code', null, 'inside'] })
  control.take()
  const login = entrance.logIn(() => entrance.ask(question))
  control.handBack()
  await login
})

it('asks on while the bank is not open, and says why when the session ends', async () => {
  const { control, entrance, question, session, left } = openEntrance({ outcomes: ['needs-code', 'needs-code'] })
  control.take()
  const login = entrance.logIn(() => entrance.ask(question))
  const failed = expect(login).rejects.toThrow('nobody answers')
  control.handBack()
  await expect.poll(left).toBe(0)
  session.abort()
  await failed
})

it('looks at nothing while the person has the page', async () => {
  const { control, entrance, question, session, left } = openEntrance({ outcomes: ['inside'] })
  const login = entrance.logIn(() => entrance.ask(question))
  const failed = expect(login).rejects.toThrow('nobody answers')
  control.take()
  expect(left()).toBe(1)
  session.abort()
  await failed
})

it('leaves a script that lists to itself', async () => {
  const { control, entrance, left } = openEntrance({ outcomes: ['inside'] })
  control.take()
  const code = entrance.ask(async () => {
    control.handBack()
    return '123456'
  })
  expect(await code).toBe('123456')
  expect(left()).toBe(1)
})
