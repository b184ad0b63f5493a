import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readStatements } from '../../../main/core/statements/read.ts'
import type { StatementEntry } from '../../../main/core/statements/types.ts'

interface Layout {
  readonly bank: string
  readonly text: string
  readonly encoding?: string
  readonly account: string
  readonly currency: string
  readonly closing: number | null
  readonly entries: readonly Partial<StatementEntry>[]
}

const sgml = (charset: string) =>
  `OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:${charset}\r\nCOMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n`
const ok = '<STATUS><CODE>0<SEVERITY>INFO</STATUS>'

// Published layouts of banks and programs, each with invented content.
const layouts: readonly Layout[] = [
  {
    bank: 'United States, QFX in one line',
    account: '000123456789',
    currency: 'USD',
    closing: 543_210,
    text: `${sgml('1252').replaceAll('\r\n', '')}<OFX><SIGNONMSGSRSV1><SONRS>${ok}<DTSERVER>20250301120000[0:GMT]<LANGUAGE>ENG<FI><ORG>B1<FID>10898</FI><INTU.BID>10898<INTU.USERID>x</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1${ok}<STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>021000021<ACCTID>000123456789<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20250201<DTEND>20250228<STMTTRN><TRNTYPE>CHECK<DTPOSTED>20250203120000[0:GMT]<TRNAMT>-125.00<FITID>202502031<CHECKNUM>1042<NAME>CHECK 1042</STMTTRN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250204120000[0:GMT]<TRNAMT>2500.00<FITID>202502041<NAME>ACME PAYROLL<MEMO>PPD ID: 9111111101</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>5432.10<DTASOF>20250228120000[0:GMT]</LEDGERBAL><AVAILBAL><BALAMT>5400.00<DTASOF>20250228</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
    entries: [
      { amount: -12_500, chequeNo: '1042', bookingDate: '2025-02-03' },
      { amount: 250_000, counterpartyName: 'ACME PAYROLL', remittanceText: 'PPD ID: 9111111101' },
    ],
  },
  {
    bank: 'Brazil, decimal comma, closing tags here and there, Latin-1',
    encoding: 'latin1',
    account: '0123456789',
    currency: 'BRL',
    closing: 123_456,
    text: `${sgml('1252')}<OFX>\r\n<SIGNONMSGSRSV1>\r\n<SONRS>\r\n${ok}\r\n<DTSERVER>20250301100000[-03:EST]</DTSERVER>\r\n<LANGUAGE>POR</LANGUAGE>\r\n</SONRS>\r\n</SIGNONMSGSRSV1>\r\n<BANKMSGSRSV1>\r\n<STMTTRNRS>\r\n<TRNUID>1001</TRNUID>\r\n<STMTRS>\r\n<CURDEF>BRL</CURDEF>\r\n<BANKACCTFROM>\r\n<BANKID>0341</BANKID>\r\n<ACCTID>0123456789</ACCTID>\r\n</BANKACCTFROM>\r\n<BANKTRANLIST>\r\n<DTSTART>20250201100000[-03:EST]\r\n<DTEND>20250228100000[-03:EST]\r\n<STMTTRN>\r\n<TRNTYPE>DEBIT</TRNTYPE>\r\n<DTPOSTED>20250203000000[-03:EST]</DTPOSTED>\r\n<TRNAMT>-1.234,56</TRNAMT>\r\n<FITID>20250203001</FITID>\r\n<CHECKNUM>20250203001</CHECKNUM>\r\n<MEMO>PIX TRANSF  JOÃO 03/02</MEMO>\r\n</STMTTRN>\r\n</BANKTRANLIST>\r\n<LEDGERBAL>\r\n<BALAMT>1234,56\r\n<DTASOF>20250228000000[-03:EST]\r\n</LEDGERBAL>\r\n</STMTRS>\r\n</STMTTRNRS>\r\n</BANKMSGSRSV1>\r\n</OFX>\r\n`,
    entries: [{ amount: -123_456, bookingDate: '2025-02-03', remittanceText: 'PIX TRANSF JOÃO 03/02' }],
  },
  {
    bank: 'United Kingdom, XML 2.1.1 with a namespace prefix and comments',
    account: '20304012345678',
    currency: 'GBP',
    closing: -500,
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n<!-- made for a test -->\n<ofx:OFX xmlns:ofx="http://ofx.net/types/2003/04"><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP</CURDEF><BANKACCTFROM><BANKID>203040</BANKID><ACCTID>20304012345678</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM><BANKTRANLIST><DTSTART>20250201</DTSTART><DTEND>20250228</DTEND><STMTTRN><TRNTYPE>DIRECTDEBIT</TRNTYPE><DTPOSTED>20250203000000[0:GMT]</DTPOSTED><TRNAMT>-45.10</TRNAMT><FITID>A&amp;B</FITID><NAME>Gas &amp; Power&#163;</NAME><MEMO/></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>-5.00</BALAMT><DTASOF>20250228</DTASOF></LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></ofx:OFX>`,
    entries: [{ amount: -4510, bankReference: 'A&B', counterpartyName: 'Gas & Power£' }],
  },
  {
    bank: 'France, no header, decimal comma, memo continued',
    account: '00012345678',
    currency: 'EUR',
    closing: 10_050,
    text: `<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>0${ok}<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>00012345678<ACCTTYPE>CHECKING<ACCTKEY>89</BANKACCTFROM><BANKTRANLIST><DTSTART>20250201<DTEND>20250228\n<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250203<DTUSER>20250202<TRNAMT>-12,50<FITID>X1<NAME>PRLV SEPA ÉNERGIE<MEMO>FACTURE 2025/02</STMTTRN>\n</BANKTRANLIST><LEDGERBAL><BALAMT>+100,50<DTASOF>20250228</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
    entries: [{ amount: -1250, counterpartyName: 'PRLV SEPA ÉNERGIE', remittanceText: 'FACTURE 2025/02' }],
  },
  {
    bank: 'card account with a payee and no balance date',
    account: '4111111111111111',
    currency: 'CAD',
    closing: -25_000,
    text: `${sgml('NONE')}<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><TRNUID>1${ok}<CCSTMTRS><CURDEF>CAD<CCACCTFROM><ACCTID>4111111111111111</CCACCTFROM><BANKTRANLIST><DTSTART>20250201<DTEND>20250228<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250203<TRNAMT>-250.0000<FITID>7<PAYEE><NAME>Hotel<ADDR1>1 St<CITY>Y<STATE>ON<POSTALCODE>1<PHONE>1</PAYEE><ORIGCURRENCY><CURRATE>1.35<CURSYM>USD</ORIGCURRENCY></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>-250.00</LEDGERBAL></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`,
    entries: [{ amount: -25_000, counterpartyName: 'Hotel', originalCurrency: 'USD', exchangeRate: '1.35' }],
  },
]

test.each(layouts)('$bank', async ({ text, encoding = 'utf8', account, currency, closing, entries }) => {
  const read = await readStatements(iconv.encode(text, encoding))
  expect(read.format).toBe('ofx')
  expect(read.statements).toHaveLength(1)
  expect(read.statements[0]).toMatchObject({ account, currency })
  expect(read.statements[0]?.closing?.amount ?? null).toBe(closing)
  expect(read.statements[0]?.entries).toMatchObject(entries)
  expect(read.warnings).toEqual([])
  expect(read.questions).toEqual([])
})

test('an amount that is a lone point is a note of the bank, not a movement', async () => {
  const text = `${sgml('1252')}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>BRL<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250203<TRNAMT>     .  <FITID>0<MEMO>SALDO DIA</STMTTRN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250203<TRNAMT>7.00<FITID>1</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
  const { statements, warnings } = await readStatements(Buffer.from(text))
  expect(statements[0]).toMatchObject({ notBooked: 1, booked: { entries: 1, creditSum: 700 } })
  expect(warnings).toEqual([])
})
