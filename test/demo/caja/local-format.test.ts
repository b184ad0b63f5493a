import { expect, it } from 'vitest'
import { formatAmount, formatMoment } from '../../../main/demo/caja/local-format.ts'

it('writes times in New York, and says which of the two hours in autumn is meant', () => {
  expect(formatMoment(Date.parse('2026-07-01T16:05:09Z'))).toBe('Jul 01, 2026, 12:05:09 PM EDT')
  expect(formatMoment(Date.parse('2026-11-01T05:30:00Z'))).toBe('Nov 01, 2026, 1:30:00 AM EDT')
  expect(formatMoment(Date.parse('2026-11-01T06:30:00Z'))).toBe('Nov 01, 2026, 1:30:00 AM EST')
})

it('writes dollars', () => {
  expect([5, 123_456_789, -100].map(formatAmount)).toEqual(['$0.05', '$1,234,567.89', '-$1.00'])
})
