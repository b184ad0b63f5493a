import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import '../../support/fast-check.ts'
import { tokenize } from '../../../main/core/statements/csv/tokenize.ts'

const cells = (text: string, delimiter = ',', quote: string | null = '"') =>
  tokenize(text, { delimiter, quote }).map((row) => row.cells)

it('agrees with csv-parse on regular text', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ß', ' ', '"', ';', ',', '\n', '1'), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (table) => {
      const text = table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\r\n')
      const read: string[][] = parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: '\r\n' })
      expect(cells(text, ';')).toEqual(read.map((row) => row.map((one) => one.trim())))
    }),
  )
})

it('numbers physical lines through mixed line ends and cells of several lines', () => {
  const rows = tokenize('a,b\r\r\n"c\nc",d\re,f\n\n"g\r\ng\r\ng",h', { delimiter: ',', quote: '"' })
  expect(rows.map(({ line, lines }) => [line, lines])).toEqual([
    [1, 1],
    [2, 2],
    [4, 1],
    [5, 1],
    [6, 3],
  ])
})

it('keeps stray quotes, unwraps formulas, and knows the apostrophe as quotation mark', () => {
  expect(cells('5" pipe,a "b" c,="0012","x"y"')).toEqual([['5" pipe', 'a "b" c', '0012', 'x"y']])
  expect(cells("'a,b','it''s'", ',', "'")).toEqual([['a,b', "it's"]])
})
