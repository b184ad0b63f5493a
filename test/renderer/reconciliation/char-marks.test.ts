import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charMarks, fragmentMarks } from '../../../renderer/features/reconciliation/worklist/char-marks.ts'
import '../../support/fast-check.ts'

const differing = (text: string, other: string) =>
  charMarks(text, other)
    .filter(({ same }) => !same)
    .map((part) => part.text)

describe('marks of characters', () => {
  test('differing characters, without regard to case and accents', () => {
    expect(differing('PÉREZ', 'Perez')).toEqual([])
    expect(differing('INV-2026-0007', 'INV-2026-0017')).toEqual(['0'])
    expect(differing('Müller GmbH', 'Muller')).toEqual([' GmbH'])
  })

  test('the parts give the text again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text, other) => {
          expect(
            charMarks(text, other)
              .map((part) => part.text)
              .join(''),
          ).toBe(text.normalize('NFC'))
        },
      ),
    )
  })

  test('fragments that led to a proposal are found in any case; short ones say nothing', () => {
    const hits = (text: string, fragments: string[]) =>
      fragmentMarks(text, fragments)
        .filter(({ same }) => same)
        .map((part) => part.text)
    expect(hits('Rechnung inv-2026-0007 vom 4.11.', ['INV-2026-0007', '4'])).toEqual(['inv-2026-0007'])
    expect(hits('nothing', ['INV-1'])).toEqual([])
  })
})
