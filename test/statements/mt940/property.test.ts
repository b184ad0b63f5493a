import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText } from '../../../main/core/statements/money.ts'
import { readMt940 } from '../../../main/core/statements/mt940/read-mt940.ts'
import { entriesOf, readText } from '../read-text.ts'

const exponents: Readonly<Record<string, number>> = { EUR: 2, JPY: 0, KWD: 3 }
const word = fc.stringMatching(/^[A-Za-z0-9äöüßéŁ.,()-]{1,12}$/)
const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

const entry = fc.record({
  amount: fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }),
  day,
  text,
  name: fc.stringMatching(/^[A-Z][A-Za-z]{2,30}$/),
  isReversal: fc.boolean(),
})
const statement = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  opening: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  day,
  entries: fc.array(entry, { maxLength: 12 }),
})

type Statement = typeof statement extends fc.Arbitrary<infer T> ? T : never

const short = (iso: string) => iso.slice(2).replaceAll('-', '')
const inCurrency = (minor: number, currency: string) =>
  amountText(Math.abs(minor), exponents[currency] ?? 2)
    .replace('.', ',')
    .replace(/^\d+$/, '$&,')

/** German subfields of 27 characters, the whole cut into lines of 65, as banks print it. */
function details(name: string, remittance: string): string {
  const pieces = `SVWZ+${remittance}`.match(/.{1,27}/gsu) ?? []
  const fields = pieces.slice(0, 10).map((piece, i) => `?${20 + i}${piece}`)
  const names = (name.match(/.{1,27}/gu) ?? []).map((piece, i) => `?${32 + i}${piece}`)
  return (`166?00G?100399${fields.join('')}${names.join('')}`.match(/.{1,65}/gsu) ?? []).join('\r\n')
}

function written({ currency, opening, day: opened, entries }: Statement): string {
  const balance = (tag: string, minor: number) =>
    `:${tag}:${minor < 0 ? 'D' : 'C'}${short(opened)}${currency}${inCurrency(minor, currency)}`
  const lines = entries.flatMap(({ amount, day: booked, text: remittance, name, isReversal }) => {
    const isCredit = amount >= 0
    const mark = isReversal ? (isCredit ? 'RD' : 'RC') : isCredit ? 'C' : 'D'
    const funds = currency.slice(2)
    return [
      `:61:${short(booked)}${short(booked).slice(2)}${mark}${funds}${inCurrency(amount, currency)}NTRFNONREF//B`,
      `:86:${details(name, remittance)}`,
    ]
  })
  const closing = entries.reduce((sum, { amount }) => sum + amount, opening)
  return [
    '{1:F01X}{4:',
    ':20:R',
    ':25:1/2',
    ':28C:1/1',
    balance('60F', opening),
    ...lines,
    balance('62F', closing),
    '-}',
  ].join('\r\n')
}

test('generated statements read back exactly, in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 500 }),
      async (all, size) => {
        const read = await readText(readMt940, all.map(written).join('\r\n'), {}, size)
        expect(
          read.statements.map(({ proof, opening, currency }) => [proof.status, opening?.amount, currency]),
        ).toEqual(all.map(({ opening, currency }) => ['proved', opening, currency]))
        expect(
          entriesOf(read).map(({ amount, bookingDate, valueDate, isReversal, counterpartyName, remittanceJoined }) => ({
            amount,
            bookingDate,
            valueDate,
            isReversal,
            counterpartyName,
            remittanceJoined,
          })),
        ).toEqual(
          all.flatMap(({ entries }) =>
            entries.map(({ amount, day: booked, isReversal, name, text: remittance }) => ({
              amount,
              bookingDate: booked,
              valueDate: booked,
              isReversal,
              counterpartyName: name,
              remittanceJoined: remittance.slice(0, 265),
            })),
          ),
        )
      },
    ),
    { numRuns: 100 },
  )
})
