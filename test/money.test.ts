import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorToNumber, minorToText, parseMinor, positiveMinor } from '../main/core/money.ts'

describe('money', () => {
  it.each([
    ['1500', 150000],
    ['1500.5', 150050],
    ['1500.05', 150005],
    [' 99.90 ', 9990],
    [250.5, 25050],
    [0.1, 10],
    [0.07, 7],
    ['-3.10', -310],
    ['90071992547409.91', 9007199254740991],
  ])('reads %j as %i minor units', (given, minor) => {
    expect(parseMinor(given)).toBe(minor)
  })

  it.each([
    '',
    '.5',
    '5.',
    '1.005',
    '1e3',
    '1E3',
    '1,500.00',
    '1 500',
    '0x10',
    '٣',
    'NaN',
    '90071992547409.92',
    1.005,
    1e21,
    1e-7,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    true,
    {},
    [1],
    10n,
  ])('refuses %s', (given) => {
    expect(parseMinor(given)).toBeNull()
  })

  it('goes to text and back without losing a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }), (minor) => {
        expect(parseMinor(minorToText(minor))).toBe(minor)
      }),
    )
  })

  it('leaves as a JSON number in webhooks', () => {
    expect(JSON.stringify(minorToNumber(25050))).toBe('250.5')
    expect(JSON.stringify(minorToNumber(150000))).toBe('1500')
  })

  it.each([0, '0.00', -1, '-0.01', 'x'])('names the field when %j is not a positive amount', (given) => {
    expect(() => positiveMinor(given, 'movements.3.amount')).toThrow(/movements\.3\.amount must be a positive amount/)
  })
})
