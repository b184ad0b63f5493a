import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameMarks } from '../../../renderer/features/requests/name-marks.ts'

/** Agreeing parts in [brackets], differing ones in (parentheses). */
const drawn = (name: string, other: string) =>
  nameMarks(name, other)
    .map(({ text, agrees }) => (agrees === null ? text : agrees ? `[${text}]` : `(${text})`))
    .join('')

describe('nameMarks', () => {
  test.each([
    ['JUAN PEREZ', 'Juan Pérez', '[JUAN PEREZ]'],
    ['Pérez, Juan', 'Juan Pérez', '[Pérez, Juan]'],
    ['Perez,Juan', 'Juan Pérez', '[Perez],[Juan]'],
    ['Juan Pérez Gómez', 'Juan Pérez', '[Juan Pérez] (Gómez)'],
    ['María López', 'Juan Pérez', '(María López)'],
    ['ACME S.A.', 'Acme SA', '[ACME S.A.]'],
    ["O'Neil-Paz", 'oneilpaz', "[O'Neil-Paz]"],
    ['株式会社ミライ', '株式会社ミライ', '[株式会社ミライ]'],
    ['– – –', 'Juan', '– – –'],
    ['', 'Juan', ''],
  ])('%j beside %j is %j', (name, other, expected) => {
    expect(drawn(name, other)).toBe(expected)
  })

  test('loses and adds nothing: the parts joined are the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, other) => {
        expect(
          nameMarks(name, other)
            .map(({ text }) => text)
            .join(''),
        ).toBe(name)
      }),
    )
  })

  test('a name agrees with itself in full', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameMarks(name, name).some(({ agrees }) => agrees === false)).toBe(false)
      }),
    )
  })
})
