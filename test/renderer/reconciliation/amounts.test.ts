import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf, minorOf, sumOf } from '../../../renderer/features/reconciliation/amounts.ts'
import { createBookFormats } from '../../../renderer/features/reconciliation/use-book-formats.ts'
import '../../support/fast-check.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR', precision: 2 })

describe('amounts of the books', () => {
  test.each([
    ['123456', 2, '1234.56'],
    ['-5', 2, '-0.05'],
    ['0', 2, '0.00'],
    ['1500', 0, '1500'],
    ['1234', 3, '1.234'],
  ])('%s with %s decimals is %s', (amount, precision, text) => {
    expect(decimalOf({ amount, precision })).toBe(text)
  })

  test.each([
    ['1234,56', '123456'],
    ['1.234,56', '123456'],
    ['1,234.56', '123456'],
    ['1.234', '123400'],
    ['12', '1200'],
    ['-12,5', '-1250'],
    ['−0,5', '-50'],
    ['0', '0'],
  ])('a person’s %s is %s minor units', (text, minor) => {
    expect(minorOf(text, 2)).toBe(minor)
  })

  test.each(['', 'abc', '1,2,3', '12.345,678', '1,234,56', '--1'])('%s is no amount', (text) => {
    expect(minorOf(text, 2)).toBeNull()
  })

  test('sums are exact beyond what a floating-point number holds', () => {
    expect(sumOf([eur('9007199254740993'), eur('2')], 'EUR', 2).amount).toBe('9007199254740995')
    expect(sumOf([], 'JPY', 0)).toEqual({ amount: '0', currency: 'JPY', precision: 0 })
  })

  test('are shown with their own decimals; a bank day is the same day in every time zone', () => {
    const formats = createBookFormats('en')
    expect(formats.amount(eur('-123456'))).toBe('-1,234.56')
    expect(formats.amount({ amount: '1500', currency: 'JPY', precision: 0 })).toBe('1,500')
    expect(formats.day('2026-11-04')).toContain('Nov 04')
  })

  test('what is shown as a decimal is read back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 4 }),
        (minor, precision) => {
          expect(minorOf(decimalOf({ amount: String(minor), precision }), precision)).toBe(String(minor))
        },
      ),
    )
  })
})
