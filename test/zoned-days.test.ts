import { describe, expect, test, vi } from 'vitest'
import { localDay } from '../main/core/time.ts'
import { aroundDay, dayAt, noonOf } from '../main/core/zoned-days.ts'

const zones = ['UTC', 'America/Montevideo', 'Europe/Madrid', 'Pacific/Auckland', 'Pacific/Pago_Pago', 'Asia/Kolkata']
const days = ['2025-01-01', '2025-03-30', '2025-06-15', '2025-10-26', '2024-02-29', '2025-12-31']

describe('days of a bank', () => {
  test('the noon of a day lies in that day, in every zone and when clocks change', () => {
    for (const zone of zones)
      for (const day of days) {
        const noon = noonOf(day, zone)
        expect([zone, dayAt(noon, zone)]).toEqual([zone, day])
        expect(dayAt(noon - 10 * 3_600_000, zone)).toBe(day)
        expect(dayAt(noon + 10 * 3_600_000, zone)).toBe(day)
        const { from, until } = aroundDay(day)
        expect(noon - 12 * 3_600_000 >= from && noon + 12 * 3_600_000 <= until).toBe(true)
      }
  })

  test('an instant before midnight at the bank is the day before in UTC terms', () => {
    expect(dayAt(Date.parse('2025-03-15T02:30:00Z'), 'America/Montevideo')).toBe('2025-03-14')
    expect(noonOf('2025-03-14', 'America/Montevideo')).toBe(Date.parse('2025-03-14T15:00:00Z'))
  })

  test('today in the books is the day of this computer', () => {
    vi.stubEnv('TZ', 'America/Montevideo')
    expect(localDay(Date.parse('2025-03-15T02:30:00Z'))).toBe('2025-03-14')
    vi.stubEnv('TZ', 'Pacific/Auckland')
    expect(localDay(Date.parse('2025-03-15T12:30:00Z'))).toBe('2025-03-16')
    vi.unstubAllEnvs()
  })
})
