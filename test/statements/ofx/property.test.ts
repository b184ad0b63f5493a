import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText } from '../../../main/core/statements/money.ts'
import { readOfx } from '../../../main/core/statements/ofx/read-ofx.ts'
import { entriesOf, readText } from '../read-text.ts'
import { bank, ofx, row } from './ofx-text.ts'

const entry = fc.record({
  amount: fc.integer({ min: -99_999_999, max: 99_999_999 }),
  day: fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
  name: fc
    .stringMatching(/^[A-Za-zäöü<&'"][A-Za-z äöü&<>;#'"-]{0,25}[A-Za-z]$/)
    .map((text) => text.replace(/\s+/g, ' ')),
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** Closing tags as XML has them. */
const closed = (text: string) => text.replace(/<([A-Z.]+)>([^<>]+?)(?=\s*<)/g, '<$1>$2</$1>')

test('generated statements read back exactly, with and without closing tags, in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 300 }),
      async (entries, isXml, size) => {
        const rows = entries.map(({ amount, day, name }, i) =>
          row({
            type: amount < 0 ? 'DEBIT' : 'CREDIT',
            amount: amountText(amount, 2),
            date: `${day.replaceAll('-', '')}120000[-5:EST]`,
            id: `F${i}`,
            name: escaped(name),
          }),
        )
        const text = ofx(bank(rows.join(''), { asOf: '20991231' }))
        const read = await readText(readOfx, isXml ? closed(text) : text, {}, size)
        expect(
          entriesOf(read).map(({ amount, bookingDate, bankReference, counterpartyName }) => [
            amount,
            bookingDate,
            bankReference,
            counterpartyName,
          ]),
        ).toEqual(entries.map(({ amount, day, name }, i) => [amount, day, `F${i}`, name]))
        expect(read.statements[0]?.closing?.amount).toBe(1000)
        expect(read.warnings).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})
