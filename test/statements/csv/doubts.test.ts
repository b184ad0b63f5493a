import { describe, expect, test } from 'vitest'
import { describeMapping } from '../../../main/core/statements/csv/mapping.ts'
import { proposeMapping } from '../../../main/core/statements/csv/read-csv.ts'
import { lines, readTable, refuse } from './table.ts'

describe('a doubtful table asks', () => {
  test('purchases with the day they were made and the day they were booked, none of which has a sign', async () => {
    const rows = ['30/01/2025,31/01/2025,A,4.20', '28/01/2025,29/01/2025,B,25.00', '27/01/2025,28/01/2025,C,3.50']
    const header = 'Transaction date,Posting date,Description,Amount'
    expect((await readTable(lines(header, ...rows))).questions).toEqual(['amount_sign'])
    const answered = await readTable(lines(header, ...rows), { answers: { amount_sign: 'inverted' } })
    expect([answered.questions, answered.amounts]).toEqual([[], [-420, -2500, -350]])
    expect((await readTable(lines(`${header},Customer`, ...rows.map((row) => `${row},X`)))).questions).toEqual([])
  })

  test('purchases and deposits without a sign', async () => {
    const { file } = await readTable(
      lines(
        'Date,Description,Type,Amount',
        '2025-01-31,A,PURCHASE,4.20',
        '2025-01-30,B,DEPOSIT,1000.00',
        '2025-01-29,C,PURCHASE,7.00',
      ),
    )
    expect(file.questions).toMatchObject([{ code: 'amount_sign', changesAmounts: true }])
  })

  test('a column called the direction whose words nobody knows', async () => {
    const { file } = await readTable(
      lines(
        'Date,Description,Direction,Amount',
        '2025-01-31,A,zorb,4.20',
        '2025-01-30,B,blip,1000.00',
        '2025-01-29,C,zorb,7.00',
      ),
    )
    expect(file.questions).toMatchObject([{ code: 'columns', changesAmounts: true }])
  })

  test('cards that name their points, and repayments that take from what is owed', async () => {
    const turkish = await readTable(
      lines(
        'Tarih;Açıklama;Tutar;Chip Para / Mil;',
        '28.01.2025;MARKET;65,00 TL;0 TL / 0;',
        '29.01.2025;ECZANE;165,00 TL;0 TL / 0;',
        '30.01.2025;KAFE;15,00 TL;0 TL / 0;',
        '31.01.2025;Chip-Para ile Ödeme;-133,60 TL;-133,60 TL / 0;',
      ),
    )
    expect(turkish.questions).toEqual(['amount_sign'])
    const chinese = (bought: string, repaid: string) =>
      readTable(
        lines(
          '交易日期,入账日期,交易摘要,入账金额,入账货币',
          `2025/01/30,2025/01/31,（消费）甲,${bought},人民币`,
          '2025/01/29,2025/01/29,（退款）乙,-97.20,人民币',
          `2025/01/28,2025/01/29,（还款）丙,${repaid},人民币`,
        ),
      )
    expect((await chinese('15.90', '-1130.68')).questions).toEqual(['amount_sign'])
    expect((await chinese('-15.90', '-1130.68')).questions).toEqual([])
  })

  test('a card that names shops and the day of payment; a blank currency is its own', async () => {
    const { file, questions } = await readTable(
      lines(
        'תאריך עסקה,תאריך חיוב,שם בית העסק,הערות,סכום עסקה,מטבע חיוב',
        '28/01/2025,10/02/2025,A,,123.45,',
        '29/01/2025,10/02/2025,B,,89.90,usd',
        '30/01/2025,10/02/2025,C,,23.45,',
      ),
    )
    expect(questions).toEqual(['amount_sign'])
    expect(file.statements.map(({ currency, entries }) => [currency, entries.length])).toEqual([
      [null, 2],
      ['USD', 1],
    ])
  })

  test('a loan, unless its balances say how the amounts are meant', async () => {
    const asked = await readTable(
      lines(
        'Date,Type,Amount,Principal,Interest,Balance',
        '2025-01-31,Payment,500.00,450.00,50.00,9550.00',
        '2025-02-28,Payment,500.00,452.00,48.00,9098.00',
      ),
    )
    expect(asked.questions).toEqual(['amount_sign'])
    const proven = await readTable(
      lines(
        'Date;Libellé;Montant;Dont capital;Dont intérêts;Solde',
        '31/01/2025;PRET;-500,00;-450,00;-50,00;595,80',
        '30/01/2025;VIR;1000,00;;;1095,80',
      ),
    )
    expect(proven.questions).toEqual([])
    expect(proven.amounts).toEqual([-50000, 100000])
  })

  test('balances that never move prove nothing', async () => {
    const { file } = await readTable(
      lines('Quando;Chi;Boh;Mah', '31.01.2025;A;4,00;0,00', '30.01.2025;B;0,00;0,00', '29.01.2025;C;0,00;0,00'),
    )
    expect(file.questions).toMatchObject([{ code: 'columns', changesAmounts: true }])
  })

  test('a last line without words in a table without a header, which may be its balance', async () => {
    const { file } = await readTable(
      lines(
        '31/01/2025;-4,20;Carte;CB BOULANGER',
        '30/01/2025;1000,00;Virement;FIRME B',
        '29/01/2025;-3,00;Carte;KIOSQUE',
        '01/02/2025;1095,80;;',
      ),
    )
    expect(file.questions).toMatchObject([{ code: 'columns', changesAmounts: true }])
  })
})

test('a card whose balance is what is owed asks, and is turned with its balances', async () => {
  const { file, amounts, statement } = await readTable(
    lines(
      'Date,Merchant,Type,Amount,Balance',
      '2025-01-28,Shop,Purchase,10.00,110.00',
      '2025-01-29,Cafe,Purchase,5.00,115.00',
      '2025-01-30,Payment,Payment,-100.00,15.00',
      '2025-01-31,Baker,Purchase,4.20,19.20',
    ),
    { answers: { amount_sign: 'inverted' } },
  )
  expect(amounts).toEqual([-1000, -500, 10000, -420])
  expect([statement?.opening?.amount, statement?.closing?.amount]).toEqual([-10000, -1920])
  expect(statement?.proof.status).toBe('proved')
  expect(file.questions).toEqual([])
})

describe('amounts named cents', () => {
  const cents = (name: string) =>
    lines(`Date,Description,${name},Balance`, '2025-01-31,A,-420,99580', '2025-01-30,B,100000,100000')

  test.each(['Amount (cents)', 'amount_minor', 'Importe (centavos)'])(
    '%s are asked about, and read as answered',
    async (name) => {
      const asked = await readTable(cents(name))
      expect(asked.file.questions).toMatchObject([
        { code: 'amount_scale', choices: ['minor', 'major'], chosen: 'minor', changesAmounts: true },
      ])
      const inCents = await readTable(cents(name), { answers: { amount_scale: 'minor' } })
      expect(inCents.amounts).toEqual([-420, 100_000])
      expect(inCents.statement?.closing?.amount).toBe(99_580)
      expect([inCents.statement?.proof.status, inCents.file.questions]).toEqual(['proved', []])
      const whole = await readTable(cents(name), { answers: { amount_scale: 'major' } })
      expect(whole.amounts).toEqual([-42_000, 10_000_000])
    },
  )

  test('the answer is kept in the mapping, which says so in words', async () => {
    const mapping = proposeMapping(cents('Amount (cents)'), { answers: { amount_scale: 'minor' } })
    expect(describeMapping(mapping)).toContain('Amount: column 3 "Amount (cents)", decimal point, in cents.')
    const again = await readTable(cents('Amount (cents)'), { mapping })
    expect([again.amounts, again.questions]).toEqual([[-420, 100_000], []])
    const refused = await refuse(cents('Amount (cents)').replace('-420', '-4.20'), { mapping })
    expect(refused.faults).toMatchObject([{ line: 2, code: 'amount_not_cents' }])
  })

  test('beside them a balance with decimals counts whole units', async () => {
    const text = lines(
      'Date,Description,Amount (cents),Balance',
      '2025-01-31,A,-420,995.80',
      '2025-01-30,B,100000,1000.00',
    )
    const { amounts, statement } = await readTable(text, { answers: { amount_scale: 'minor' } })
    expect([amounts, statement?.closing?.amount]).toEqual([[-420, 100_000], 99_580])
    expect(statement?.proof.status).toBe('proved')
  })

  test('with decimals, or in a currency without cents, they are no cents', async () => {
    const decimals = await readTable(
      lines('Date,Description,Amount (cents)', '2025-01-31,A,-4.20', '2025-01-30,B,10.00'),
    )
    expect(decimals.file.questions).toMatchObject([{ code: 'columns', changesAmounts: true }])
    const yen = await readTable(lines('Date,Description,Amount (cents)', '2025-01-31,A,-420'), { currency: 'JPY' })
    expect([yen.amounts, yen.file.questions]).toEqual([[-420], []])
  })

  test('any column may be said to count them', async () => {
    const text = lines('Date,Description,Debit,Credit', '2025-01-31,A,420,', '2025-01-30,B,,100000')
    const { columns, ...mapping } = proposeMapping(text)
    const scaled = columns.map((column) => (column.decimalSign ? { ...column, scale: 'minor' as const } : column))
    const { amounts, questions } = await readTable(text, { mapping: { ...mapping, columns: scaled } })
    expect([amounts, questions]).toEqual([[-420, 100_000], []])
  })
})

test('a month above its lines is a heading, words in place of a date with an amount are not', async () => {
  const { amounts } = await readTable(
    lines('Date;Text;Amount', '31.01.2025;A;-4,20', 'February 2025;;', '01.02.2025;C;-1,00'),
  )
  expect(amounts).toEqual([-420, -100])
  const failure = await refuse(
    lines('Date;Text;Amount', '31.01.2025;A;-4,20', '29.02.2025x;B;7,00', '01.02.2025;C;-1,00'),
  )
  expect(failure.code).toBe('rows_unreadable')
})

describe('what a person would see is read without a question', () => {
  test('a mark beside an amount says more than its column', async () => {
    const { amounts } = await readTable(
      lines('Date,Description,Debit,Credit', '2025-01-30,A,,10.00Cr', '2025-01-31,B,,4.20Dr', '2025-01-31,C,1.00Cr,'),
    )
    expect(amounts).toEqual([1000, -420, 100])
  })

  test('an account that some lines lack, or that changes with every line, is not the own one', async () => {
    for (const rows of [
      ['2025-01-30,A,NL20INGB0001234567,1.00', '2025-01-31,B,,2.00'],
      ['2025-01-30,A,111111,1.00', '2025-01-30,B,222222,2.00', '2025-01-31,C,333333,3.00'],
    ]) {
      const { file } = await readTable(lines('Date,Description,Account,Amount', ...rows))
      expect(file.statements.map(({ account }) => account)).toEqual([null])
    }
  })

  test.each([
    ['Cargo/Abono', 'C', 'A'],
    ['Dare/Avere', 'D', 'A'],
    ['Borç/Alacak', 'B', 'A'],
    ['Uznanie/Obciążenie', 'O', 'U'],
    ['Duguje/Potražuje', 'D', 'P'],
    ['Haben/Soll', 'S', 'H'],
  ])('the letters of %s', async (header, out, into) => {
    const { amounts, questions } = await readTable(
      lines(
        `Date;Text;Amount;${header}`,
        `2025-01-31;A;4.20;${out}`,
        `2025-01-30;B;1000.00;${into}`,
        `2025-01-29;C;7.00;${out}`,
      ),
    )
    expect(amounts).toEqual([-420, 100000, -700])
    expect(questions).toEqual([])
  })

  test('two letters in a column of texts stay texts', async () => {
    const { amounts } = await readTable(lines('Date;Text;Amount', '2025-01-31;A;4.20', '2025-01-30;B;1000.00'))
    expect(amounts).toEqual([420, 100000])
  })

  test('several statements, each with its balances in all of its lines', async () => {
    const { statement, amounts, questions } = await readTable(
      lines(
        'Account,Statement date,Opening balance,Closing balance,Value date,Description,Amount',
        '1234567,2025-01-30,100.00,1095.80,2025-01-30,FIRM B,1000.00',
        '1234567,2025-01-30,100.00,1095.80,2025-01-30,BAKER,-4.20',
        '1234567,2025-01-31,1095.80,1090.00,2025-01-31,KIOSK,-5.80',
      ),
    )
    expect(amounts).toEqual([100000, -420, -580])
    expect([statement?.opening?.amount, statement?.closing?.amount]).toEqual([10000, 109000])
    expect(statement?.proof.status).toBe('proved')
    expect(questions).toEqual([])
  })

  test('statement balances that do not hold prove nothing', async () => {
    const { statement } = await readTable(
      lines(
        'Account,Opening balance,Closing balance,Date,Amount',
        '1234567,100.00,999.00,2025-01-30,1000.00',
        '1234567,100.00,999.00,2025-01-31,-4.20',
      ),
    )
    expect(statement?.proof.status).not.toBe('proved')
  })

  test('the amount in the currency of the account beside that of the purchase', async () => {
    const { amounts, statement } = await readTable(
      lines(
        'Date,Description,Amount,Currency,Amount EUR',
        '31/01/2025,BAKER,-5.00,USD,-4.20',
        '30/01/2025,FIRM B,1000.00,EUR,1000.00',
      ),
    )
    expect([statement?.currency, amounts]).toEqual(['EUR', [-420, 100000]])
  })

  test.each([
    ['31 ianuarie 2025', '2025-01-31'],
    ['31 января 2025 г.', '2025-01-31'],
    ['31 січня 2025', '2025-01-31'],
    ['31 Ιανουαρίου 2025', '2025-01-31'],
    ['2025年1月31日', '2025-01-31'],
    ['2025년 1월 31일', '2025-01-31'],
    ['31. august 2025', '2025-08-31'],
  ])('the date %s', async (text, day) => {
    const { dates } = await readTable(lines('Date;Description;Amount', `${text};A;-4.20`))
    expect(dates).toEqual([day])
  })

  test('a target account that is blank in some lines is not the own one', async () => {
    const { file } = await readTable(
      lines(
        'Data;Rachunek źródłowy;Rachunek docelowy;Kwota;Waluta',
        '31.01.2025;PL61109010140000071219812874;;-4,20;PLN',
        '30.01.2025;PL27114020040000300201355387;PL61109010140000071219812874;1000,00;PLN',
      ),
    )
    expect(file.statements).toHaveLength(1)
  })
})

test('two columns of currencies with amounts in both are refused by line', async () => {
  const failure = await refuse(
    lines(
      '"Account Number","Transaction Date","Description 1","CAD$","USD$"',
      '12345,1/31/2025,A,-4.20,',
      '12345,1/30/2025,B,,10.00',
    ),
  )
  expect(failure.code).toBe('rows_unreadable')
})
