import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBai2 } from '../../../main/core/statements/bai2/read-bai2.ts'
import { StatementError } from '../../../main/core/statements/failure.ts'
import { readMt940 } from '../../../main/core/statements/mt940/read-mt940.ts'
import { readOfx } from '../../../main/core/statements/ofx/read-ofx.ts'
import { readQif } from '../../../main/core/statements/qif/read-qif.ts'
import type { StatementReader } from '../../../main/core/statements/types.ts'
import { bank, ofx, row } from '../ofx/ofx-text.ts'
import { readEveryPrefix, readText } from '../read-text.ts'

const mt940 = [
  '{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:',
  ':20:STARTUMS',
  ':25:12030000/202051',
  ':28C:12/1',
  ':60F:C250101EUR100,00',
  ':61:2501020103RC2,5NTRFNONREF//B1',
  ':86:166?00GUTSCHRIFT?109310?20EREF+E1?21SVWZ+Rechnung?30COBADEFFXXX?31DE89?2',
  '2 4711?32MUSTER',
  ':61:250103D0,50NMSC/OCMT/USD1,00/',
  '/OCMT/USD1,00//CHGS/EUR0,10/',
  ':86:/EREF/X//BENM//NAME/JANE/REMI/USTD//TEXT 13',
  ':12:11/ISDT/2025-01-01',
  ':61:250104ED1,NTRFX',
  ':86:Z RACH.: 123; OD: JAN  ; TYT.: A',
  ':62F:C250131EUR97,00',
  ':64:C250131EUR97,00',
  ':86:D000002C000000D3,00C0,00',
  '-}',
].join('\r\n')
const qif =
  "!Account\nNMain\nTBank\n^\n!Type:Bank\nD13/ 1'25\nT-1,234.56\nN17\nPPayee\nMMemo\nL[Other]\nSA\n$-1,000.00\n^\nD14/01/2025\nT5.00\n^\n!Type:Invst\nD1/1/25\n^\n"
const ofxText = ofx(
  bank(
    row({ amount: '-1.00', name: 'A & B', memo: '<![CDATA[x]]>' }) + row({ type: 'CREDIT', amount: '2,5', id: '2' }),
  ),
)
const bai2 = [
  '01,O,R,250116,0300,77/',
  '02,R,O,1,250115,,USD,2/',
  '03,123,USD,010,500,,/',
  '88,015,600,,S,1,2,3/',
  '16,195,150,V,250117,0900,B,C,TEXT, AND/',
  '88,MORE/',
  '16,475,50,D,1,0,50,,1042/',
  '49,1300,6/',
  '98,1300,1,8/',
  '99,1300,1,10/',
].join('\n')

/** From which length on a text cut off is complete enough to be read; everything shorter has to be refused. */
const formats: readonly [name: string, reader: StatementReader, text: string, complete: number][] = [
  ['MT940', readMt940, mt940, mt940.indexOf('-}')],
  ['OFX', readOfx, ofxText, ofxText.indexOf('</STMTRS>')],
  ['QIF', readQif, qif, qif.indexOf("1'25")],
  ['BAI2', readBai2, bai2, bai2.indexOf('99,')],
]

describe.each(formats)('%s', (_, reader, text, complete) => {
  test('the fixture itself is read', async () => {
    expect((await readText(reader, text)).statements.length).toBeGreaterThan(0)
  })

  test('cut off anywhere before its end it is refused, and never crashes', async () => {
    const { refused } = await readEveryPrefix(reader, text)
    expect(refused).toBeGreaterThanOrEqual(complete)
  })

  test('changed anywhere it is read or refused, and never crashes', async () => {
    const change = fc.record({
      at: fc.nat({ max: text.length - 1 }),
      kind: fc.constantFrom('replace' as const, 'remove' as const, 'repeat' as const, 'insert' as const),
      length: fc.integer({ min: 1, max: 40 }),
      noise: fc.string({ unit: 'binary', maxLength: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        async (changes, size) => {
          let mutated = text
          for (const { at, kind, length, noise } of changes) {
            const [before, touched, after] = [
              mutated.slice(0, at),
              mutated.slice(at, at + length),
              mutated.slice(at + length),
            ]
            if (kind === 'replace') mutated = before + noise + after
            if (kind === 'remove') mutated = before + after
            if (kind === 'repeat') mutated = before + touched.repeat(3) + after
            if (kind === 'insert') mutated = before + noise + touched + after
          }
          try {
            const read = await readText(reader, mutated, {}, size)
            for (const { amount } of read.statements.flatMap(({ entries }) => entries))
              expect(Number.isSafeInteger(amount)).toBe(true)
          } catch (error) {
            expect(error).toBeInstanceOf(StatementError)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
