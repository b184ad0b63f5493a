import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBai2 } from '../../../main/core/statements/bai2/read-bai2.ts'
import { entriesOf, readText } from '../read-text.ts'

const entry = fc.record({
  amount: fc.integer({ min: 0, max: 99_999_999 }),
  type: fc.constantFrom('142', '195', '399', '475', '495', '699'),
  funds: fc.constantFrom('', '0', '1', '2', 'Z', 'S,1,2,3', 'V,250101,0900', 'D,2,0,5,1,6', 'D,0'),
  reference: fc.stringMatching(/^[A-Z0-9]{1,16}$/),
  text: fc.array(fc.stringMatching(/^[A-Z0-9][A-Z0-9,/ ]{0,40}[A-Z0-9]$/), { maxLength: 4 }),
})
const account = fc.record({
  opening: fc.integer({ min: -9_999_999, max: 9_999_999 }),
  entries: fc.array(entry, { maxLength: 8 }),
})

type Account = typeof account extends fc.Arbitrary<infer T> ? T : never

const signed = ({ type, amount }: { type: string; amount: number }) =>
  Number(type) < 400 || amount === 0 ? amount : -amount

function written({ opening, entries }: Account, id: number): { lines: string[]; control: number; records: number } {
  const closing = entries.reduce((sum, one) => sum + signed(one), opening)
  const details = entries.flatMap(({ type, amount, funds, reference, text }) => {
    const [first = '', ...more] = text
    return [`16,${type},${amount},${funds},${reference},,${first}/`, ...more.map((piece) => `88,${piece}/`)]
  })
  const lines = [`03,${id},EUR,010,${opening},,/`, `88,015,${closing},,S,0,0,0/`, ...details]
  const control = entries.reduce((sum, { amount }) => sum + amount, opening + closing)
  return { lines: [...lines, `49,${control},${lines.length + 1}/`], control, records: lines.length + 1 }
}

test('generated files read back exactly and their trailers agree', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(account, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 300 }),
      async (accounts, size) => {
        const parts = accounts.map(written)
        const control = parts.reduce((sum, part) => sum + part.control, 0)
        const records = parts.reduce((sum, part) => sum + part.records, 2)
        const text = [
          '01,O,R,250116,0300,77/',
          '02,R,O,1,250115,,USD,2/',
          ...parts.flatMap(({ lines }) => lines),
          `98,${control},${parts.length},${records}/`,
          `99,${control},1,${records + 2}/`,
        ]
        const read = await readText(readBai2, text.join('\n'), {}, size)
        expect(read.warnings).toEqual([])
        expect(read.statements.map(({ account: id, proof, opening }) => [id, proof.status, opening?.amount])).toEqual(
          accounts.map(({ opening }, id) => [String(id), 'proved', opening]),
        )
        expect(
          entriesOf(read).map(({ amount, bankReference, remittanceText }) => [
            amount,
            bankReference,
            remittanceText ?? '',
          ]),
        ).toEqual(
          accounts.flatMap(({ entries }) =>
            entries.map((one) => [
              signed(one),
              one.reference,
              one.text
                .map((piece) => piece.trim())
                .join(' ')
                .replace(/\s+/g, ' '),
            ]),
          ),
        )
      },
    ),
    { numRuns: 150 },
  )
})
