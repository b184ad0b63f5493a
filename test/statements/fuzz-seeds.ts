import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeZip } from '../support/zip-writer.ts'
import { balance, writeCamt } from './camt-writer.ts'

const camt = writeCamt({
  statements: [
    {
      opening: '10.00',
      closing: '1.00',
      owner: 'Müller GmbH',
      summary: '<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries><Sum>29.00</Sum></TtlNtries></TxsSummry>',
      entries: [
        { amount: '10.00', details: ['<Refs><EndToEndId>E1</EndToEndId></Refs><RmtInf><Ustrd>R 1</Ustrd></RmtInf>'] },
        {
          amount: '17.00',
          direction: 'DBIT',
          batch: '<NbOfTxs>2</NbOfTxs>',
          details: ['<Amt Ccy="EUR">9.00</Amt>', ''],
        },
        { amount: '2.00', direction: 'DBIT', reversal: true, info: 'Gebühr' },
      ],
    },
    { balances: balance('ITBD', '1.00') + balance('CLBD', '5.00'), entries: [{ amount: '4.00', status: 'PDNG' }] },
  ],
})

const csv = `Konto;DE02120300000000202051\r\n\r\nBuchung;Valuta;Empfänger;Text;Betrag;Währung;Saldo\r\n${[
  '01.03.2025;01.03.2025;"Müller; Söhne";Rechnung 1;-1.234,56;EUR;765,44',
  '02.03.2025;03.03.2025;Anna;"Miete ""März""\r\nzweite Zeile";1.000,00;EUR;1.765,44',
  '13.03.2025;13.03.2025;;Zinsen;0,17;EUR;1.765,61',
].join('\r\n')}\r\nSaldo;;;;1.765,61;EUR;\r\n`

const mt940 = [
  '{1:F01BANKDEFFXXXX}{2:I940BANKDEFFXXXXN}{4:',
  ':20:STARTUMS',
  ':25:50880050/0194787400888',
  ':28C:1/1',
  ':60F:C250228EUR1000,00',
  ':61:2503010301D17,50NTRFNONREF//B1',
  ':86:177?00Überweisung?20EREF+A-1?21SVWZ+Rechnung 2025-00?2207?32Anna Berg',
  ':61:250301RC5,NTRFREF',
  ':86:/EREF/X/REMI/Text',
  ':62F:C250301EUR977,50',
  '-}',
].join('\r\n')

const ofx = [
  'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nCHARSET:1252\r\n',
  '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>123</BANKACCTFROM><BANKTRANLIST>',
  '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250301120000[-3:BRT]<TRNAMT>-5,50<FITID>1<NAME>A & B<MEMO>x</STMTTRN>',
  '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250302<TRNAMT>7.00<FITID>2<NAME>C</STMTTRN>',
  '</BANKTRANLIST><LEDGERBAL><BALAMT>1.50<DTASOF>20250302</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
].join('\n')

const qif =
  "!Account\nNGiro\nTBank\n^\n!Type:Bank\nD1/ 2'25\nT-1,234.56\nPMiller\nMRent\nL[Savings]\n^\nD13/02/25\nT5\n^\n"

const bai2 = [
  '01,BANK,ME,250301,1200,1,,,2/',
  '02,ME,BANK,1,250301,,EUR,2/',
  '03,123456,EUR,010,100000,,,015,101500,,/',
  '16,195,2500,S,2500,0,0,REF1,,Payment/',
  '88,of invoice 2025-0007',
  '16,475,1000,Z,,,Cheque/',
  '49,205000,5/',
  '98,205000,1,7/',
  '99,205000,1,9/',
].join('\n')

const filesBelow = (folder: string): readonly Buffer[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .toSorted()
        .map((path) => readFileSync(path))
    : []

/** Files of every format to damage: written here, our fixtures, and the shared samples where they are there. */
export function fuzzSeeds(): readonly Buffer[] {
  const own = [camt, csv, mt940, ofx, qif, bai2].map((text) => Buffer.from(text))
  const packed = [
    gzipSync(camt),
    writeZip([
      { name: 'a.xml', content: camt },
      { name: 'b.csv', content: csv },
    ]),
  ]
  const fixtures = filesBelow(join(import.meta.dirname, '../fixtures/statements'))
  return [
    ...own,
    ...packed,
    ...fixtures,
    ...filesBelow(join(import.meta.dirname, '../../../shared/samples/statements')),
  ]
}
