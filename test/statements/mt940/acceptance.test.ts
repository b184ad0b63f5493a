import { expect, test } from 'vitest'
import { readMt940 } from '../../../main/core/statements/mt940/read-mt940.ts'
import { entriesOf, entryOf, readText, warningCodes } from '../read-text.ts'

const lines = (...text: string[]) => text.join('\r\n')
const statement = (...body: string[]) =>
  lines(
    ':20:X1',
    ':25:DE02120300000000202051',
    ':28C:1/1',
    ':60F:C250101EUR100,00',
    ...body,
    ':62F:C250131EUR100,00',
    '-',
  )
const one = async (...body: string[]) => entryOf(await readText(readMt940, statement(...body)))

test('row 40: control characters around a message are ignored and a labelled Polish text is taken apart', async () => {
  const read = await readText(
    readMt940,
    `\u0001\n${lines(
      ':20:ST2505/1',
      ':25:PL61109010140000071219812874',
      ':28C:7/1',
      ':60F:C250519PLN1,10',
      ':61:2505190519CN0,02NTRFNONREF//XY250519000001',
      '911-WPLATA',
      ':86:911 WPLATA COLLECT; ID IPH: AA1; Z RACH.: ',
      '27114020040000300201355387; OD: ANNA KOWALSKA  ',
      'UL. DLUGA 7 00-001 WARSZAWA; TYT.: FAKTURA 12/2025   ; ',
      'TNR: 1234.000001',
      ':62F:C250519PLN1,12',
      '-\u0003',
    )}`,
  )
  const entry = entryOf(read)
  expect(read.statements[0]?.proof).toEqual({ status: 'proved', difference: 0 })
  expect(entry).toMatchObject({
    amount: 2,
    counterpartyName: 'ANNA KOWALSKA',
    counterpartyAccount: '27114020040000300201355387',
    remittanceText: 'FAKTURA 12/2025',
    transactionId: '1234.000001',
    bankReference: 'XY250519000001',
  })
})

test('row 41: two statements without a dash between them, long zeros, slash tags, account under the line', async () => {
  const page = (from: string, to: string, reference: string) => [
    ':20:940S250101',
    ':25:NL91ABNA0417164300',
    ':28C:0',
    `:60F:C250101EUR0000000${from}`,
    ':61:250101D000000000025,00N102EREF            ',
    'NL02ABNA0123456789',
    `:86:/EREF/${reference}/BENM//NAME/SOME VERY LONG NAME OF A COMP`,
    'ANY/REMI/INVOICE 4711/ISDT/2025-01-01',
    `:62F:C250108EUR0000000${to}`,
  ]
  const read = await readText(
    readMt940,
    lines(':940:', ...page('1000,00', '975,00', 'E1'), ...page('975,00', '950,00', 'E2')),
  )
  expect(
    read.statements.map(({ proof, opening, closing }) => [proof.status, opening?.amount, closing?.amount]),
  ).toEqual([
    ['proved', 100_000, 97_500],
    ['proved', 97_500, 95_000],
  ])
  expect(entriesOf(read)[1]).toMatchObject({
    endToEndId: 'E2',
    counterpartyName: 'SOME VERY LONG NAME OF A COMP ANY',
    counterpartyAccount: 'NL02ABNA0123456789',
    remittanceText: 'INVOICE 4711',
  })
})

test('row 42: value date 30 February becomes the last day, and the letter after D is a funds code', async () => {
  const read = await readText(readMt940, statement(':61:2502300301DR6,00N024NONREF', ':86:805?00ENTGELT?20Pauschale'))
  expect(entryOf(read)).toMatchObject({
    amount: -600,
    isReversal: false,
    valueDate: '2025-02-28',
    valueText: '250230',
    bookingDate: '2025-03-01',
  })
  expect(warningCodes(read)).toEqual(['value_date_adjusted'])
})

test('a line without a type begins at the reference that stands for none', async () => {
  const { entryReference, bankReference, bankCode } = await one(':61:2501300130D6,00NONREF//B7')
  expect([entryReference, bankReference, bankCode]).toEqual([undefined, 'B7', undefined])
  expect(await one(':61:2501300130D6,00NONRA9')).toMatchObject({
    bankCode: { proprietary: 'NONR' },
    entryReference: 'A9',
  })
})

test('original amount and charges may follow the references in the line itself', async () => {
  expect(await one(':61:2501300130D6,00NTRFA9//B7/OCMT/USD7,00//CHGS/EUR1,00/')).toMatchObject({
    entryReference: 'A9',
    bankReference: 'B7',
    originalAmount: 700,
    originalCurrency: 'USD',
    charges: [{ amount: 100, currency: 'EUR' }],
  })
  const { entryReference, bankReference, originalAmount } = await one(':61:2501300130D6,00NTRFNONREF//OCMT/EUR5,00/')
  expect([entryReference, bankReference, originalAmount]).toEqual([undefined, undefined, 500])
})

test('a code before a question mark is none of the text, and what stands before the line under :61: is the name', async () => {
  const said = (...body: string[]) => one(':61:2501300130D6,00NMSCNONREF//B7', ...body)
  expect(await said('Payment by phone', ':86:K70?CORNER SHOP Payment by phone')).toMatchObject({
    bankCode: { proprietary: 'NMSC+K70' },
    counterpartyName: 'CORNER SHOP',
    remittanceText: 'CORNER SHOP Payment by phone',
    additionalInfo: 'Payment by phone',
  })
  const fee = await said('Yearly fee', ':86:Z99?Yearly fee')
  expect([fee.counterpartyName, fee.remittanceText]).toEqual([undefined, 'Yearly fee'])
  const asked = await said('fee', ':86:WHY?yearly fee')
  expect([asked.counterpartyName, asked.remittanceText]).toEqual([undefined, 'WHY?yearly fee'])
})

test('row 43: German subfields over wrapped lines, an amount that ends in its comma, one decimal', async () => {
  const read = await readText(
    readMt940,
    statement(
      ':61:2509070904CR15000,NTRFNONREF//0724',
      ':86:166?00GUTSCHRIFT?100399?20EREF+AB 1234567890123456789?218 77?2',
      '2SVWZ+Rechnung 4711 vom 3.5?23. Danke?30COBADEFFXXX?31DE8937040',
      '0440532013000?32ERIKA?33        MUSTER',
      ':61:2509070904D8,5NTRFNONREF',
    ),
  )
  const [first, second] = entriesOf(read)
  expect(first).toMatchObject({
    amount: 1_500_000,
    valueDate: '2025-09-07',
    bookingDate: '2025-09-04',
    counterpartyName: 'ERIKA MUSTER',
    counterpartyBank: 'COBADEFFXXX',
    counterpartyAccount: 'DE89370400440532013000',
    endToEndId: 'AB 12345678901234567898 77',
    remittanceText: 'Rechnung 4711 vom 3.5 . Danke',
    remittanceJoined: 'Rechnung 4711 vom 3.5. Danke',
    bankCode: { proprietary: 'NTRF+166+0399', issuer: 'DK' },
  })
  expect(JSON.stringify({ ...first, raw: '' })).not.toMatch(/\?\d\d/)
  expect(second?.amount).toBe(-850)
})

test('row 44: F is a funds code, the line under :61: is kept, blank lines do no harm', async () => {
  const read = await readText(
    readMt940,
    lines(
      ':20:X',
      ':25:UBRTHUHB/123456789150ABCDEF002/HUF',
      ':28C:0072',
      '',
      ':60F:C250417HUF1000,10',
      ':61:250417CF200,00N527',
      'Csoportos átutalás',
      ':86:CAB25',
      'KFT.',
      ':62F:C250417HUF1200,10',
      '',
    ),
  )
  expect(read.statements[0]).toMatchObject({ account: 'UBRTHUHB/123456789150ABCDEF002', currency: 'HUF' })
  expect(read.statements[0]?.proof.status).toBe('proved')
  expect(entryOf(read)).toMatchObject({
    amount: 20_000,
    additionalInfo: 'Csoportos átutalás',
    remittanceText: 'CAB25 KFT.',
  })
})

test('row 45: a :86: behind :62F: belongs to the statement and its totals are compared', async () => {
  const text = (totals: string) =>
    lines(
      ':20:X',
      ':25:1',
      ':28C:0',
      ':60F:C250722EUR0,00',
      ':61:250722C3,00NTRFNONREF',
      ':86:rent',
      ':62F:C250723EUR3,00',
      `:86:${totals}`,
      '-XXX',
    )
  const right = await readText(readMt940, text('D000000C000001D0,00C3,00'))
  expect(entryOf(right).remittanceText).toBe('rent')
  expect(right.statements[0]?.declared).toEqual({ debitCount: 0, creditCount: 1, debitSum: 0, creditSum: 300 })
  expect(warningCodes(right)).toEqual(['booking_date_inferred'])
  expect(warningCodes(await readText(readMt940, text('D000001C000001D1,00C3,00')))).toContain('declared_totals_differ')
})

test('row 46: RC takes back, RD gives back, EC and ED are only expected', async () => {
  const read = await readText(
    readMt940,
    statement(
      ':61:250110RC10,00NTRFNONREF',
      ':61:250110RD10,00NTRFNONREF',
      ':61:250110RCR10,00NTRFNONREF',
      ':61:250110EC7,00NTRFNONREF',
      ':61:250110ED7,00NTRFNONREF',
    ),
  )
  expect(entriesOf(read).map(({ amount, isReversal, bankStatus }) => [amount, isReversal, bankStatus])).toEqual([
    [-1000, true, 'booked'],
    [1000, true, 'booked'],
    [-1000, true, 'booked'],
    [700, false, 'pending'],
    [-700, false, 'pending'],
  ])
})

test('row 47: the entry date takes the year that brings it nearest to the value date', async () => {
  expect((await one(':61:2501011231C1,00NTRFNONREF')).bookingDate).toBe('2024-12-31')
  expect((await one(':61:2412310102C1,00NTRFNONREF')).bookingDate).toBe('2025-01-02')
  expect((await one(':61:2501031231C1,00NTRFNONREF')).bookingDate).toBe('2024-12-31')
  expect((await one(':61:240229    C1,00NTRFNONREF')).bookingDate).toBe('2024-02-29')
})
