import { expect, test } from 'vitest'
import { ElementScanner } from '../../../main/core/statements/camt053/scan-element.ts'
import { balance, type WrittenEntry, writeCamt } from '../camt-writer.ts'
import { read, refusal } from '../reading.ts'

// Entries of plain XML do not go through the parser. A comment in each of them sends them there: both ways must agree.

const entries: readonly WrittenEntry[] = [
  { amount: '10.50', info: 'A &amp; B &lt;x&gt; &quot;q&quot;' },
  {
    amount: '30.00',
    direction: 'DBIT',
    batch: '<NbOfTxs>2</NbOfTxs>',
    details: [
      '<Amt Ccy="EUR">20.00</Amt><RltdPties><Cdtr><Nm>Grün\n  &amp; Söhne</Nm></Cdtr></RltdPties>',
      "<Amt  Ccy='EUR' >10.00</Amt><RmtInf><Ustrd/><Ustrd>one</Ustrd><Ustrd>two</Ustrd></RmtInf>",
    ],
  },
  { amount: '1.00', currency: 'EUR', extra: '<AmtDtls><InstdAmt><Amt Ccy="USD">1.10</Amt></InstdAmt></AmtDtls>' },
]

const message = (written: readonly WrittenEntry[]) =>
  writeCamt({
    statements: [
      { balances: balance('OPBD', '100.00') + balance('CLBD', '81.50'), entries: written },
      { id: 'S-2', opening: '81.50', closing: '81.50', entries: [] },
    ],
  })

/** Without the verbatim fragments, which differ by the comment. */
const withoutRaw = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'raw' ? undefined : inner)))

const parsed = (text: string) => text.replaceAll('<Ntry>', '<Ntry><!-- parsed -->')

test.each([
  ['as written', message(entries)],
  ['with CR LF', message(entries).replaceAll('\n', '\r\n')],
  ['in one line', message(entries).replaceAll('\n', '')],
  [
    'with a prefix',
    message(entries)
      .replace(/<(\/?)(?=[A-Z])/g, '<$1ns:')
      .replace('xmlns=', 'xmlns:ns='),
  ],
])('an entry reads the same scanned and parsed, %s', async (_, text) => {
  const other = parsed(text).replaceAll('<ns:Ntry>', '<ns:Ntry><!-- parsed -->')
  const scanned = await read(text)
  expect(withoutRaw(scanned)).toEqual(withoutRaw(await read(other)))
  expect(scanned.statements.map(({ proof }) => proof.status)).toEqual(['proved', 'proved'])
  expect(scanned.statements[0]?.entries[1]?.children).toHaveLength(2)
})

test.each([
  ['a wrong amount', message([...entries, { amount: 'x' }])],
  ['an unknown entity', message([...entries, { amount: '1.00', info: '&shy;' }])],
  ['a wrong closing tag', message([...entries, { amount: '1.00', info: '<A></B>' }])],
  ['an attribute twice', message([...entries, { amount: '1.00', info: '<A x="1" x="2"/>' }])],
  ['a bare bracket', message([...entries, { amount: '1.00', info: 'a < b' }])],
  ['the end of CDATA', message([...entries, { amount: '1.00', info: 'a ]]> b' }])],
])('%s is refused at the same place', async (_, text) => {
  // The comment lengthens the first line of each entry only.
  const place = async (content: string) => {
    const { code, faults } = await refusal(content)
    return { code, faults }
  }
  expect(await place(text)).toEqual(await place(parsed(text)))
})

test('an entry inside a comment or CDATA is none', async () => {
  const text = message(entries).replace('<TxsSummry>', '')
  const hidden = text.replace('<Ntry>', '<!-- <Ntry><Amt Ccy="EUR">9.00</Amt></Ntry> --><Ntry>')
  expect((await read(hidden)).statements[0]?.booked.entries).toBe(3)
  const cdata = message([{ amount: '1.00', info: '<![CDATA[<Ntry><Amt>2.00</Amt></Ntry>]]>' }])
  expect((await read(cdata)).statements[0]?.entries.map(({ amount }) => amount)).toEqual([100])
})

test('what is not plain is left to the parser', () => {
  const scanner = new ElementScanner()
  for (const text of [
    '<A>&#65;</A>',
    '<A><!-- --></A>',
    '<A><![CDATA[x]]></A>',
    '<A><B></A>',
    '<A></A><B></B>',
    '<A',
    '<A></A',
    '<A x=1></A>',
    '<A x="a>b"></A>',
    '<A>x\ry</A>',
    '<a b></a>',
  ])
    expect(scanner.scan(text, 1, 60), text).toBeNull()
  expect(scanner.scan(`${'<A>'.repeat(5)}${'</A>'.repeat(5)}`, 1, 4)).toBeNull()
  expect(scanner.scan('<p:A>\n<p:B>x</p:B></p:A>', 7, 60)).toMatchObject({
    lines: 1,
    node: { name: 'A', line: 7, children: [{ name: 'B', line: 8, text: 'x' }] },
  })
})
