import { expect, test } from 'vitest'
import { readOfx } from '../../../main/core/statements/ofx/read-ofx.ts'
import { entriesOf, entryOf, failureOf, readText, warningCodes } from '../read-text.ts'
import { bank, header, ofx, row } from './ofx-text.ts'

const minus = row({ amount: '-1.00', id: 'M' })
const only = async (text: string) => entryOf(await readText(readOfx, ofx(bank(text))))

test('several accounts of one file are several statements', async () => {
  const read = await readText(
    readOfx,
    ofx(bank(minus, { account: 'A 1' }) + bank(minus, { account: 'b2', currency: 'JPY', balance: '500' })),
  )
  expect(read.statements.map(({ account, currency, closing }) => [account, currency, closing?.amount])).toEqual([
    ['A1', 'USD', 1000],
    ['B2', 'JPY', 500],
  ])
})

test('a statement without transactions is a statement', async () => {
  const read = await readText(readOfx, ofx(bank('')))
  expect(read.statements[0]).toMatchObject({ closing: { amount: 1000 }, entries: [] })
})

test('dates are taken as written, whatever zone follows', async () => {
  expect((await only(row({ amount: '-1', date: '20250101003000.000[-3:BRT]' }))).bookingDate).toBe('2025-01-01')
  expect((await only(row({ amount: '-1', date: '20250101235959[+10:AEST]' }))).bookingDate).toBe('2025-01-01')
  expect((await only(row({ amount: '-1', more: '<DTAVAIL>20250105' }))).valueDate).toBe('2025-01-05')
})

test('a name repeated in the memo is dropped, a continued one is joined', async () => {
  const long = 'A VERY LONG NAME THAT IS CUT AT 3'
  expect(await only(row({ amount: '-1', name: 'ACME', memo: 'ACME' }))).not.toHaveProperty('remittanceText')
  expect(await only(row({ amount: '-1', name: 'ACME', memo: 'acme invoice 7' }))).toMatchObject({
    counterpartyName: 'ACME',
    remittanceText: 'acme invoice 7',
  })
  expect(await only(row({ amount: '-1', name: long, memo: '2 CHARACTERS' }))).toMatchObject({
    remittanceText: `${long} 2 CHARACTERS`,
    remittanceJoined: `${long}2 CHARACTERS`,
  })
  expect(await only(row({ amount: '-1', name: `${long} 2 CHARACTERS`, memo: '2 characters' }))).toMatchObject({
    counterpartyName: `${long} 2 CHARACTERS`,
    remittanceText: '2 characters',
  })
  expect(await only(row({ amount: '-1', memo: 'only a memo' }))).toMatchObject({ remittanceText: 'only a memo' })
})

test('a payee replaces the name; the other account is read', async () => {
  const entry = await only(
    row({
      amount: '-1',
      more: '<PAYEE><NAME>Jane Roe<ADDR1>1 Road<CITY>X<POSTALCODE>1</PAYEE><BANKACCTTO><BANKID>77<ACCTID>12 34</BANKACCTTO><MEMO>rent',
    }),
  )
  expect(entry).toMatchObject({
    counterpartyName: 'Jane Roe',
    counterpartyAccount: '1234',
    counterpartyBank: '77',
    remittanceText: 'rent',
  })
})

test('entities that a bank wrote twice over are resolved, single ones once', async () => {
  const entry = await only(
    row({ amount: '-1', name: 'TPAY &amp;lt;FEE&amp;gt;', memo: 'B.C. HYDRO &amp; POWER &lt;1&gt;' }),
  )
  expect(entry).toMatchObject({ counterpartyName: 'TPAY <FEE>', remittanceText: 'B.C. HYDRO & POWER <1>' })
})

test('a payee written as a plain value is a name', async () => {
  const entry = await only(row({ amount: '-1', more: '<PAYEE>Phone bill</PAYEE><MEMO>Phone bill</MEMO>' }))
  expect(entry).toMatchObject({ counterpartyName: 'Phone bill', remittanceText: 'Phone bill' })
  const named = await only(row({ amount: '-1', name: 'Jane Roe', more: '<PAYEE>Phone bill</PAYEE>' }))
  expect(named.counterpartyName).toBe('Jane Roe')
})

test('a list without the aggregates around it is a statement; one inside them is not another', async () => {
  const list = `<BANKTRANLIST>${minus}</BANKTRANLIST>`
  const alone = await readText(
    readOfx,
    `${header}<OFX>${list}<LEDGERBAL><BALAMT>5.00<DTASOF>20250131</LEDGERBAL></OFX>`,
  )
  expect(alone.statements).toMatchObject([{ account: null, currency: null, closing: { amount: 500 } }])
  expect(entryOf(alone).amount).toBe(-100)
  const both = await readText(readOfx, ofx(`${list}${bank(minus)}`))
  expect(both.statements.map(({ account, entries }) => [account, entries.length])).toEqual([
    [null, 1],
    ['111', 1],
  ])
})

test('empty leaves, vendor tags and unclosed aggregates do not swallow their neighbours', async () => {
  const rows =
    '<STMTTRN><TRNTYPE>DEBIT<NAME><MEMO>text<INTU.X>v<VENDOR><DTPOSTED>20250102<TRNAMT>-1<FITID>1\n' +
    '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250103<TRNAMT>\n  -2.00  \n<FITID>2<NAME>B\n'
  const read = await readText(readOfx, ofx(bank(rows)))
  expect(
    entriesOf(read).map(({ amount, remittanceText, counterpartyName }) => [amount, remittanceText, counterpartyName]),
  ).toEqual([
    [-100, 'text', undefined],
    [-200, undefined, 'B'],
  ])
  expect(read.statements[0]?.closing?.amount).toBe(1000)
})

test.each([
  ['-1.234,50', -123_450],
  ['1,234.50', 123_450],
  ['-50.0000', -5000],
  ['-.5', -50],
  ['+12', 1200],
  ['18.150', 1815],
])('reads the amount %s', async (text, amount) => {
  expect((await only(row({ type: 'OTHER', amount: text }))).amount).toBe(amount)
})

test('an amount finer than the currency, no amount and no number are refused with FITID and line', async () => {
  const failure = await failureOf(
    readOfx,
    ofx(bank(row({ amount: '1.234', id: 'A' }) + row({ amount: '', id: 'B' }) + row({ amount: 'x', id: 'C' }))),
  )
  expect(failure.faults.map(({ code, line }) => [code, line])).toEqual([
    ['amount_precision', 10],
    ['amount_invalid', 11],
    ['amount_invalid', 12],
  ])
})

test('amounts that are all positive: the sign of debits comes from the type, and is asked for once', async () => {
  const rows =
    row({ type: 'CREDIT', amount: '9.00', id: '1' }) +
    row({ type: 'FEE', amount: '2.00', id: '2' }) +
    row({ type: 'CHECK', amount: '3.00', id: '3' })
  const asked = await readText(readOfx, ofx(bank(rows)))
  expect(entriesOf(asked).map(({ amount }) => amount)).toEqual([900, -200, -300])
  expect(asked.questions).toMatchObject([{ code: 'amount_sign', chosen: 'by_type', changesAmounts: true }])

  const written = await readText(readOfx, ofx(bank(rows)), { answers: { amount_sign: 'as_written' } })
  expect(entriesOf(written).map(({ amount }) => amount)).toEqual([900, 200, 300])
  expect(written.questions).toEqual([])

  const signed = await readText(readOfx, ofx(bank(rows + minus)))
  expect(entriesOf(signed).map(({ amount }) => amount)).toEqual([900, 200, 300, -100])
  expect(signed.questions).toEqual([])
})

test('a correction of an earlier transaction is kept aside and reported', async () => {
  const read = await readText(
    readOfx,
    ofx(bank(minus + row({ amount: '-2', id: 'N', more: '<CORRECTFITID>OLD<CORRECTACTION>REPLACE' }))),
  )
  expect(warningCodes(read)).toEqual(['bank_correction'])
  expect(entriesOf(read)[1]).toMatchObject({
    bankStatus: 'info',
    additionalInfo: 'REPLACE OLD',
    structuredReferences: [{ scheme: 'CORRECTFITID', value: 'OLD', check: 'none' }],
  })
})

test('pending transactions of OFX 2 are pending', async () => {
  const text = ofx(bank(minus)).replace(
    '</BANKTRANLIST>',
    '</BANKTRANLIST><BANKTRANLISTP><DTASOF>20250131<STMTTRNP><TRNTYPE>POS<DTTRAN>20250130<TRNAMT>-4.00<NAME>SHOP</STMTTRNP></BANKTRANLISTP>',
  )
  const read = await readText(readOfx, text)
  expect(entriesOf(read).map(({ bankStatus, bookingDate }) => [bankStatus, bookingDate])).toEqual([
    ['booked', '2025-01-02'],
    ['pending', '2025-01-30'],
  ])
  expect(read.statements[0]?.closing?.amount).toBe(1000)
})

test('a ledger balance older than the last transaction is no closing balance', async () => {
  const read = await readText(readOfx, ofx(bank(minus, { asOf: '20250101' })))
  expect(read.statements[0]).toMatchObject({ closing: null, otherBalances: [{ amount: 1000, kind: 'LEDGERBAL' }] })
  expect(warningCodes(read)).toEqual(['ledger_balance_stale'])
})

test('currency: taken from the rows where the statement names none, converted where a row has another', async () => {
  const own = (code: string, rate: string) => `<CURRENCY><CURRATE>${rate}<CURSYM>${code}</CURRENCY>`
  const named = await readText(readOfx, ofx(bank(row({ amount: '-1', more: own('AUD', '1.0') }), { currency: '' })))
  expect(named.statements[0]?.currency).toBe('AUD')

  const other = await readText(readOfx, ofx(bank(row({ amount: '-10.01', more: own('EUR', '1.25') }))))
  expect(entryOf(other)).toMatchObject({
    amount: -1251,
    currency: 'USD',
    originalAmount: -1001,
    originalCurrency: 'EUR',
    exchangeRate: '1.25',
  })
  expect(warningCodes(other)).toEqual(['currency_converted'])

  const paid = await only(row({ amount: '-5', more: '<ORIGCURRENCY><CURRATE>0.9<CURSYM>EUR</ORIGCURRENCY>' }))
  expect(paid).toMatchObject({ amount: -500, currency: 'USD', originalCurrency: 'EUR', exchangeRate: '0.9' })
})

test('a repeated FITID is reported', async () => {
  expect(warningCodes(await readText(readOfx, ofx(bank(minus + minus))))).toEqual(['fitid_repeated'])
})

const investment =
  '<INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20250101<CURDEF>USD<INVTRANLIST><INVBANKTRAN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250101<TRNAMT>5<FITID>Q</STMTTRN></INVBANKTRAN></INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>'

test('an investment part is left out with a warning; a file of nothing else is refused', async () => {
  const mixed = await readText(readOfx, ofx(bank(minus)).replace('</OFX>', `${investment}</OFX>`))
  expect(warningCodes(mixed)).toEqual(['investment_not_supported'])
  expect(entriesOf(mixed)).toHaveLength(1)
  expect((await failureOf(readOfx, `${header}<OFX>${investment}</OFX>`)).code).toBe('investment_not_supported')
})

test('an error of the bank is shown in its own words', async () => {
  const failure = await failureOf(
    readOfx,
    `${header}<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></SONRS></SIGNONMSGSRSV1></OFX>`,
  )
  expect(failure.code).toBe('bank_reported_error')
  expect(failure.message).toContain('Signon invalid')

  const part = await readText(
    readOfx,
    ofx(
      `${bank(minus)}<STMTTRNRS><TRNUID>2<STATUS><CODE>2003<SEVERITY>ERROR<MESSAGE>Account not found</STATUS></STMTTRNRS>`,
    ),
  )
  expect(warningCodes(part)).toEqual(['bank_reported_error'])
})

test('refuses a DOCTYPE, a file cut off, endless text and OFX without a statement', async () => {
  const whole = ofx(bank(minus))
  expect((await failureOf(readOfx, `<!DOCTYPE x [<!ENTITY a "b">]>${whole}`)).code).toBe('xml_doctype_forbidden')
  expect((await failureOf(readOfx, whole.slice(0, whole.indexOf('</BANKTRANLIST>')))).code).toBe('file_truncated')
  expect((await failureOf(readOfx, whole.slice(0, whole.indexOf('</STMTRS>')))).code).toBe('file_truncated')
  expect((await failureOf(readOfx, '<OFX>'.repeat(100_000))).code).toBe('ofx_too_deep')
  expect((await failureOf(readOfx, `<OFX><NAME>${'x'.repeat(1_100_000)}`)).code).toBe('ofx_text_endless')
  expect((await failureOf(readOfx, `${header}<OFX><SIGNUPMSGSRSV1></SIGNUPMSGSRSV1></OFX>`)).code).toBe('no_statement')
  expect((await failureOf(readOfx, ofx(bank(minus, { currency: 'ZZZ' })))).code).toBe('currency_unknown')
})
