import { expect, test } from 'vitest'
import { readOfx } from '../../../main/core/statements/ofx/read-ofx.ts'
import { readStatements } from '../../../main/core/statements/read.ts'
import { entriesOf, entryOf, failureOf, readText, warningCodes } from '../read-text.ts'
import { bank, header, ofx, row } from './ofx-text.ts'

test('row 67: debits and a credit with a closing balance; not provable without the previous one', async () => {
  const read = await readText(
    readOfx,
    ofx(
      bank(
        row({ type: 'CREDIT', amount: '0.02', id: '1', date: '20250103120000.000' }) +
          row({ amount: '-20.51', id: '2' }) +
          row({ type: 'CHECK', amount: '-5.00', id: '3', more: '<CHECKNUM>318' }),
        { balance: '74.51' },
      ),
    ),
  )
  const [statement] = read.statements
  expect(statement).toMatchObject({
    account: '111',
    currency: 'USD',
    opening: null,
    closing: { amount: 7451, date: '2025-01-31', kind: 'LEDGERBAL' },
    proof: { status: 'not_provable' },
    fromDate: '2025-01-01',
  })
  expect(entriesOf(read).map(({ amount, bookingDate }) => [amount, bookingDate])).toEqual([
    [2, '2025-01-03'],
    [-2051, '2025-01-02'],
    [-500, '2025-01-02'],
  ])
  expect(entriesOf(read)[2]?.chequeNo).toBe('318')
  expect(read.formatDetail).toBe('OFX 1.0.2 (SGML)')
})

test('row 68: every transaction without a valid date is listed with FITID and line', async () => {
  const rows = `<STMTTRN>\n<TRNAMT>-8.00\n<FITID>A\n</STMTTRN>\n<STMTTRN>\n<DTPOSTED>\n<TRNAMT>2\n<FITID>B\n</STMTTRN>\n${row({ amount: '1', id: 'C', date: '20250230' })}`
  const failure = await failureOf(readOfx, ofx(bank(rows)))
  expect(failure.code).toBe('booking_date_invalid')
  expect(failure.faults.map(({ line, message }) => [line, /FITID (\w)/.exec(message)?.[1]])).toEqual([
    [10, 'A'],
    [15, 'B'],
    [19, 'C'],
  ])
})

test('row 69: a card statement in XML without closing tags, and one with CDATA', async () => {
  const xml = '<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="203" SECURITY="NONE"?>\n'
  const card = await readText(
    readOfx,
    `${xml}<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>AUD<CCACCTFROM><ACCTID>4111 1111</CCACCTFROM><BANKTRANLIST>${row({ amount: '-5.50' })}</BANKTRANLIST><LEDGERBAL><BALAMT>-123.45<DTASOF>20250301</LEDGERBAL></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`,
  )
  expect(card.statements[0]).toMatchObject({ account: '41111111', currency: 'AUD', closing: { amount: -12_345 } })
  expect(entryOf(card).amount).toBe(-550)
  expect(card.formatDetail).toBe('OFX 2.0.3 (XML)')

  const full = await readText(
    readOfx,
    `${xml}<OFX>\r\n <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>AUD</CURDEF><BANKACCTFROM><ACCTID>9</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20250102</DTPOSTED>\r\n<TRNAMT>-16.85</TRNAMT><FITID>1</FITID><CHECKNUM>0</CHECKNUM><NAME><![CDATA[STORE <A> & B  ]]></NAME></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  )
  expect(entryOf(full)).toMatchObject({ amount: -1685, counterpartyName: 'STORE <A> & B', bankReference: '1' })
  expect(entryOf(full).chequeNo).toBeUndefined()
  expect(full.statements[0]?.closing).toBeNull()
})

test('row 70: 1252 declared but UTF-8 sent; decimal comma, bare ampersand, wrong closing tag', async () => {
  const rows =
    '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250102<TRNAMT>-1234,56<FITID>1<NAME>Müller & Söhne</MEMO></STMTTRN>\n' +
    '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250103<TRNAMT>+7,5<FITID>2<NAME>A &amp; B</NAME><MEMO>1 < 2 and <3</STMTTRN>\n'
  const read = await readStatements(Buffer.from(ofx(bank(rows))))
  expect(read.format).toBe('ofx')
  expect(read.statements[0]?.entries.map(({ amount, counterpartyName }) => [amount, counterpartyName])).toEqual([
    [-123_456, 'Müller & Söhne'],
    [750, 'A & B'],
  ])
  expect(read.statements[0]?.entries[1]?.remittanceText).toBe('1 < 2 and <3')

  const latin = await readStatements(Buffer.from(ofx(bank(rows)), 'latin1'))
  expect(latin.statements[0]?.entries[0]?.counterpartyName).toBe('Müller & Söhne')
})

test('row 71: empty FITIDs and two equal lines of one day are both kept', async () => {
  const twin = '<STMTTRN><TRNTYPE>POS<DTPOSTED>20250102<TRNAMT>-3.10<FITID><NAME>COFFEE</STMTTRN>\n'
  const read = await readText(readOfx, ofx(bank(twin + twin)))
  expect(entriesOf(read)).toHaveLength(2)
  expect(entriesOf(read).map(({ bankReference }) => bankReference)).toEqual([undefined, undefined])
  expect(warningCodes(read)).toEqual([])
})

test('the header may stand in one line, or be absent, and every chunk size reads the same', async () => {
  const body = ofx(bank(row({ amount: '-1.00', name: 'X' }))).slice(header.length)
  for (const start of ['', header.replaceAll('\n', ' '), header.replaceAll('\n', ''), '\n\n\n'])
    for (const size of [1, 5, 4096]) {
      const read = await readText(readOfx, start + body, {}, size)
      expect(entryOf(read)).toMatchObject({ amount: -100, counterpartyName: 'X' })
    }
})
