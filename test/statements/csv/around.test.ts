import { describe, expect, it } from 'vitest'
import { balanceKind } from '../../../main/core/statements/csv/balance-words.ts'
import { detect } from '../../../main/core/statements/detect.ts'
import { lines, readTable, refuse } from './table.ts'

describe('what stands around a table', () => {
  it.each([
    ['Solde en début de période', 'opening'],
    ['Solde en fin de période', 'closing'],
    ['Balance at start of period', 'opening'],
    ['Saldo final del periodo', 'closing'],
    ['Likutis pabaigai', 'closing'],
    ['Available balance at end of day', 'other'],
    ['Kontostand vom 31.01.2025:', 'other'],
    ['Saldo Ana', null],
    ['Solde de tout compte', null],
    ['New phone', null],
  ])('%s: %s', (text, kind) => expect(balanceKind(text)).toBe(kind))

  it('closing above and opening below the table prove it', async () => {
    const { statement, amounts } = await readTable(
      lines(
        "Code de l'agence : 00100;Date de début : 01/01/2025;;",
        'Numéro de compte : 04711004711;Devise : EUR;;',
        'Solde en fin de période;;;;155,25',
        'Date;Libellé;Débit;Crédit;Détail',
        '05/01/2025;Virement;;80,50;Loyer',
        '10/01/2025;Carte;-25,25;;Livres',
        'Solde en début de période;;;100,00;',
      ),
    )
    expect(amounts).toEqual([8050, -2525])
    expect(statement).toMatchObject({
      account: '04711004711',
      currency: 'EUR',
      opening: { amount: 10_000 },
      closing: { amount: 15_525 },
      proof: { status: 'proved' },
    })
  })

  it('a balance of the last day or later is the closing balance, an earlier one is not', async () => {
    const rows = (day: string) =>
      lines(
        '"Konto:";"DE99 9999 9999 9999 9999 99 / Giro";',
        `"Kontostand vom ${day}:";"50,01 EUR";`,
        '"Buchungstag";"Verwendungszweck";"Betrag (EUR)";',
        '"16.01.2025";"Brot";"-15,37";',
      )
    const { statement } = await readTable(rows('31.01.2025'))
    // Its check digits are wrong, but it is labelled as the account.
    expect(statement).toMatchObject({ account: 'DE99999999999999999999', closing: { amount: 5001 } })
    expect((await readTable(rows('02.01.2025'))).statement?.closing).toBeNull()
  })

  it('an IBAN beside its label counts, whatever its check digits', async () => {
    const { statement } = await readTable(
      lines('IBAN;DE12 3456 7890 1234 5678 90', 'Kunde;Max', 'Buchung;Text;Betrag', '28.12.2024;A;-5,50'),
    )
    expect(statement?.account).toBe('DE12345678901234567890')
  })

  it('a header without lines is empty where equal balances say so, and refused by name where not', async () => {
    const table = (closing: string) =>
      lines(
        'Account;DE02120300000000202051',
        'Opening balance;1.250,00 EUR',
        `Closing balance;${closing} EUR`,
        'Date;Purpose;Amount',
      )
    const { statement, entries } = await readTable(table('1.250,00'))
    expect(entries).toEqual([])
    expect(statement).toMatchObject({
      account: 'DE02120300000000202051',
      currency: 'EUR',
      closing: { amount: 125_000 },
      proof: { status: 'proved', difference: 0 },
    })
    expect((await refuse(table('1.000,00'))).code).toBe('csv_no_entries')
    expect((await refuse(lines('Date;Purpose;Amount'))).code).toBe('csv_no_entries')
  })

  it('a booked line that only sounds like a balance is a line', async () => {
    const shop = await readTable(lines('Date,Text,Amount', '2025-03-01,New Balance,-99.00', '2025-03-12,Rent,-500.00'))
    expect(shop.amounts).toEqual([-9900, -50_000])
    const moved = await readTable(
      lines('Date,Text,Amount,Balance', '2025-03-01,Saldo,-20.00,80.00', '2025-03-12,Rent,-50.00,30.00'),
    )
    expect(moved.amounts).toEqual([-2000, -5000])
    expect(moved.statement?.proof.status).toBe('proved')
  })

  it('sums named turnover are no lines; unknown languages give currency and account by content', async () => {
    const { statement, amounts } = await readTable(
      lines(
        '"Sąskaitos Nr.","Data","Gavėjas","Paaiškinimai","Suma","Valiuta","D/K"',
        '"LT797300010XXXXXXXXX","2025-01-01","","Likutis pradžiai","100.00","EUR","K"',
        '"LT797300010XXXXXXXXX","2025-01-02","UAB "Naktis"","Pirkinys","14.34","EUR","D"',
        '"LT797300010XXXXXXXXX","2025-01-03","Darbas","Alga","50.00","EUR","K"',
        '"LT797300010XXXXXXXXX","2025-01-31","","Apyvarta","14.34","EUR","D"',
        '"LT797300010XXXXXXXXX","2025-01-31","","Likutis pabaigai","135.66","EUR","K"',
      ),
    )
    expect(amounts).toEqual([-1434, 5000])
    expect(statement).toMatchObject({
      account: 'LT797300010XXXXXXXXX',
      currency: 'EUR',
      proof: { status: 'proved' },
    })
  })
})

describe('tables that are hard to see', () => {
  const spanning = lines(
    'Date;"Libellé";"Débit euros";"Crédit euros";',
    '05/01/2025;"VIREMENT',
    'EN VOTRE FAVEUR";;80,50;',
    '10/01/2025;"CARTE',
    'LIBRAIRIE";25,25;;',
  )

  it('cells that span lines leave no line with a date and an amount', async () => {
    expect(detect(Buffer.from(spanning)).format).toBe('csv')
    expect((await readTable(spanning)).amounts).toEqual([8050, -2525])
  })

  it('years before colons are dates', async () => {
    const text = lines('Date,Text,Amount', '2025:03:01,Fee,-7.8', '2025:03:20,Sale,.46')
    expect(detect(Buffer.from(text)).format).toBe('csv')
    expect(await readTable(text)).toMatchObject({ amounts: [-780, 46], dates: ['2025-03-01', '2025-03-20'] })
  })

  it('prose with a quotation mark is no table', () => {
    expect(() => detect(Buffer.from('Dear "reader",\nthe amount; and the date\nare; here'))).toThrow(
      /none of the formats/,
    )
  })
})

describe('running balances', () => {
  const rows = ['02.01.2025;A;-10,00;100,00', '03.01.2025;B;5,00;90,00', '07.01.2025;C;1,00;95,00']

  it('stand before their lines in some files', async () => {
    for (const order of [rows, [...rows].reverse()]) {
      const { statement, booked } = await readTable(lines('Datum;Text;Betrag;Saldo', ...order))
      expect(statement).toMatchObject({
        opening: { amount: 10_000 },
        closing: { amount: 9600 },
        proof: { status: 'proved' },
      })
      expect(booked.map(({ balance }) => balance).sort()).toEqual([9000, 9500, 9600])
      expect(statement?.interpretation).toContain('balances before their lines')
    }
  })

  it('decide that a column of many accounts is the other side', async () => {
    let balance = 0
    const table = Array.from({ length: 60 }, (_, i) => {
      balance += 100 + i
      const own = `DE${String(i % 9).padStart(20, '0')}`
      return `2025-01-${String(1 + (i % 28)).padStart(2, '0')};${own};T${i};${(1 + i / 100).toFixed(2)};${(balance / 100).toFixed(2)}`
    })
    const { file, statement } = await readTable(lines('Date;IBAN;Text;Amount;Balance', ...table))
    expect(file.statements).toHaveLength(1)
    expect(statement).toMatchObject({ account: null, proof: { status: 'proved' } })
  })

  it('prove tables whose later rows are held by their places only', async () => {
    let balance = 0
    const table = Array.from({ length: 6_000 }, (_, i) => {
      balance += i
      return `2025-01-01;"Text ""${i}""";${(i / 100).toFixed(2)};${(balance / 100).toFixed(2)}`
    })
    const { statement, texts } = await readTable(lines('Date;Text;Amount;Balance', ...table))
    expect(statement?.proof.status).toBe('proved')
    expect(texts.at(-1)).toBe('Text "5999"')
  })
})

describe('several tables, and dates without a year', () => {
  it('a repeated header begins the table of the account named above it', async () => {
    const { file } = await readTable(
      lines(
        'Account,12345678',
        'Opening balance,100.00',
        'Date,Description,Amount',
        '2025-01-02,A,-10.00',
        'Closing balance,90.00',
        '',
        'Account,87654321',
        'Opening balance,10.00',
        'Date,Description,Amount',
        '2025-01-02,C,1.00',
        '2025-01-05,D,2.00',
        'Closing balance,13.00',
      ),
    )
    expect(
      file.statements.map(({ account, opening, closing, proof }) => [
        account,
        opening?.amount,
        closing?.amount,
        proof.status,
      ]),
    ).toEqual([
      ['12345678', 10_000, 9000, 'proved'],
      ['87654321', 1000, 1300, 'proved'],
    ])
  })

  it('the period above the table gives the year, also over its turn', async () => {
    const rows = ['Kontoauszug vom 15.12.2024 bis 14.01.2025', 'Datum;Text;Betrag']
    const numbers = lines(...rows, '16.12.;A;-10,00', '30.12.;B;5,00', '02.01.;C;1,00')
    const names = lines(...rows, '16 Dez;A;-10,00', '30. Dez.;B;5,00', 'Jan 2;C;1,00')
    for (const text of [numbers, names]) {
      expect(detect(Buffer.from(text)).format).toBe('csv')
      const { dates, amounts } = await readTable(text)
      expect(dates).toEqual(['2024-12-16', '2024-12-30', '2025-01-02'])
      expect(amounts).toEqual([-1000, 500, 100])
    }
    const { file } = await readTable(numbers)
    expect(file.statements).toHaveLength(1)
  })

  it('a record number before the header, and a note with marks in the middle, do no harm', async () => {
    const { amounts, statement } = await readTable(
      lines(
        "5,'Nommer','Datum','Beskrywing','Bedrag','Saldo'",
        '5,1,2025-03-01,"#Fee",-5.00,400.00',
        '5,2,2025-03-02,"Rent",-50.00,350.00',
        '',
        '"Date downloaded" 03/31/2025, 9:11 AM',
      ),
    )
    expect(amounts).toEqual([-500, -5000])
    expect(statement?.proof.status).toBe('proved')
  })

  it('a day in a line above the table is no account; an account before the dates is the own one', async () => {
    const banner = lines(
      'Transactions for Checking account as of 12/23/2024 16:00:10 ET',
      'Date,Description,Amount',
      '2024-12-01,A,-1.00',
    )
    expect((await readTable(banner)).statement?.account).toBeNull()
    const german = lines(
      'Kontonummer;Buchungstag;Empfänger/Auftraggeber Name;Empfänger/Auftraggeber IBAN;Betrag',
      '1234567890;17.04.2025;Moin GmbH;DE12345678901234567890;-25,99',
    )
    const { statement, entries } = await readTable(german)
    expect(statement?.account).toBe('1234567890')
    expect(entries[0]?.counterpartyAccount).toBe('DE12345678901234567890')
  })
})

describe('columns that say less than they hold', () => {
  it('words behind the last column belong to its text; numbers there are refused', async () => {
    const rows = ['Date;Amount;Currency;Text', '2025-03-01;5,00;EUR;A']
    const { texts } = await readTable(lines(...rows, '2025-03-02;-1,00;EUR;B;more words;and more'))
    expect(texts).toEqual(['A', 'B more words and more'])
    expect((await refuse(lines(...rows, '2025-03-02;-1,00;EUR;B;7,00'))).code).toBe('rows_unreadable')
  })

  it('an account number that never changes before the dates is the own one, and an IBAN before a number', async () => {
    const table = lines(
      'Kontonummer;Text;Datum;Soll;Haben',
      '12345678001;Zinsen;31.12.2024;0,00;12,23',
      '12345678001;Steuer;31.12.2024;34,56;0,00',
      '12345678001;Eingang;23.12.2024;0,00;500,00',
    )
    expect((await readTable(table)).statement?.account).toBe('12345678001')
    const both = lines(
      'DATE;TEXT;AMOUNT;ACCOUNT;IBAN',
      '04.11.2024;A;-21,30;0000001;DE02120300000000202051',
      '13.11.2024;B;1,00;0000001;DE02120300000000202051',
    )
    expect((await readTable(both)).statement?.account).toBe('DE02120300000000202051')
  })

  it('a card with many positive lines and few negative ones is asked about', async () => {
    const rows = ['1,29.00', '2,12.90', '3,58.45', '4,-80.00'].map((row) => `2025-03-0${row},Shop`)
    const { questions, amounts } = await readTable(lines('Date,Amount,Merchant Name', ...rows))
    expect(questions).toEqual(['amount_sign'])
    expect(amounts).toEqual([-2900, -1290, -5845, 8000])
  })

  it('a rate shows the decimal sign of amounts like 12.900', async () => {
    const { amounts, questions } = await readTable(
      lines(
        'Date,Amount,Currency,Text,Exchange Rate',
        '2025-03-01,29.000,CHF,A,1.000000',
        '2025-03-02,-12.900,CHF,B,0.848252',
      ),
    )
    expect(amounts).toEqual([2900, -1290])
    expect(questions).toEqual([])
  })
})

it('a cell of a hundred thousand signs costs no more than its length', async () => {
  for (const sign of ['1', 'A', ' ', '-', '1 ', '.5'])
    for (const cell of [sign.repeat(90_000).slice(0, 90_000), `${sign.repeat(45_000).slice(0, 80_000)}x`])
      expect((await readTable(lines(`Date,Text,Amount,${cell}`, `2025-01-01,"${cell}",1.00`))).amounts).toEqual([100])
})
