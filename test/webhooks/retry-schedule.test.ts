import { expect, test } from 'vitest'
import { attemptsPerRound, nextDelay } from '../../main/core/webhooks/retry-schedule.ts'

test('twelve attempts, 10 s doubling, about 5.7 hours in total', () => {
  const delays = Array.from({ length: attemptsPerRound }, (_, i) => nextDelay(i + 1))
  expect(delays.slice(0, 4)).toEqual([10_000, 20_000, 40_000, 80_000])
  expect(delays.at(-1)).toBeNull()
  const hours = delays.reduce<number>((sum, delay) => sum + (delay ?? 0), 0) / 3_600_000
  expect(hours).toBeCloseTo(5.69, 2)
})

test('a resend after the last attempt begins a new round', () => {
  expect(nextDelay(13)).toBe(10_000)
  expect(nextDelay(24)).toBeNull()
})
