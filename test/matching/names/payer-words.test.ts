import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateNames } from '../../../main/core/matching/names/compare.ts'
import { acceptance } from '../../../main/core/matching/names/limits.ts'
import { createPayerWords } from '../../../main/core/matching/names/payer-words.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { readPairs } from './labelled-sets.ts'

const letters = 'bcdfghjklmnprstvz'
/** Names of no list: "Bacobe", "Cadoce" … */
const brand = (i: number): string =>
  `${letters[i % 17]}a${letters[(i + 3) % 17]}o${letters[Math.floor(i / 17) % 17]}e${letters[(i * 5) % 17]}o`

const wordsOf = (...names: (string | null)[]) => {
  const words = createPayerWords()
  for (const name of names) words.add(name)
  return words
}
const districts = wordsOf(...Array.from({ length: 50 }, (_, i) => `Zentrova del Karmil ${brand(i)}`))
const isAutomatic = (expected: string, actual: string, knowledge = districts): boolean =>
  rateNames(prepareName(expected), prepareName(actual), knowledge).score >= acceptance

describe('words that the payers of an account share', () => {
  it('do not match by themselves', () => {
    for (const cut of [
      'ZENTROVA DEL KARMIL',
      'ZENTROVA DEL KARMIL ',
      'ZENTROVA DEL KARMIL B',
      'ZENTROVE KARMIL BACOBEB',
    ])
      expect(isAutomatic(`Zentrova del Karmil ${brand(0)}`, cut), cut).toBe(false)
    expect(isAutomatic(`Zentrova del Karmil ${brand(0)}`, `ZENTROVA DEL KARMIL ${brand(7).toUpperCase()}`)).toBe(false)
  })

  it('take nothing from names that are equal', () => {
    expect(isAutomatic(`Zentrova del Karmil ${brand(3)}`, `ZENTROVA DEL KARMIL ${brand(3).toUpperCase()}`)).toBe(true)
    expect(isAutomatic('Zentrova del Karmil', 'ZENTROVA DEL KARMIL')).toBe(true)
    expect(isAutomatic('Juan Carlos Pérez', 'JUAN C PEREZ')).toBe(true)
  })

  it('are counted once for each payer, and say nothing where payers are few', () => {
    expect(wordsOf(...Array.from({ length: 90 }, () => 'Zentrova Karmil')).frequency('zentrova')).toBe(0)
    expect(wordsOf(...Array.from({ length: 12 }, (_, i) => `Zentrova ${brand(i)}`)).frequency('zentrova')).toBe(0)
    expect(districts.frequency('zentrova')).toBe(1)
    expect(wordsOf(null, '', ' - ').frequency('')).toBe(0)
  })

  it('tell two customers a letter apart from a slip', () => {
    const [expected, actual] = ['Florencia Ostolaza', 'FLORENCIA OSTOLZAA']
    expect(isAutomatic(expected, actual, wordsOf(expected))).toBe(true)
    expect(isAutomatic(expected, actual, wordsOf(expected, 'Bruno Ostolzaa'))).toBe(false)
  })

  it('never make the rule more generous', () => {
    const pairs = readPairs()
    const names = pairs.map(({ expected }) => expected)
    const all = wordsOf(...names)
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.constantFrom(all, districts), ({ expected, actual }, words) => {
        const [e, a] = [prepareName(expected), prepareName(actual)]
        expect(rateNames(e, a, words).score >= acceptance && rateNames(e, a).score < acceptance).toBe(false)
      }),
    )
  })

  it('are still found nearly as often on the labelled pairs', () => {
    const all = wordsOf(...readPairs().map(({ expected }) => expected))
    const same = readPairs().filter(({ label }) => label === 'same')
    const found = same.filter(({ expected, actual }) => isAutomatic(expected, actual, all))
    expect(found.length / same.length).toBeGreaterThan(0.97)
  })
})
