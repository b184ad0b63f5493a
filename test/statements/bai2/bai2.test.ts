import { expect, test } from 'vitest'
import { readBai2 } from '../../../main/core/statements/bai2/read-bai2.ts'
import { readStatements } from '../../../main/core/statements/read.ts'
import { entriesOf, entryOf, failureOf, readText, warningCodes } from '../read-text.ts'

interface Parts {
  readonly account?: string
  readonly rows?: readonly string[]
  readonly control?: number
  readonly group?: string
}

/** A file of one group and one account whose trailers fit, unless `control` says otherwise. */
function bai2({
  account = '03,1234567,USD,010,50000,,,015,60000,,/',
  rows = [],
  control,
  group = '02,RCV,ORG,1,250115,0200,USD,2/',
}: Parts): string {
  const amounts = [...account.matchAll(/(?:^03,[^,]*,[^,]*|,),?(\d{3}),(-?\d+),/g)].map((found) => Number(found[2]))
  const details = rows.filter((line) => line.startsWith('16,')).map((line) => Number(line.split(',')[2]) || 0)
  const total = control ?? [...amounts, ...details].reduce((sum, amount) => sum + amount, 0)
  const records = rows.length + 2
  return [
    '01,ORG,RCV,250116,0300,77,80,1,2/',
    group,
    account,
    ...rows,
    `49,${total},${records}/`,
    `98,${total},1,${records + 2}/`,
    `99,${total},1,${records + 4}/`,
    '',
  ].join('\r\n')
}

test('row 73: text of continuations is joined, funds type S keeps the fields in place, a wrong total is reported', async () => {
  const read = await readText(
    readBai2,
    bai2({
      rows: [
        '16,165,15000,S,15000,0,0,BREF1,CREF1,PAYMENT OF INV',
        '88,OICE 4711, PART 1/2',
        '88,AND MORE/',
        '16,475,5000,,,1042/',
      ],
      control: 1,
    }),
  )
  expect(entriesOf(read)[0]).toMatchObject({
    amount: 15_000,
    bankReference: 'BREF1',
    entryReference: 'CREF1',
    remittanceText: 'PAYMENT OF INV OICE 4711, PART 1/2 AND MORE',
    remittanceJoined: 'PAYMENT OF INVOICE 4711, PART 1/2AND MORE',
    bookingDate: '2025-01-15',
    bankCode: { proprietary: '165', issuer: 'BAI' },
  })
  expect(entriesOf(read)[1]).toMatchObject({ amount: -5000, chequeNo: '1042' })
  expect(read.statements[0]).toMatchObject({ account: '1234567', currency: 'USD', proof: { status: 'proved' } })
  expect(warningCodes(read)).toEqual(['declared_totals_differ', 'declared_totals_differ', 'declared_totals_differ'])
  expect(read.warnings[0]?.line).toBe(8)
})

test('is recognised by its first records, also with padded lines', async () => {
  const text = bai2({ rows: ['16,399,10000,0,,,DEPOSIT/'] }).replaceAll('\r\n', '          \r\n')
  const read = await readStatements(Buffer.from(text))
  expect([read.format, read.formatDetail, read.statements[0]?.proof.status]).toEqual(['bai2', 'BAI2', 'proved'])
  expect(read.warnings).toEqual([])
})

test('a file whose trailers agree has no remark', async () => {
  const read = await readText(readBai2, bai2({ rows: ['16,399,12000,Z,,,A, B/C', '16,699,2000,0,B,C,/'] }))
  expect(read.warnings).toEqual([])
  expect(entriesOf(read).map(({ amount, remittanceText }) => [amount, remittanceText])).toEqual([
    [12_000, 'A, B/C'],
    [-2000, undefined],
  ])
})

test.each([
  ['V,250117,0900,', '2025-01-17'],
  ['V,250117,,', '2025-01-17'],
  ['D,2,0,500,1,500,', null],
  ['D,0,', null],
  ['1,', null],
  [',', null],
])('funds type %s leaves the references in place', async (funds, valueDate) => {
  const entry = entryOf(await readText(readBai2, bai2({ rows: [`16,195,1000,${funds}BANK,CUST,TEXT/`] })))
  expect(entry).toMatchObject({ bankReference: 'BANK', entryReference: 'CUST', remittanceText: 'TEXT', valueDate })
})

test('summaries over continuations, with funds types of their own, give balances and declared totals', async () => {
  const read = await readText(
    readBai2,
    bai2({
      account: '03,99,,010,-500,,,040,400,,S,1,2,3/',
      rows: ['88,015,+500,,/', '88,045,450,,,100,1000,1,,400,0,0,/', '16,195,1000,,,,/'],
      control: -500 + 400 + 500 + 450 + 1000 + 0 + 1000,
    }),
  )
  expect(read.statements[0]).toMatchObject({
    opening: { amount: -500, date: '2025-01-15', kind: '010' },
    closing: { amount: 500, kind: '015' },
    otherBalances: [
      { amount: 400, kind: '040' },
      { amount: 450, kind: '045' },
    ],
    declared: { creditCount: 1, creditSum: 1000, debitCount: 0, debitSum: 0 },
    proof: { status: 'proved' },
  })
  expect(warningCodes(read)).toEqual([])
})

test('the currency is that of the account, else of the group, else USD; amounts are minor units of it', async () => {
  const currencyOf = async (account: string, group: string) =>
    (await readText(readBai2, bai2({ account, group, rows: ['16,195,1000,,,,/'] }))).statements[0]?.currency
  expect(await currencyOf('03,1,JPY/', '02,R,O,1,250115,,EUR,2/')).toBe('JPY')
  expect(await currencyOf('03,1,/', '02,R,O,1,250115,,EUR,2/')).toBe('EUR')
  expect(await currencyOf('03,1/', '02,R,O,1,250115/')).toBe('USD')
})

test('codes of the bank’s own list are asked for once', async () => {
  const text = bai2({ rows: ['16,921,100,,,,/', '16,961,200,,,,/'] })
  const asked = await readText(readBai2, text)
  expect(asked.questions).toMatchObject([{ code: 'amount_sign', chosen: 'by_range', changesAmounts: true }])
  expect(entriesOf(asked).map(({ amount }) => amount)).toEqual([100, -200])
  const answered = await readText(readBai2, text, { answers: { amount_sign: 'debit' } })
  expect(answered.questions).toEqual([])
  expect(entriesOf(answered).map(({ amount }) => amount)).toEqual([-100, -200])
})

test('several groups and accounts are several statements; interim groups are remarked on', async () => {
  const account = (id: string) => [`03,${id},USD,010,0,,,015,100,,/`, '16,195,100,,,,/', '49,200,3/']
  const text = [
    '01,O,R,250116,0300,77/',
    '02,R,O,1,250115,,USD,3/',
    ...account('1'),
    ...account('2'),
    '98,400,2,8/',
    '02,R,O,1,250116,,USD,2/',
    ...account('1'),
    '98,200,1,5/',
    '99,600,2,15/',
  ].join('\n')
  const read = await readText(readBai2, text, {}, 7)
  expect(read.statements.map(({ account: id, toDate, proof }) => [id, toDate, proof.status])).toEqual([
    ['1', '2025-01-15', 'proved'],
    ['2', '2025-01-15', 'proved'],
    ['1', '2025-01-16', 'proved'],
  ])
  expect(warningCodes(read)).toEqual(['interim_statement'])
})

test('messages without money are information; names of clearing-house payments are found', async () => {
  const read = await readText(
    readBai2,
    bai2({
      rows: ['16,890,,,,,A NOTE/', '16,142,100,,,,ORIG CO NAME:ACME CORP         ORIG ID:123 DESC DATE:250114/'],
    }),
  )
  expect(entriesOf(read)[0]).toMatchObject({ amount: 0, bankStatus: 'info', remittanceText: 'A NOTE' })
  expect(entriesOf(read)[1]?.counterpartyName).toBe('ACME CORP')
})

test('labelled lines name the other side of a wire, by its direction; of a return nobody', async () => {
  const wire = [
    '88,ORG:=OPTIONS CLEARING LTD',
    '88,ORG ADDRESS:=2/MAIN STREET',
    '88,BNF ID:=33 00',
    '88,BNF NAME:=OWN FIRM INC',
    '88,EREF: 4711',
    '88,OBI:=INVOICE 12/',
  ]
  const rows = ['16,195,100,,,,FED NO: 1', ...wire, '16,495,100,,,,FED NO: 2', ...wire, '16,266,100,,,,BACK', ...wire]
  const [paid, sent, back] = entriesOf(await readText(readBai2, bai2({ rows })))
  expect(paid).toMatchObject({ counterpartyName: 'OPTIONS CLEARING LTD', endToEndId: '4711' })
  expect(paid).not.toHaveProperty('counterpartyAccount')
  expect(sent).toMatchObject({ counterpartyName: 'OWN FIRM INC', counterpartyAccount: '3300' })
  expect(sent?.remittanceText).toContain('OBI:=INVOICE 12')
  expect(back).not.toHaveProperty('counterpartyName')
})

test.each(['2', '3', '4', '9'])('group status %s is refused', async (status) => {
  const failure = await failureOf(readBai2, bai2({ group: `02,R,O,${status},250115,,USD,2/` }))
  expect([failure.code, failure.faults[0]?.line]).toEqual(['bai2_group_status', 2])
})

test('refuses what is damaged, with the line', async () => {
  const codeOf = async (text: string) => {
    const { code, faults } = await failureOf(readBai2, text)
    return [code, faults[0]?.line]
  }
  const whole = bai2({ rows: ['16,195,100,,,,/'] })
  expect(await codeOf(whole.slice(0, whole.indexOf('98,')))).toEqual(['file_truncated', 5])
  expect(await codeOf(bai2({ rows: ['16,195,12.50,,,,/'], control: 0 }))).toEqual(['amount_invalid', 4])
  expect(await codeOf(bai2({ rows: ['16,050,1,,,,/'], control: 0 }))).toEqual(['bai2_type_unknown', 4])
  expect(await codeOf(bai2({ group: '02,R,O,1,251315,,USD,2/', rows: ['16,195,1,,,,/'] }))).toEqual([
    'booking_date_invalid',
    4,
  ])
  expect(await codeOf('01,O,R/\n16,195,1,,,,/\n')).toEqual(['bai2_record_misplaced', 2])
  expect(await codeOf('01,O,R/\nhello\n')).toEqual(['bai2_record_invalid', 2])
  expect(await codeOf(`01,O,R/\n${'88,more\n'.repeat(20_000)}`)).toEqual(['bai2_record_invalid', 10_001])
  expect(await codeOf(bai2({ account: '03,1,ZZZ/' }))).toEqual(['currency_unknown', 3])
})

test('a continuation with another mark than a comma, and files that lost their line ends', async () => {
  const rows = ['16,195,1000,,REF,,Wire', '88:EREF: 0737', '88,DBNM: ACME']
  expect(entryOf(await readText(readBai2, bai2({ rows }))).remittanceText).toContain('0737')
  const whole = bai2({ rows: ['16,195,10000,,REF1,,Wire A/B/', '16,475,5000,,REF2,,Check/'] })
  const shared = whole.replaceAll('\r\n', '  ')
  const file = await readStatements(Buffer.from(shared))
  expect(file.format).toBe('bai2')
  expect(file.statements[0]?.entries.map(({ amount }) => amount)).toEqual([10_000, -5000])
})
