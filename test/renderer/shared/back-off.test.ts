import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOff } from '../../../renderer/shared/back-off.ts'

test('one second doubling to thirty, each between half and whole', () => {
  const whole = (attempt: number) => backOff(attempt, () => 1)
  expect([1, 2, 3, 4, 5, 6, 50].map(whole)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const pause = backOff(attempt, () => random)
      expect(pause).toBeGreaterThanOrEqual(whole(attempt) / 2)
      expect(pause).toBeLessThanOrEqual(whole(attempt))
    }),
  )
})
