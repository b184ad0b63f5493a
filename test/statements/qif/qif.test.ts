import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readQif } from '../../../main/core/statements/qif/read-qif.ts'
import { readStatements } from '../../../main/core/statements/read.ts'
import { entriesOf, entryOf, failureOf, readText, warningCodes } from '../read-text.ts'

const bank = (...records: string[]) => `!Type:Bank\n${records.map((record) => `${record}\n^\n`).join('')}`
const record = (date: string, amount: string) => `D${date}\nT${amount}`
const datesOf = async (...dates: string[]) =>
  entriesOf(await readText(readQif, bank(...dates.map((date) => record(date, '1.00'))))).map(
    ({ bookingDate }) => bookingDate,
  )

test('row 72: two accounts are two statements, and the file asks which belongs to the ledger', async () => {
  const read = await readText(
    readQif,
    '!Account\nNPetty cash\nTCash\n^\n!Type:Cash\nNR-1\nD03/24/2025\nPAnna\nT450.00\n^\n!Account\nNMain\nTBank\n^\n!Type:Bank\nD02/08/2025\nT-5.00\n^\nD02/09/2025\nT7.00\n^\n',
  )
  expect(read.statements.map(({ account, entries, proof }) => [account, entries.length, proof.status])).toEqual([
    ['Petty cash', 1, 'not_provable'],
    ['Main', 2, 'not_provable'],
  ])
  expect(read.questions).toMatchObject([{ code: 'account', choices: ['Petty cash', 'Main'], changesAmounts: false }])
  expect(entriesOf(read)[0]).toMatchObject({ amount: 45_000, entryReference: 'R-1', bookingDate: '2025-03-24' })
  expect((await readText(readQif, bank(record('1/13/2025', '1')), { currency: 'USD' })).statements[0]?.currency).toBe(
    'USD',
  )
})

test('the order of day and month is decided over the whole file', async () => {
  expect(await datesOf('03/04/2025', '25/04/2025')).toEqual(['2025-04-03', '2025-04-25'])
  expect(await datesOf('03/04/2025', '04/25/2025')).toEqual(['2025-03-04', '2025-04-25'])
  expect(await datesOf("1/ 2'24", "13/ 2' 4")).toEqual(['2024-02-01', '2004-02-13'])
  expect(await datesOf('31.12.99', '01.01.2000')).toEqual(['1999-12-31', '2000-01-01'])
  expect(await datesOf('2025-03-04')).toEqual(['2025-03-04'])
  // Only month-first runs in one direction.
  expect(await datesOf('01/02/2025', '01/12/2025', '02/01/2025')).toEqual(['2025-01-02', '2025-01-12', '2025-02-01'])
})

test('an order that nothing decides is asked for once', async () => {
  const text = bank(record('03/04/2025', '1.00'))
  const asked = await readText(readQif, text)
  expect(asked.questions).toMatchObject([{ code: 'date_order', choices: ['dmy', 'mdy'], chosen: 'dmy' }])
  const answered = await readText(readQif, text, { answers: { date_order: 'mdy' } })
  expect(answered.questions).toEqual([])
  expect(entryOf(answered).bookingDate).toBe('2025-03-04')
  const american = await readText(readQif, text, { currency: 'USD' })
  expect([american.questions, entryOf(american).bookingDate]).toEqual([[], '2025-03-04'])
  expect((await readText(readQif, bank(record('04/04/2025', '1.00')))).questions).toEqual([])
})

test('the order that the file states decides what its dates leave open, and not against them', async () => {
  const stated = async (option: string, ...dates: string[]) => {
    const read = await readText(readQif, `${option}\n${bank(...dates.map((date) => record(date, '1.00')))}`)
    return [...entriesOf(read).map(({ bookingDate }) => bookingDate), read.questions.length]
  }
  expect(await stated('!Option:MDY', '3.4.2026', '05.06.2026')).toEqual(['2026-03-04', '2026-05-06', 0])
  expect(await stated('!option: dmy ', "3/ 4'26")).toEqual(['2026-04-03', 0])
  expect(await stated('!Option:MDY', '25/03/2026', '03/04/2026')).toEqual(['2026-03-25', '2026-04-03', 0])
  expect(await stated('!Option:AllXfr', '03/04/2026')).toEqual(['2026-04-03', 1])
  // A program of one country, a ledger of another.
  const american = await readText(readQif, `!Option:DMY\n${bank(record('03/04/2026', '1.00'))}`, { currency: 'USD' })
  expect(entryOf(american).bookingDate).toBe('2026-04-03')
  const detected = await readStatements(Buffer.from(`!Option:MDY\r\n${bank(record('3.4.2026', '-1,50'))}`))
  expect([detected.format, entryOf(detected).bookingDate]).toEqual(['qif', '2026-03-04'])
})

test('options stand where programs put them: behind the type, and around a list of accounts', async () => {
  const all = await readText(readQif, '!Type:Bank\n!Option:AllXfr\nD13/01/2026\nT-1.00\nL[Savings]\n^\n')
  expect(entryOf(all).amount).toBe(-100)
  const list = '!Option:AutoSwitch\n!Account\nNA\nTBank\n^\nNB\nTCCard\n^\n!Clear:AutoSwitch\n'
  const lone = await readText(readQif, `${list}!Type:Bank\nD13/01/2026\nT1.00\n^\n`)
  // The last of a list is not the account of what follows it.
  expect(lone.statements.map(({ account }) => account)).toEqual([null])
  const named = await readText(
    readQif,
    `${list}!Option:AutoSwitch\n!Account\nNA\nTBank\n^\n!Type:Bank\nD13/01/2026\nT1.00\n^\n!Account\nNB\nTCCard\n^\n!Type:CCard\nD14/01/2026\nT2.00\n^\n!Clear:AutoSwitch\n`,
  )
  expect(named.statements.map(({ account, entries }) => [account, entries[0]?.amount])).toEqual([
    ['A', 100],
    ['B', 200],
  ])
  const one = '!Option:AutoSwitch\n!Account\nNOnly\nTBank\n^\n!Clear:AutoSwitch\n!Type:Bank\nD13/01/2026\nT1.00\n^\n'
  expect((await readText(readQif, one)).statements[0]?.account).toBe('Only')
})

test('forms of dates may change within a file', async () => {
  expect(
    await datesOf('12/31/99', "1/ 1' 0", "1/15'04", '2/3/2026', "3' 4'26", "4-5'2026", '5.6.26', '6-7/2026'),
  ).toEqual([
    '1999-12-31',
    '2000-01-01',
    '2004-01-15',
    '2026-02-03',
    '2026-03-04',
    '2026-04-05',
    '2026-05-06',
    '2026-06-07',
  ])
  expect(await datesOf("25'12/2025", "26/ 12' 25")).toEqual(['2025-12-25', '2025-12-26'])
})

test('amounts with either decimal sign; a file that shows none asks', async () => {
  const amounts = async (...texts: string[]) =>
    entriesOf(await readText(readQif, bank(...texts.map((text) => record('13/01/2025', text))))).map(
      ({ amount }) => amount,
    )
  expect(await amounts('-1,234.56', '1,000', '0.5')).toEqual([-123_456, 100_000, 50])
  expect(await amounts('-1.234,56', '1.000')).toEqual([-123_456, 100_000])
  const asked = await readText(readQif, bank(record('13/01/2025', '1,234')))
  expect(asked.questions).toMatchObject([{ code: 'decimal_sign', changesAmounts: true, chosen: '.' }])
  expect(entryOf(asked).amount).toBe(123_400)
})

test('cheque number, transfer, address and splits are kept as text', async () => {
  const read = await readText(
    readQif,
    bank(
      'D13/01/2025\nU-100.00\nT-100.00\nCX\nN1042\nPMiller Ltd\nMInvoice 7\nA1 Road\nATown\nL[Savings]\nSOffice\nEpaper\n$-60.00\nS[Loan]\n$-40.00',
    ),
  )
  expect(entryOf(read)).toMatchObject({
    amount: -10_000,
    chequeNo: '1042',
    counterpartyName: 'Miller Ltd',
    remittanceText: 'Invoice 7',
    additionalInfo:
      'Transfer: Savings\nAddress: 1 Road, Town\nSplit: Category: Office; paper; -60.00\nSplit: Transfer: Loan; -40.00',
  })
  expect(entryOf(read).children).toBeUndefined()
})

test('lists of categories and accounts are passed over, investments are left out, the last record may lack its end', async () => {
  const read = await readText(
    readQif,
    '!Option:AutoSwitch\n!Account\nNA\nTBank\n^\nNB\nTCCard\n^\n!Clear:AutoSwitch\n!Type:Cat\nNFood\nE\n^\n!Account\nNB\nTCCard\n^\n!Type:CCard \nD13/1/25\nT-2.00\n^\n!Type:Invst\nD13/1/25\nNBuy\n^\n!Account\nNA\n^\n!Type:Oth L\nD14/1/25\nT3.00',
  )
  expect(read.statements.map(({ account, entries }) => [account, entries[0]?.amount])).toEqual([
    ['B', -200],
    ['A', 300],
  ])
  expect(warningCodes(read)).toEqual(['investment_not_supported'])
})

test('transactions directly behind an account are read', async () => {
  const read = await readText(readQif, '!Account\nNMain\nDMy account\nTBank\n^\nD13/01/2025\nT-1.00\n^\n')
  expect(read.statements.map(({ account }) => account)).toEqual(['Main'])
  expect(entryOf(read).amount).toBe(-100)
})

test.each([
  [
    'United Kingdom',
    "!Type:Bank\r\nD25/12'2024\r\nT-1,045.10\r\nPCafé Noir\r\n^\r\n",
    'windows-1252',
    -104_510,
    '2024-12-25',
    'Café Noir',
  ],
  [
    'United States',
    "!Type:CCard\nD12/25' 4\nU-1,045.10\nT-1,045.10\nPBookshop\n^\n",
    'utf8',
    -104_510,
    '2004-12-25',
    'Bookshop',
  ],
  [
    'France',
    '!Type:Bank\r\nD25/12/24\r\nT-1 045,10\r\nPÉlectricité\r\n^\r\n',
    'windows-1252',
    -104_510,
    '2024-12-25',
    'Électricité',
  ],
  ['Germany', '!Type:Bank\nD25.12.2024\nT-1.045,10\nPMüller\n^\n', 'latin1', -104_510, '2024-12-25', 'Müller'],
])('%s', async (_, text, encoding, amount, bookingDate, counterpartyName) => {
  const read = await readStatements(iconv.encode(text, encoding))
  expect(read.format).toBe('qif')
  expect(entryOf(read)).toMatchObject({ amount, bookingDate, counterpartyName })
})

test('a record that is only the opening balance is kept and remarked on', async () => {
  for (const name of ['Opening Balance', 'Eröffnungssaldo', 'Solde initial', 'Saldo iniziale', 'Beginsaldo']) {
    const read = await readText(readQif, bank(`D13/01/2025\nT100.00\nP${name}\nL[Main]`))
    expect(entryOf(read).amount).toBe(10_000)
    expect(warningCodes(read)).toEqual(['opening_balance_record'])
  }
  const account = (from: string) => `!Account\nNMain\nTBank\n^\n${bank(`D13/01/2025\nT100.00\nPX\nL[${from}]`)}`
  expect(warningCodes(await readText(readQif, account('Main')))).toEqual(['opening_balance_record'])
  expect(warningCodes(await readText(readQif, account('Other')))).toEqual([])
})

test('every line end and chunk size reads the same', async () => {
  const text = bank('D13/01/2025\nT1.00\nPX', 'D14/01/2025\nT-2.00\nPÿ')
  for (const end of ['\r\n', '\r', '\r\r\n'])
    for (const size of [1, 3, 100])
      expect(
        entriesOf(await readText(readQif, text.replaceAll('\n', end), {}, size)).map(({ amount, position }) => [
          amount,
          position,
        ]),
      ).toEqual([
        [100, 2],
        [-200, 6],
      ])
})

test('refuses records without date or amount, with their lines, and files without transactions', async () => {
  const failure = await failureOf(readQif, bank('T1.00', 'D13/01/2025', 'D32/13/2025\nTx'))
  expect(failure.faults.map(({ line, code }) => [line, code])).toEqual([
    [2, 'booking_date_invalid'],
    [4, 'amount_invalid'],
    [6, 'booking_date_invalid'],
    [7, 'amount_invalid'],
  ])
  expect((await failureOf(readQif, '!Type:Cat\nNFood\n^\n')).code).toBe('no_statement')
  expect((await failureOf(readQif, '!Type:Invst\nD1/1/25\n^\n')).code).toBe('investment_not_supported')
  expect((await failureOf(readQif, `!Type:Bank\n${'Mx\n'.repeat(10_001)}`)).code).toBe('qif_record_endless')
})
