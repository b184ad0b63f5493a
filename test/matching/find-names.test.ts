import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFindNames } from '../../main/core/matching/find-names.ts'
import { type Fit, readName, scoreNames } from '../../main/core/matching/names.ts'

const word = fc.constantFrom(
  'ana',
  'anabel',
  'ruiz',
  'juan',
  'perez',
  'sa',
  'de',
  'la',
  'li',
  'j',
  'gomez',
  'acme',
  '王',
  'o',
  'x',
)
const name = fc
  .array(word, { maxLength: 4 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join(','), words.join('')))

test('a crowd with an index and one without give the best first, equal ones in the order of the list', () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 65, maxLength: 120 }),
      name,
      fc.constantFrom(1, 3, 9, 1000),
      (crowd, asked, atMost) => {
        const names = crowd.map(readName)
        const all = names
          .map((each, other): Fit => ({ other, ...scoreNames(readName(asked), each) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.other - b.other)
          .map(({ other, score }) => ({ other, score }))
        for (const searches of [1, 1000])
          expect(
            createFindNames(names, searches)(readName(asked), atMost).map(({ other, score }) => ({ other, score })),
          ).toEqual(all.slice(0, atMost))
      },
    ),
    { numRuns: 500 },
  )
})
