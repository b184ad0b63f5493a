import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../main/core/matching/fold.ts'
import { normaliseName, readName, scoreNames } from '../../main/core/matching/names.ts'

const score = (a: string | null, b: string | null) => scoreNames(readName(a), readName(b))

describe('normalised names', () => {
  test.each([
    ['S.A.', 'sa'],
    ["O'Neil-Paz", 'oneilpaz'],
    ['  Juan   PÉREZ ', 'juan perez'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['WEIß', 'weiss'],
    ['Иван Петров', 'иван петров'],
    ['김철수', '김철수'],
    ['हिंदी', 'हिंदी'],
    ['مُحَمَّد', 'محمد'],
    ['O´Neil', 'oneil'],
  ])('%s becomes %s', (raw, normal) => expect(normaliseName(raw)).toBe(normal))

  test('a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
        const once = normaliseName(raw)
        expect(normaliseName(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  test('letters of any script never normalise to nothing', () => {
    const scripts = [
      'Ana',
      'Иван',
      'Γιάννης',
      'محمد',
      'שרה',
      '王伟',
      'ジョン',
      '김철수',
      'हिंदी',
      'สมชาย',
      'გიორგი',
      'Հայկ',
      'አበበ',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.constantFrom(...scripts), (a, b) => {
        expect(normaliseName(`${a} ${b}`)).not.toBe('')
        expect(score(a, b).score).toBe(a === b ? 1 : 0)
      }),
    )
  })
})

describe('the score of two names', () => {
  test.each([
    ['Juan Pérez', 'JUAN PEREZ', 1, 'same_name'],
    ['Juan Pérez', 'Perez, Juan', 1, 'same_name'],
    ['Juan Pérez', 'Perez,Juan', 1, 'same_name'],
    ['Ana Ruiz-Soto', 'ana ruiz soto', 1, 'same_name'],
    ['Ana Ruiz-Soto', 'ANA RUIZSOTO', 1, 'same_name'],
    ['Juan Pérez', 'Juan Pérez Gómez', 0.8, 'contained_name'],
    ['ACME', 'Acme S.A.', 0.8, 'contained_name'],
    ['Juan Pérez', 'Juan Gómez', 1 / 3, 'shared_words'],
    ['Juan Pérez', 'Maria Lopez', 0, 'other_name'],
    ['Juan Pérez', 'J. P.', 0, 'other_name'],
    ['Juan Pérez', '', 0.5, 'no_sender'],
    ['Juan Pérez', '—', 0.5, 'no_sender'],
    ['Acme Andina S.A.', 'Beta Marina SA', 0, 'other_name'],
    ['Acme S.A.', 'SA', 0, 'other_name'],
    ['Maria de la Cruz', 'Ana de la Torre', 0, 'other_name'],
    ['Juan Pérez', 'J', 0, 'other_name'],
    ['王 伟', '伟 王', 1, 'same_name'],
  ])('%s and %s: %d, %s', (a, b, expected, reason) => {
    expect(score(a, b)).toEqual({ score: expected, reason })
    expect(score(b, a)).toEqual({ score: expected, reason })
  })

  const letter = fc.constantFrom(...'abcdeñzáéöçøłшяéβ가王'.normalize('NFC'))
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 })
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

  test('case, accents, dots and apostrophes never matter', () => {
    const dressed = fc.tuple(
      name,
      fc.array(fc.tuple(fc.nat(30), fc.constantFrom('.', "'", '’', '´', '\u0301', '\u0308')), { maxLength: 4 }),
      fc.constantFrom('upper', 'lower', 'as is'),
    )
    fc.assert(
      fc.property(dressed, name, ([plain, extras, letters], other) => {
        let changed = plain
        for (const [at, extra] of extras) {
          const place = (at % plain.length) + 1
          changed = changed.slice(0, place) + extra + changed.slice(place)
        }
        if (letters === 'upper') changed = changed.toUpperCase()
        if (letters === 'lower') changed = changed.toLowerCase()
        expect(score(changed, other)).toEqual(score(plain, other))
      }),
      { numRuns: 3000 },
    )
  })

  test('other punctuation never lowers the score, whether it stands in a word or for a blank', () => {
    const mark = fc.constantFrom(',', '-', '/', '(', ';', '&')
    fc.assert(
      fc.property(name, name, mark, fc.nat(30), (a, b, punctuation, at) => {
        const place = at % (a.length + 1)
        const inside = a.slice(0, place) + punctuation + a.slice(place)
        expect(score(inside, b).score).toBeGreaterThanOrEqual(score(a, b).score)
        expect(score(a.replaceAll(' ', punctuation), b).score).toBeGreaterThanOrEqual(score(a, b).score)
      }),
      { numRuns: 2000 },
    )
  })

  test('folding for search keeps punctuation and forgets case and accents', () => {
    expect(foldText('ÑANDÚ & Co. 1,50')).toBe('nandu & co. 1,50')
  })
})
