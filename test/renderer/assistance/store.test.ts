import { expect, it } from 'vitest'
import { type Waiting, withWaiting } from '../../../renderer/features/assistance/store.ts'

const found = {
  id: 'r1',
  type: 'otp' as const,
  descriptor: { length: 6 },
  attempts: 1,
  expires_at: '2026-11-20T10:00:00Z',
}
const state = (waiting: Partial<Waiting> = {}, asked: string | null = null) => ({
  byAccount: { a: { ...found, refusals: 0, isResent: false, ...waiting } },
  asked,
})
const after = (...args: Parameters<typeof withWaiting>) => withWaiting(...args).byAccount?.a

it('counts a request that came again as a refused code', () => {
  expect(after(state(), 'a', { ...found, attempts: 2 }, { isResent: false })).toMatchObject({
    refusals: 1,
    isResent: false,
  })
})

it('does not call a message that was sent again a refusal', () => {
  expect(after(state(), 'a', { ...found, attempts: 2 }, { isResent: true })).toMatchObject({
    refusals: 0,
    isResent: true,
  })
})

it('keeps what is known when the same request is read once more', () => {
  expect(after(state({ attempts: 2, refusals: 1 }), 'a', { ...found, attempts: 2 })).toMatchObject({ refusals: 1 })
})

it('begins anew with another request', () => {
  expect(after(state({ attempts: 2, refusals: 1 }), 'a', { ...found, id: 'r2' })).toMatchObject({ refusals: 0 })
})

it('closes the dialog of the login that waits no more, and of no other', () => {
  expect(withWaiting(state({}, 'a'), 'a', null)).toEqual({ byAccount: {}, asked: null })
  expect(withWaiting(state({}, 'a'), 'b', null)).toMatchObject({ asked: 'a' })
})
