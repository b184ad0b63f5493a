import { describe, expect, it } from 'vitest'
import { checkMapping } from '../../../main/core/statements/csv/check-mapping.ts'
import { describeMapping, headerSignature } from '../../../main/core/statements/csv/mapping.ts'
import { lineVerdicts, proposeMapping } from '../../../main/core/statements/csv/read-csv.ts'
import { lines, readTable, refuse } from './table.ts'

const table = lines(
  'Buchungstag;Verwendungszweck;Betrag;Saldo',
  '14.04.2025;Miete;-50,00;50,00',
  '15.04.2025;Lohn;1.020,00;1.070,00',
)

describe('a saved mapping', () => {
  it('has one signature whatever the letters, accents and blanks of the headers are', () => {
    expect(headerSignature(['Buchungs  Tag', 'Größe', ''])).toBe(headerSignature(['buchungs tag', 'GRÖSSE']))
    expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['b', 'a']))
  })

  it('describes itself in words', () => {
    expect(describeMapping(proposeMapping(table))).toEqual([
      'Cells are parted by semicolon.',
      'The table begins below its header.',
      'Booking date: column 1 "Buchungstag", day before month.',
      'Text: column 2 "Verwendungszweck".',
      'Amount: column 3 "Betrag", decimal comma.',
      'Running balance: column 4 "Saldo", decimal comma.',
      'A minus takes money from the account.',
    ])
  })

  it('decides what the new file alone cannot', async () => {
    const mapping = proposeMapping(lines('Date,Text,Amount', '25/04/2025,A,1.50'))
    const { dates, questions } = await readTable(lines('Date,Text,Amount', '03/04/2025,A,1.50', '03/04/2025,B,2.50'), {
      mapping,
    })
    expect(dates).toEqual(['2025-04-03', '2025-04-03'])
    expect(questions).toEqual([])
  })

  it('fits the same table with another preamble', () => {
    expect(checkMapping(proposeMapping(table), `Konto;123\n\n${table}`)).toEqual([])
  })

  it.each([
    ['renamed', table.replace('Betrag', 'Umsatz'), 'column_missing'],
    ['moved', lines('Buchungstag;Betrag;Verwendungszweck;Saldo', '14.04.2025;-50,00;Miete;50,00'), 'column_moved'],
    [
      'added',
      lines('Buchungstag;Verwendungszweck;Betrag;Saldo;Notiz', '14.04.2025;Miete;-50,00;50,00;x'),
      'column_added',
    ],
    ['removed', lines('Buchungstag;Verwendungszweck;Betrag', '14.04.2025;Miete;-50,00'), 'column_missing'],
    ['with another decimal sign', table.replace('-50,00', '-50.00').replace('1.020,00', '1020.00'), 'content_changed'],
    ['with another order of dates', table.replace('14.04.', '04.14.').replace('15.04.', '04.15.'), 'content_changed'],
    ['with another delimiter', table.replaceAll(';', '|'), 'header_missing'],
  ])('stops at a table that was %s', async (_, changed, code) => {
    const mapping = proposeMapping(table)
    expect(checkMapping(mapping, changed).map((difference) => difference.code)).toContain(code)
    expect((await refuse(changed, { mapping })).code).toBe('mapping_changed')
  })

  it('refuses a mapping it does not understand', async () => {
    expect((await refuse(table, { mapping: { version: 9 } })).code).toBe('mapping_invalid')
  })

  it('ends the table where the user said that the footer begins', async () => {
    const text = `${table}Zinsen bis heute;x;1,00;1,00\n`
    const mapping = { ...proposeMapping(table), footer: { startsWith: ['Zinsen bis'] } }
    expect((await readTable(text, { mapping })).amounts).toEqual([-5000, 102000])
    expect(lineVerdicts(text, { mapping }).at(-1)).toBe('footer')
  })
})

describe('several accounts in one file', () => {
  it('become one statement each, with their own balances', async () => {
    const { file } = await readTable(
      lines(
        'IBAN,Currency,Date,Description,Amount,Balance',
        'NL91ABNA0417164300,EUR,2025-01-01,A,-1.00,9.00',
        'NL20INGB0001234567,EUR,2025-01-01,B,5.00,105.00',
        'NL91ABNA0417164300,EUR,2025-01-02,C,-2.00,7.00',
        'NL20INGB0001234567,USD,2025-01-03,D,1.00,1.00',
        'NL20INGB0001234567,EUR,2025-01-03,E,-5.00,100.00',
      ),
    )
    expect(
      file.statements.map(({ account, currency, opening, closing, proof }) => [
        account,
        currency,
        opening?.amount,
        closing?.amount,
        proof.status,
      ]),
    ).toEqual([
      ['NL91ABNA0417164300', 'EUR', 1000, 700, 'proved'],
      ['NL20INGB0001234567', 'EUR', 10000, 10000, 'proved'],
      ['NL20INGB0001234567', 'USD', 0, 100, 'proved'],
    ])
  })
})

describe('the verdict of every line', () => {
  it('covers header, balances, items, continuations, pending and footer, multi-line cells included', () => {
    const text = lines(
      'Account: 12345678',
      'Date,Details,Amount,Balance',
      ',Opening balance,,100.00',
      '2025-01-01,"two',
      'lines",1.00,101.00',
      ',more text,,',
      'Pending,Cafe,2.00,',
      'Date,Details,Amount,Balance',
      '2025-01-02,B,1.00,102.00',
      ',Closing balance,,102.00',
      'Total,,2.00,',
      'No guarantee for these data.',
    )
    expect(lineVerdicts(text)).toEqual([
      'preamble',
      'header',
      'balance',
      'item',
      'item',
      'continuation',
      'pending',
      'header',
      'item',
      'balance',
      'footer',
      'footer',
    ])
  })
})
