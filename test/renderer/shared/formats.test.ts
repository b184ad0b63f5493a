import { describe, expect, test } from 'vitest'
import { createFormats, localeFor } from '../../../renderer/shared/formats.ts'

const spanish = createFormats('es-UY')
const english = createFormats('en-GB')
const now = Date.parse('2026-11-20T12:00:00Z')
const ago = (ms: number) => new Date(now - ms).toISOString()
const minute = 60_000

describe('formats', () => {
  test('money keeps every digit', () => {
    expect(english.money('90071992547409.93')).toBe('90,071,992,547,409.93')
    expect(spanish.money('1500.5')).toBe('1.500,50')
    expect(english.money('-20.00')).toBe('-20.00')
  })

  test('four digits are grouped in Spanish too, so that columns line up', () => {
    expect(createFormats('es').money('1500.00')).toBe('1.500,00')
  })

  test('relative times by size', () => {
    expect(english.relative(ago(10_000), now)).toBe('10 sec ago')
    expect(spanish.relative(ago(0), now)).toBe('hace 1 s')
    expect(english.relative(ago(2 * minute), now)).toBe('2 min ago')
    expect(english.relative(ago(-18 * minute), now)).toBe('in 18 min')
    expect(spanish.relative(ago(3 * 60 * minute), now)).toBe('hace 3 h')
    expect(spanish.relative(ago(24 * 60 * minute), now)).toBe('ayer')
    expect(english.relative(ago(30 * 24 * 60 * minute), now)).toBe('21 Oct')
  })

  test('dates carry the year when it is another one, and no dot', () => {
    expect(spanish.date('2026-05-12T15:00:00Z', now)).toBe('12 may')
    expect(spanish.date('2026-11-02T15:00:00Z', now)).toBe('2 nov')
    expect(english.date('2024-05-12T15:00:00Z', now)).toBe('12 May 2024')
  })

  test('the clock of a column has 24 hours in every locale', () => {
    expect(createFormats('en-US').dateTime('2026-05-12T15:04:00Z', now)).toMatch(/May 12 \d\d:04$/)
  })

  test('a duration is told in the unit in which a person counts it', () => {
    expect(english.duration(16)).toBe('16 ms')
    expect(english.duration(1600)).toBe('1.6 secs')
    expect(english.duration(198_100)).toBe('3 mins 18 secs')
    expect(english.duration(59_999 + 60_001)).toBe('2 mins 0 secs')
    expect(spanish.duration(198_100)).toBe('3 min 18 s')
  })

  test("the person's own variant of the language on the screen", () => {
    expect(localeFor('es', ['en-US', 'es-UY', 'es'])).toBe('es-UY')
    expect(localeFor('en', ['es-UY'])).toBe('en')
    expect(localeFor('es', ['est-EE'])).toBe('es')
  })
})
