import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DifferenceRow,
  differenceRows,
  type Line,
  stretchesOf,
} from '../../../renderer/features/banks/difference-rows.ts'
import { nextVersion } from '../../../renderer/features/banks/next-version.ts'
import '../../support/fast-check.ts'

const textOf = (line: Line | null) => line?.pieces.map(({ text }) => text).join('') ?? null
const brief = (rows: readonly DifferenceRow[]) =>
  rows.map(({ kind, before, after }) => [kind, textOf(before), textOf(after)])

describe('two versions side by side', () => {
  test('equal lines stand beside each other, changed ones too, with their words compared', () => {
    const rows = differenceRows('a\nconst x = 1\nb\n', 'a\nconst x = 2\nb\nc\n')
    expect(brief(rows)).toEqual([
      ['same', 'a', 'a'],
      ['changed', 'const x = 1', 'const x = 2'],
      ['same', 'b', 'b'],
      ['added', null, 'c'],
    ])
    expect(rows[1]?.after).toEqual({
      number: 2,
      pieces: [
        { text: 'const x = ', differs: false },
        { text: '2', differs: true },
      ],
    })
    expect(rows.map(({ before, after }) => [before?.number, after?.number])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [undefined, 4],
    ])
  })

  test('more removed than added lines leave the right side open', () => {
    expect(brief(differenceRows('a\nb\nc', 'x'))).toEqual([
      ['changed', 'a', 'x'],
      ['removed', 'b', null],
      ['removed', 'c', null],
    ])
  })

  test('how lines end is no difference', () => {
    expect(differenceRows('a\r\nb', 'a\nb\n').every(({ kind }) => kind === 'same')).toBe(true)
  })

  test('both sides give back their version, whatever it is', () => {
    const code = fc.array(fc.constantFrom('a', 'b', 'return 1', 'return 2', '  x'), { maxLength: 25 })
    fc.assert(
      fc.property(code, code, (one, other) => {
        const rows = differenceRows(one.join('\n'), other.join('\n'))
        const side = (name: 'before' | 'after') => rows.flatMap((row) => textOf(row[name]) ?? [])
        const or = (lines: string[]) => (lines.length === 0 ? [''] : lines)
        expect(side('before')).toEqual(or(one))
        expect(side('after')).toEqual(or(other))
        expect(stretchesOf(rows).flatMap((stretch) => stretch.rows)).toEqual(rows)
      }),
    )
  })

  test('what is far from a difference folds away', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`)
    const rows = differenceRows(lines.join('\n'), lines.with(10, 'other').join('\n'))
    expect(stretchesOf(rows).map(({ folded, rows: inside }) => [folded, inside.length])).toEqual([
      [true, 7],
      [false, 7],
      [true, 6],
    ])
    // One row alone is shown: a fold would take its place.
    expect(stretchesOf(rows.slice(6)).map(({ folded }) => folded)).toEqual([false, false, true])
  })
})

test.each([
  [[], '1.0.0'],
  [['1.0.0'], '1.1.0'],
  [['1.9.0', '1.10.2', '1.2.7'], '1.11.0'],
  [['1.9.9', '2.0.0'], '2.1.0'],
])('after %j comes %s', (known, next) => {
  expect(nextVersion(known)).toBe(next)
})
