import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateNames } from '../../../main/core/matching/names/compare.ts'
import { acceptance } from '../../../main/core/matching/names/limits.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { readPairs } from './labelled-sets.ts'

// Damage is about single characters, and a cut about the length of the text: changing these changes what is there.
const pairs = readPairs().filter(({ category }) => category !== 'damaged-letters' && category !== 'cut-names')
const anyPair = fc.constantFrom(...pairs)
const places = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3 })

const rate = (expected: string, actual: string) => rateNames(prepareName(expected), prepareName(actual))
const decision = (expected: string, actual: string) => {
  const { level, score } = rate(expected, actual)
  return { level, isAccepted: level !== 'unknown' && score >= acceptance }
}

const put = (text: string, at: readonly number[], mark: string): string =>
  [...at]
    .sort((a, b) => b - a)
    .reduce((rest, place) => {
      const i = place % (rest.length + 1)
      return rest.slice(0, i) + mark + rest.slice(i)
    }, text)

/** A name with a mark more is one character longer; one that then has the length of a bank field may look cut. */
const looksCut = (...names: string[]): boolean => names.some((name) => prepareName(name).cut !== 'no')

describe('the result does not change', () => {
  it('with the case of the letters', () => {
    fc.assert(
      fc.property(anyPair, fc.boolean(), ({ expected, actual }, isUpper) => {
        const change = (text: string): string => (isUpper ? text.toUpperCase() : text.toLowerCase())
        expect(rate(change(expected), change(actual))).toEqual(rate(expected, actual))
      }),
      { numRuns: 2_000 },
    )
  })

  it('when accents are left out, added, or written as characters of their own', () => {
    const accented = (text: string, at: readonly number[]): string =>
      at.reduce((rest, place) => {
        const i = place % Math.max(1, rest.length)
        return /[aeiou]/i.test(rest[i] ?? '') ? `${rest.slice(0, i + 1)}\u0301${rest.slice(i + 1)}` : rest
      }, text)
    fc.assert(
      fc.property(anyPair, places, ({ expected, actual }, at) => {
        const { isAccepted } = decision(expected, actual)
        const others: [string, string][] = [
          [expected.normalize('NFD'), actual],
          [expected, accented(actual, at)],
          [accented(expected, at).normalize('NFC'), actual],
          [expected, actual.normalize('NFD').replace(/[\u0300-\u036f]/g, '')],
        ]
        // An accent may turn a typing error into a lost letter, which is surer; the decision stays.
        for (const [one, other] of others) expect(decision(one, other).isAccepted).toBe(isAccepted)
      }),
      { numRuns: 2_000 },
    )
  })

  it('with a dot or an apostrophe anywhere', () => {
    fc.assert(
      fc.property(anyPair, places, fc.constantFrom('.', "'", '’', '´', '`'), ({ expected, actual }, at, mark) => {
        const changed = put(actual, at, mark)
        fc.pre(!looksCut(changed, actual, expected))
        // "POST.HORN" may be two words; that may make a suggestion of it, and never a match.
        expect(decision(expected, changed).isAccepted).toBe(decision(expected, actual).isAccepted)
      }),
      { numRuns: 2_000 },
    )
  })

  it('with other punctuation in place of a blank', () => {
    fc.assert(
      fc.property(
        anyPair,
        fc.constantFrom(', ', '-', '/', '_', ' - ', ';', ':', '  '),
        ({ expected, actual }, mark) => {
          const changed = actual.replaceAll(' ', mark)
          fc.pre(!looksCut(changed, actual, expected) && !/\d/.test(actual))
          expect(decision(expected, changed)).toEqual(decision(expected, actual))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('with the order of the words, but for two given names', () => {
    fc.assert(
      fc.property(anyPair, fc.nat(), ({ expected, actual }, turn) => {
        const words = expected.split(' ')
        const k = turn % words.length
        const turned = [...words.slice(k), ...words.slice(0, k)].join(' ')
        const { isAccepted } = decision(expected, expected)
        if (isAccepted && rate(turned, actual).score >= acceptance)
          expect(rate(expected, actual).level).not.toBe('different')
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a comparison', () => {
  it('is the same from either side', () => {
    fc.assert(
      fc.property(anyPair, anyPair, (one, other) => {
        const [a, b] = [prepareName(one.expected), prepareName(other.actual)]
        fc.pre(a.cut === 'no' && b.cut === 'no')
        expect(rateNames(a, b).score).toBeCloseTo(rateNames(b, a).score, 9)
      }),
      { numRuns: 5_000 },
    )
  })

  it('knows every usable name as itself, or as too little to tell', () => {
    fc.assert(
      fc.property(anyPair, ({ expected }) => {
        expect(['same', 'weak', 'unknown']).toContain(rate(expected, expected).level)
      }),
    )
  })

  it('takes any text without failing and keeps to its range', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (one, other) => {
          const { score } = rate(one, other)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
