import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { withinActive } from '../../main/core/browser/within.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does not count the time of a person, and counts the rest', async () => {
  let paused = 0
  const never = new Promise<never>(() => undefined)
  const ended = expect(
    withinActive(
      1000,
      () => paused,
      () => new Error('late'),
      never,
    ),
  ).rejects.toThrow('late')
  await vi.advanceTimersByTimeAsync(400)
  paused = 5000
  await vi.advanceTimersByTimeAsync(5500)
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  await ended
})

it('answers as the work does', async () => {
  expect(
    await withinActive(
      10,
      () => 0,
      () => new Error('late'),
      Promise.resolve(1),
    ),
  ).toBe(1)
  await expect(
    withinActive(
      10,
      () => 0,
      () => new Error('late'),
      Promise.reject(new Error('own')),
    ),
  ).rejects.toThrow('own')
  expect(vi.getTimerCount()).toBe(0)
})
