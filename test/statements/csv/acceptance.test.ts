import { describe, expect, it } from 'vitest'
import { lineVerdicts, proposeMapping } from '../../../main/core/statements/csv/read-csv.ts'
import { read, refusal } from '../reading.ts'
import { lines, readTable, refuse } from './table.ts'

// Rows 48 to 66 of the specification's section 15.2, with texts of our own in the manner of each file.
describe('CSV acceptance cases', () => {
  it('48: decimal commas within quotes, own account and counterparty in columns', async () => {
    const { statement, amounts, entries } = await readTable(
      lines(
        '"Datum","Bedrag","Rekening","Tegenrekening","Naam","Omschrijving"',
        '"2024-05-01","-3,10","NL91ABNA0417164300","NL20INGB0001234567","Kaasboer","Factuur 77"',
        '"2024-05-07","1.050,00","NL91ABNA0417164300","NL02RABO0123456789","J. Smit","Huur mei"',
        '"2024-05-09","-20,45","NL91ABNA0417164300","","Groenteman","Groenteman (UTRECHT, NL)"',
      ),
    )
    expect(amounts).toEqual([-310, 105000, -2045])
    expect(statement?.account).toBe('NL91ABNA0417164300')
    expect(entries[0]).toMatchObject({
      counterpartyAccount: 'NL20INGB0001234567',
      counterpartyName: 'Kaasboer',
      remittanceText: 'Factuur 77',
    })
  })

  it('49: doubled carriage returns are harmless; a break of the balances is reported', async () => {
    const text = [
      '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Naam tegenpartij","Omschrijving-1"',
      '"NL91ABNA0417164300","EUR","ABNANL2A","0011","2024-03-01","2024-03-01","-100,00","+900,00","Bakker","A"',
      '"NL91ABNA0417164300","EUR","ABNANL2A","0030","2024-03-14","2024-03-14","+50,00","+2000,00","Smid","B"',
      '"NL91ABNA0417164300","EUR","ABNANL2A","0031","2024-03-16","2024-03-16","-750,00","+1250,00","Slager","C"',
    ].join('\r\r\n')
    const { amounts, statement, file, entries } = await readTable(`${text}\r\r\n`)
    expect(amounts).toEqual([-10000, 5000, -75000])
    expect(entries.map(({ position }) => position)).toEqual([2, 3, 4])
    expect(statement?.proof).toEqual({ status: 'not_proved', difference: 105000 })
    expect(file.warnings).toContainEqual(expect.objectContaining({ code: 'running_balance_broken', line: 3 }))
  })

  it('50: a card with a mark, pound signs, group commas, CR and pending lines', async () => {
    const { booked, entries, sum, statement } = await readTable(
      `\uFEFF${lines(
        'Date Processed,Description,Amount,',
        'Pending,CAFE ONE,£7.40,',
        'Pending,CAFE TWO,£8.99,',
        '12-Dec-2023,INSURER,"£1,183.23",',
        '03-Dec-2023,TRAIN,£1.50,',
        '02-Dec-2023,PAYMENT RECEIVED - THANK YOU,"+ £1,100.00",CR',
      )}`,
    )
    expect(booked.map(({ amount }) => amount)).toEqual([-118323, -150, 110000])
    expect(sum).toBe(-8473)
    expect(entries.filter(({ bankStatus }) => bankStatus === 'pending')).toHaveLength(2)
    expect(statement?.currency).toBe('GBP')
  })

  it('51: a preamble with the account, continuation rows appended', async () => {
    const text = lines(
      'Account details for:,HOUSE Account 555-123456-777',
      'Available Balance,"1,234.50"',
      '',
      'Transaction History ',
      'Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)',
      '18/04/2024,18/04/2024,DEBIT PURCHASE,6.66,',
      ',,15/04/24 TAXI HELP.EXAMPLE ',
      '17/04/2024,17/04/2024,SALARY,,100.00',
      ',,ACME PTE LTD',
    )
    const { amounts, texts, statement } = await readTable(text)
    expect(amounts).toEqual([-666, 10000])
    expect(texts).toEqual(['DEBIT PURCHASE 15/04/24 TAXI HELP.EXAMPLE', 'SALARY ACME PTE LTD'])
    expect(statement).toMatchObject({ account: '555-123456-777', currency: 'SGD' })
    expect(lineVerdicts(text)).toEqual([
      'preamble',
      'preamble',
      'blank',
      'preamble',
      'header',
      'item',
      'continuation',
      'item',
      'continuation',
    ])
  })

  it('52: apostrophe groups, debit and credit columns, dates with points; dates out of order are reported', async () => {
    const { amounts, statement, warnings } = await readTable(
      lines(
        'Produit;Monn.;Description;Date de valeur;Description 1;N° de transaction;Débit;Crédit;Solde',
        "0234 11112222.01B;CHF;Compte;31.03.2023;Frais;A1;10.00;;11'373.94",
        "0234 11112222.01B;CHF;Compte;28.02.2023;Virement;A2;;240.00;11'613.94",
        "0234 11112222.01B;CHF;Compte;27.04.2023;Ordre;A3;200.00;;11'413.94",
      ),
    )
    expect(amounts).toEqual([-1000, 24000, -20000])
    expect(statement).toMatchObject({ account: '023411112222.01B', currency: 'CHF' })
    expect(warnings).toEqual(expect.arrayContaining(['booking_date_inferred', 'running_balance_out_of_date_order']))
  })

  it('53: descending order is found; opening and closing come from the running balance', async () => {
    const { statement } = await readTable(
      lines(
        '"Date","Status","Type","CheckNumber","Description","Withdrawal","Deposit","RunningBalance"',
        '"08/17/2023","Posted","DEPOSIT","","Mobile deposit","","$20.00","$878.47"',
        '"08/14/2023","Posted","ATM","","CASH","$103.00","","$858.47"',
        '"08/09/2023","Posted","CHECK","558","Check 558","$75.00","","$961.47"',
        '"08/04/2023","Posted","ACH","","TRANSFER","$57.27","","$1,036.47"',
      ),
    )
    expect(statement?.opening?.amount).toBe(109374)
    expect(statement?.closing?.amount).toBe(87847)
    expect(statement?.proof.status).toBe('proved')
    expect(statement?.interpretation).toContain('descending order')
  })

  it('54: 05/03/2021 asks once; the balances prove either way, and the answer is taken', async () => {
    const text = lines(
      'Transaction Date,Transaction Time,Transaction ID,Description,Credit Amount,Debit Amount,Currency,Status,Running Balance',
      '05/03/2021,12:31:46,1,First,,100,USD,Completed,200',
      '05/03/2021,12:08:31,2,Second,120,,USD,Completed,300',
    )
    const asked = await readTable(text)
    expect(asked.file.questions).toMatchObject([{ code: 'date_order', changesAmounts: false }])
    for (const date_order of ['dmy', 'mdy']) {
      const { questions, statement, dates } = await readTable(text, { answers: { date_order } })
      expect(questions).toEqual([])
      expect(dates[0]).toBe(date_order === 'dmy' ? '2021-03-05' : '2021-05-03')
      expect(statement).toMatchObject({
        opening: { amount: 18000 },
        closing: { amount: 20000 },
        proof: { status: 'proved' },
      })
    }
  })

  it('55: a signed column that agrees with the split one is used; one that disagrees stops the file', async () => {
    const header = 'Rekeningnummer;Naam;Munt;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet'
    const good = await readTable(
      lines(header, 'BE68539007547034;PEETERS;EUR;28/02/2022;Bijdrage;28/02/2022;-3,40;219,95;       ;-3,40'),
    )
    expect(good.amounts).toEqual([-340])
    const bad = await refuse(
      lines(
        header,
        'BE68539007547034;PEETERS;EUR;27/02/2022;A;28/02/2022;-3,40;219,95;;-3,40',
        'BE68539007547034;PEETERS;EUR;28/02/2022;B;28/02/2022;-4,40;215,55;;-5,40',
      ),
    )
    expect(bad.code).toBe('amount_columns_conflict')
    expect(bad.faults.map(({ line }) => line)).toEqual([3])
  })

  it('56: Hungarian dates with a closing point; the direction column agrees with the sign', async () => {
    const { dates, amounts, statement } = await readTable(
      lines(
        'Tranzakció dátuma,Partner neve,Tranzakció összege,Bevétel/Kiadás,Értéknap,Közlemény,Devizanem',
        '2021.04.19.,Bolt Kft,-350,outflow,2021.04.19.,első,HUF',
        '2021.04.17.,Munkahely Zrt,1290,inflow,2021.04.18.,második,HUF',
      ),
    )
    expect(dates).toEqual(['2021-04-19', '2021-04-17'])
    expect(amounts).toEqual([-35000, 129000])
    expect(statement?.interpretation).toContain('the direction column agrees with the signs')
  })

  it('57: debit and credit columns with a balance now and then', async () => {
    const { booked, statement } = await readTable(
      lines(
        'Date,Details,Debit,Credit,Balance',
        '01/09/2022,Pay,,428.03,1428.03',
        '01/09/2022,Bill,512.0,,',
        '14/09/2022,Shop,20.5,,895.53',
        '25/09/2022,Gas,1,,',
      ),
    )
    expect(booked.map(({ amount }) => amount)).toEqual([42803, -51200, -2050, -100])
    expect(statement?.opening?.amount).toBe(100000)
  })

  it('58: a card export in Windows-1252 keeps its umlauts', async () => {
    const text =
      '"Umsatz getätigt von";"Buchungsdatum";"Buchungsbetrag";"Buchungswährung";"Transaktionsbeschreibung"\r\n"51_5 4400";"20.02.23";"-5,00";"EUR";"BÄCKEREI MÜLLER"\r\n'
    const file = await read(Buffer.from(text, 'latin1'))
    expect(file.statements[0]?.entries[0]).toMatchObject({
      amount: -500,
      bookingDate: '2023-02-20',
      remittanceText: 'BÄCKEREI MÜLLER',
    })
  })

  it('59: one date above 12 decides the order of the whole column', async () => {
    const { dates, questions } = await readTable(
      lines('Date,Description,Amount', '03/04/2025,A,1.50', '25/04/2025,B,2.50'),
    )
    expect(dates).toEqual(['2025-04-03', '2025-04-25'])
    expect(questions).toEqual([])
  })

  it('60: only 1.234 and 2.500 asks for the decimal sign', async () => {
    const text = lines('Date;Description;Amount', '2025-04-03;A;1.234', '2025-04-05;B;2.500')
    const { file } = await readTable(text)
    expect(file.questions).toMatchObject([{ code: 'decimal_sign', changesAmounts: true }])
    expect((await readTable(text, { answers: { decimal_sign: ',' } })).amounts).toEqual([123400, 250000])
    expect((await readTable(text, { answers: { decimal_sign: '.' }, currency: 'KWD' })).amounts).toEqual([1234, 2500])
  })

  it('61: parentheses, a trailing minus, U+2212 and a narrow no-break space', async () => {
    const english = await readTable(
      lines('Date,Description,Amount', '2025-04-03,A,"(1,234.56)"', '2025-04-05,B,12.00-'),
    )
    expect(english.amounts).toEqual([-123456, -1200])
    const french = await readTable(
      lines('Date;Libellé;Montant', '2025-04-03;A;\u22125,00', '2025-04-05;B;1\u202f234,56'),
    )
    expect(french.amounts).toEqual([-500, 123456])
  })

  it('62: a minus in the debit column counts once', async () => {
    const { amounts } = await readTable(
      lines('Datum;Verwendungszweck;Soll;Haben', '03.04.2025;A;-50,00;', '04.04.2025;B;;20,00'),
    )
    expect(amounts).toEqual([-5000, 2000])
  })

  it('63: UTF-16 with and without mark, CR alone, and "sep=;"', async () => {
    const text = lines('Datum;Verwendungszweck;Betrag', '03.04.2025;Größe;-50,00', '14.04.2025;B;20,00')
    for (const bytes of [
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text.replaceAll('\n', '\r')),
      Buffer.from(`sep=;\n${text}`),
    ]) {
      const file = await read(bytes)
      expect(file.statements[0]?.entries.map(({ amount }) => amount)).toEqual([-5000, 2000])
      expect(file.statements[0]?.entries[0]?.remittanceText).toBe('Größe')
    }
  })

  it('64: every unreadable line is named; excluded lines are left out and recorded', async () => {
    const text = lines(
      'Date,Description,Amount',
      '2025-04-01,A,1.00',
      '2025-04-02,B,2.00',
      '2025-04-03,C,3.00',
      '2025-04-04,D,4.00',
      '2025-04-05,E,5.00',
      '2025-04-06,F,six',
    )
    const failure = await refuse(text)
    expect(failure.code).toBe('rows_unreadable')
    expect(failure.faults).toMatchObject([{ line: 7, code: 'amount_invalid' }])
    expect(lineVerdicts(text).at(-1)).toBe('unreadable')
    const { sum, warnings } = await readTable(text, { excludeLines: [7] })
    expect(sum).toBe(1500)
    expect(warnings).toContain('lines_excluded')
    expect(lineVerdicts(text, { excludeLines: [7] }).at(-1)).toBe('excluded')
  })

  it('65: a saved mapping stops when the bank inserted a column', async () => {
    const mapping = JSON.parse(JSON.stringify(proposeMapping(lines('Datum;Text;Betrag', '14.04.2025;A;-50,00'))))
    expect((await readTable(lines('Datum;Text;Betrag', '03.04.2025;B;-60,00'), { mapping })).amounts).toEqual([-6000])
    const failure = await refuse(lines('Datum;Gebühr;Text;Betrag', '03.04.2025;1,00;B;-60,00'), { mapping })
    expect(failure.code).toBe('mapping_changed')
    expect(failure.faults.map(({ message }) => message).join(' ')).toContain('"Betrag" moved from place 3 to 4')
  })

  it('66: a web page, a PDF, a workbook and an empty file are refused by name', async () => {
    expect((await refuse('<!DOCTYPE html><html><body>Log in</body></html>')).code).toBe('html_instead_of_data')
    expect((await refuse('')).code).toBe('file_empty')
    expect((await refusal('<html><body><table><tr><td>2025-01-01</td></tr></table></body></html>')).code).toBe(
      'html_instead_of_data',
    )
    expect((await refusal('%PDF-1.7\n1,2,3')).code).toBe('pdf_not_supported')
    expect((await refusal('')).code).toBe('file_empty')
  })
})

describe('a table without a header', () => {
  it('asks for a confirmation that changes no amounts when only one column can hold them', async () => {
    const { file, amounts } = await readTable(lines('31/01/2025,BAKER,-4.20', '30/01/2025,FIRM B,"1,000.00"'))
    expect(file.questions).toMatchObject([{ code: 'columns', changesAmounts: false }])
    expect(amounts).toEqual([-420, 100000])
    expect((await readTable(lines('31/01/2025,BAKER,4.20', '30/01/2025,FIRM B,9.00'))).file.questions).toMatchObject([
      { code: 'columns', changesAmounts: true },
    ])
    expect(
      (await readTable(lines('31/01/2025,BAKER,-4.20,7.10', '30/01/2025,FIRM B,9.00,3.30'))).file.questions,
    ).toMatchObject([{ changesAmounts: true }])
  })
})
