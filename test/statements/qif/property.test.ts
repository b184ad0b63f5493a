import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText } from '../../../main/core/statements/money.ts'
import { readQif } from '../../../main/core/statements/qif/read-qif.ts'
import { entriesOf, readText } from '../read-text.ts'

const entry = fc.record({
  amount: fc.integer({ min: -99_999_999, max: 99_999_999 }),
  day: fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
  payee: fc.stringMatching(/^[A-Za-zäöü^!][A-Za-z äöü^!.,'-]{0,25}[A-Za-z]$/),
})

const dateText = (iso: string, order: 'dmy' | 'mdy') => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return order === 'dmy' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`
}

test('generated files read back exactly under each order of the date', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 10 }),
      fc.constantFrom('dmy' as const, 'mdy' as const),
      fc.constantFrom('.', ','),
      fc.integer({ min: 1, max: 200 }),
      async (entries, order, decimal, size) => {
        // One day above 12 decides the order of the file.
        const all = [...entries, { amount: 150, day: '2025-03-31', payee: 'Decides' }]
        const records = all.map(
          ({ amount, day, payee }) =>
            `D${dateText(day, order)}\nT${amountText(amount, 2).replace('.', decimal)}\nP${payee}\n^\n`,
        )
        const read = await readText(readQif, `!Account\nNMain\nTBank\n^\n!Type:Bank\n${records.join('')}`, {}, size)
        expect(read.questions).toEqual([])
        expect(
          entriesOf(read).map(({ amount, bookingDate, counterpartyName }) => ({
            amount,
            day: bookingDate,
            payee: counterpartyName,
          })),
        ).toEqual(all)
      },
    ),
    { numRuns: 150 },
  )
})
