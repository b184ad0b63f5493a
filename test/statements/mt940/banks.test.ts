import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readStatements } from '../../../main/core/statements/read.ts'
import type { StatementEntry } from '../../../main/core/statements/types.ts'

interface Layout {
  readonly bank: string
  readonly text: readonly string[]
  readonly encoding?: string
  readonly end?: string
  readonly account: string
  readonly entries: readonly Partial<StatementEntry>[]
}

// Published layouts of banks, each with an invented statement. All prove.
const layouts: readonly Layout[] = [
  {
    bank: 'German savings bank, in Windows-1252',
    encoding: 'windows-1252',
    account: '87052000/0190001234',
    text: [
      ':20:STARTUMS',
      ':25:87052000/0190001234',
      ':28C:0',
      ':60F:C250301EUR1000,00',
      ':61:2503030303D49,90N005NONREF',
      ':86:105?00FOLGELASTSCHRIFT?109248?20EREF+2025-03-4711?21MREF+M-00017?22CR',
      'ED+DE55ZZZ00000123456?23SVWZ+Beitrag März, Mitglied ?24Jürgen Groß?3087052000?31DE0287052000019',
      '0009999?32Sportverein Grün-Weiß e.V.?34992',
      ':62F:C250303EUR950,10',
      '-',
    ],
    entries: [
      {
        amount: -4990,
        endToEndId: '2025-03-4711',
        mandateId: 'M-00017',
        creditorId: 'DE55ZZZ00000123456',
        remittanceText: 'Beitrag März, Mitglied Jürgen Groß',
        counterpartyName: 'Sportverein Grün-Weiß e.V.',
        additionalInfo: 'FOLGELASTSCHRIFT',
      },
    ],
  },
  {
    bank: 'German big bank that spells references out',
    account: '50040000/0012345678',
    text: [
      ':20:2025-03-03',
      ':25:50040000/0012345678EUR',
      ':28C:5/1',
      ':60F:D250301EUR10,00',
      ':61:2503030303CR20,00N177NONREF//0000',
      ':86:166?00GUTSCHRIFT?20End-to-End-Ref.:?21ABC-1?22Rechnung 5?32KUNDE',
      ':62F:C250303EUR10,00',
      '-',
    ],
    entries: [{ amount: 2000, endToEndId: 'ABC-1', remittanceText: 'Rechnung 5', counterpartyName: 'KUNDE' }],
  },
  {
    bank: 'Dutch bank with slash tags and its name before each message',
    account: '417164300',
    text: [
      'ABNANL2A',
      '940',
      'ABNANL2A',
      ':20:ABN AMRO BANK NV',
      ':25:417164300',
      ':28:06201/1',
      ':60F:C250301EUR5,00',
      ':61:2503030303C12,5N654NONREF',
      ':86:/TRTP/SEPA OVERBOEKING/IBAN/FR7630006000011234567890189/BIC/AGRI',
      'FRPPXXX/NAME/PARIS/REMI/FACTUUR 2025/12 DD 01-03/EREF/NOTPROVIDED',
      ':62F:C250303EUR17,5',
      '-',
    ],
    entries: [
      {
        amount: 1250,
        counterpartyAccount: 'FR7630006000011234567890189',
        counterpartyBank: 'AGRIFRPPXXX',
        counterpartyName: 'PARIS',
        remittanceJoined: 'FACTUUR 2025/12 DD 01-03',
      },
    ],
  },
  {
    bank: 'Dutch bank with a byte count before each message',
    end: '\n',
    account: 'NL69INGB0123456789',
    text: [
      '{1:F01INGBNL2ABXXX0000000000}',
      '{2:I940INGBNL2AXXXN}',
      '{4:',
      ':20:P140220000000001',
      ':25:NL69INGB0123456789EUR',
      ':28C:00000',
      ':60F:C250219EUR662,23',
      ':61:2502200220C1,56NTRFEREF//00000000001005',
      '/TRCD/00100/',
      ':86:/EREF/EV12341REP1231456T1234//CNTP/NL32INGB0000012345/INGBNL2',
      'A/ING BANK NV INZAKE WEB///REMI/USTD//EV10001REP1000000T1000/',
      ':62F:C250220EUR663,79',
      ':64:C250220EUR663,79',
      ':86:/SUM/0/1/0,00/1,56/',
      '-}',
    ],
    entries: [
      {
        amount: 156,
        endToEndId: 'EV12341REP1231456T1234',
        counterpartyAccount: 'NL32INGB0000012345',
        counterpartyBank: 'INGBNL2A',
        counterpartyName: 'ING BANK NV INZAKE WEB',
        remittanceText: 'EV10001REP1000000T1000',
      },
    ],
  },
  {
    bank: 'Dutch bank with dots in the account and no entry date',
    account: '1291.99.348',
    text: [
      ':940:',
      ':20:940A250421',
      ':25:1291.99.348 EUR',
      ':28C:00000/00',
      ':60F:C250411EUR000000001147,95',
      ':61:250412D000000000077,85N713NONREF          ',
      'P001234567',
      ':86:TELECOM BV                       FACTUUR 4711',
      ':62F:C250412EUR000000001070,10',
    ],
    entries: [{ amount: -7785, counterpartyAccount: 'P001234567', remittanceText: 'TELECOM BV FACTUUR 4711' }],
  },
  {
    bank: 'Dutch bank that divides with >',
    account: 'TRIODOSBANK/0390123456',
    text: [
      ':20:1308728725026/1',
      ':25:TRIODOSBANK/0390123456',
      ':28:1',
      ':60F:C250101EUR1,00',
      ':61:250102C5,00NETNONREF',
      ':86:000>100987654321>20HUUR MEI>21WONING 7>32DHR. DE BOER',
      ':62F:C250102EUR6,00',
      '-',
    ],
    entries: [{ amount: 500, remittanceText: 'HUUR MEI WONING 7', counterpartyName: 'DHR. DE BOER' }],
  },
  {
    bank: 'Dutch bank with the other account as reference',
    account: 'NL81ASNB9999999999',
    text: [
      '{1:F01ASNBNL21XXXX0000000000}{2:O940ASNBNL21XXXXN}{3:}{4:',
      ':20:0000000000',
      ':25:NL81ASNB9999999999',
      ':28C:1/1',
      ':60F:C250101EUR404,81',
      ':61:2501010101D65,00NOVBNL47INGB9999999999',
      'mw a jansen',
      ':86:NL47INGB9999999999 mw a jansen',
      '',
      'Betaling sieraden',
      ':62F:C250131EUR339,81',
      '-}{5:}',
    ],
    entries: [{ amount: -6500, counterpartyAccount: 'NL47INGB9999999999', counterpartyName: 'mw a jansen' }],
  },
  {
    bank: 'Swiss post',
    account: 'CH9300762011623852957',
    text: [
      ':20:P2025',
      ':25:CH9300762011623852957',
      ':28C:1/1',
      ':60F:C250301CHF100,00',
      ':61:2503030303C250,00NTRF210000000003139471430009017//TX4711',
      'GUTSCHRIFT QR',
      ':86:GUTSCHRIFT AUFTRAGGEBER: MEIER AG ZUERICH REFERENZ 210000000003139',
      '471430009017',
      ':62F:C250303CHF350,00',
      '-',
    ],
    entries: [{ amount: 25_000, entryReference: '210000000003139471430009017', bankReference: 'TX4711' }],
  },
  {
    bank: 'Polish bank with ~, in Windows-1250',
    encoding: 'windows-1250',
    account: 'PL61109010140000071219812874',
    text: [
      ':20:MT940',
      ':25:/PL61109010140000071219812874',
      ':28C:00001/1',
      ':60F:C250301PLN100,00',
      ':61:2503030303DN25,00S020NONREF',
      'PRZELEW KRAJOWY',
      ':86:020~00PRZELEW',
      '~20Opłata za śniegowce',
      '~21 i żagle',
      '~32SPÓŁKA ŁÓDŹ',
      '~38PL27114020040000300201355387',
      ':62F:C250303PLN75,00',
      '-',
    ],
    entries: [
      {
        amount: -2500,
        isReversal: false,
        remittanceText: 'Opłata za śniegowce i żagle',
        counterpartyName: 'SPÓŁKA ŁÓDŹ',
        counterpartyAccount: 'PL27114020040000300201355387',
      },
    ],
  },
  {
    bank: 'Czech bank',
    account: '0300/000000117859263',
    text: [
      ':20:PS_000000000001',
      ':25:0300/000000117859263',
      ':28C:00021/001',
      ':60F:C250301CZK1000,00',
      ':61:2503030303CK500,00NMSC0020250017//0000000001',
      ':86:010?00PRICHOZI UHRADA?20VS: 0020250017 KS: 0308?21DEKUJEME?3001',
      '00?31000000-1234567890?32NOVAK',
      ':62F:C250303CZK1500,00',
      '-',
    ],
    entries: [
      {
        amount: 50_000,
        counterpartyAccount: '000000-1234567890',
        structuredReferences: [
          { scheme: 'VS', value: '20250017', check: 'none' },
          { scheme: 'KS', value: '308', check: 'none' },
        ],
      },
    ],
  },
  {
    bank: 'Nordic bank, crown account, original amount',
    account: '54400001111',
    text: [
      '{1:F01DABASESXAXXX0000000000}{2:O9400000000000DABASESXAXXX00000000000000000000N}{4:',
      ':20:940',
      ':25:54400001111',
      ':28C:45/1',
      ':60F:C250301SEK500,00',
      ':61:2503030303DK120,50NTRFFAKT 12//5555',
      '/OCMT/EUR10,00//EXCH/11,45//CHGS/SEK6,00/',
      ':86:LEVERANTOR AB FAKT 12',
      ':62F:C250303SEK379,50',
      ':64:C250303SEK379,50',
      '-}',
    ],
    entries: [
      {
        amount: -12_050,
        entryReference: 'FAKT 12',
        originalAmount: 1000,
        originalCurrency: 'EUR',
        exchangeRate: '11,45',
        charges: [{ amount: 600, currency: 'SEK' }],
      },
    ],
  },
  {
    bank: 'Spanish bank, blanks in the account, points as groups',
    account: 'ES9121000418450200051332',
    text: [
      ':20:MOV',
      ':25:ES91 2100 0418 4502 0005 1332',
      ':28C:00061/00001',
      ':60F:C250301EUR1.000,00',
      ':61:2503030303C2.345,67NTRFTRANSFERENCIA//0049',
      ':86:TRANSFERENCIA DE ACME SL, CONCEPTO FRA 2025/7',
      ':62F:C250303EUR3.345,67',
      '-',
    ],
    entries: [{ amount: 234_567, remittanceText: 'TRANSFERENCIA DE ACME SL, CONCEPTO FRA 2025/7' }],
  },
]

test.each(layouts)('$bank', async ({ text, encoding = 'utf8', end = '\r\n', account, entries }) => {
  const read = await readStatements(iconv.encode(text.join(end) + end, encoding))
  expect(read.format).toBe('mt940')
  expect(read.statements).toHaveLength(1)
  expect(read.statements[0]).toMatchObject({ account, proof: { status: 'proved' } })
  expect(read.statements[0]?.entries).toMatchObject(entries)
  expect(read.warnings.map(({ code }) => code).filter((code) => code !== 'booking_date_inferred')).toEqual([])
})

test('a bank identifier before an IBAN is left out; a bank code before an account number is not', async () => {
  const accountOf = async (account: string) => {
    const text = `:20:X\n:25:${account}\n:28C:1\n:60F:C250301EUR0,\n:62F:C250301EUR0,\n-\n`
    return (await readStatements(Buffer.from(text))).statements[0]?.account
  }
  expect(await accountOf('BILLLULLXXX/LU540026121160200600')).toBe('LU540026121160200600')
  expect(await accountOf('87052000/0190001234')).toBe('87052000/0190001234')
})
