import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../main/core/matching/fold.ts'

test.each([
  ['  Juan   PÉREZ ', '  juan   perez '],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['WEIß', 'weiss'],
  ['Иван Петров', 'иван петров'],
  ['김철수', '김철수'],
  ['हिंदी', 'हिंदी'],
  ['مُحَمَّد', 'محمد'],
  ['O´Neil', 'oneil'],
])('%s becomes %s', (raw, folded) => expect(foldText(raw)).toBe(folded))

test('a second pass changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
      const once = foldText(raw)
      expect(foldText(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})
