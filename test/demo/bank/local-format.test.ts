import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAmount,
  formatDay,
  formatMinute,
  formatMoney,
  formatSecond,
  parseDay,
  startOfDay,
} from '../../../main/demo/bank/local-format.ts'

describe('local format', () => {
  it('writes dates in Montevideo, three hours behind UTC all year', () => {
    expect(formatSecond(Date.parse('2026-11-21T01:05:09Z'))).toBe('20/11/2026 22:05:09')
    expect(formatMinute(Date.parse('2026-07-01T03:00:59Z'))).toBe('01/07/2026 00:00')
  })

  it('writes amounts with points and a comma', () => {
    expect([5, 99, 100, 123_456, 100_000_000].map(formatAmount)).toEqual([
      '0,05',
      '0,99',
      '1,00',
      '1.234,56',
      '1.000.000,00',
    ])
    expect(formatMoney(-50, 'USD')).toBe('U$S -0,50')
  })

  it('refuses days that do not exist', () => {
    expect(parseDay('31/02/2026')).toBeNull()
    expect(parseDay('2026-11-20')).toBeNull()
    expect(parseDay('')).toBeNull()
  })

  it('reads back the day it wrote, at its first millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') }), (at) => {
        expect(parseDay(formatDay(at))).toBe(startOfDay(at))
      }),
    )
  })
})
