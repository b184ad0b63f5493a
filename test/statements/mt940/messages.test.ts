import { expect, test } from 'vitest'
import { readMt940 } from '../../../main/core/statements/mt940/read-mt940.ts'
import { entriesOf, entryOf, failureOf, readText, warningCodes } from '../read-text.ts'

const head = [':20:A', ':25:1234567890', ':28C:5/1', ':60F:C250101EUR10,00']
const tail = [':62F:C250102EUR12,00']
const entry = ':61:2501020102C2,00NTRFNONREF//B1'
const text = (lines: readonly string[], end = '\n') => lines.join(end)

test.each([
  ['LF', '\n'],
  ['CR LF', '\r\n'],
  ['CR CR LF', '\r\r\n'],
  ['CR', '\r'],
])('reads lines that end in %s, cut into chunks of any size', async (_, end) => {
  for (const size of [1, 2, 3, 7, 1000]) {
    const read = await readText(readMt940, text([...head, entry, ':86:one', 'two', ...tail, '-'], end), {}, size)
    expect(read.statements[0]?.proof.status).toBe('proved')
    expect(entryOf(read)).toMatchObject({ position: 5, remittanceText: 'one two', remittanceJoined: 'onetwo' })
  }
})

test('reads SWIFT blocks, also when one message follows another on the same line', async () => {
  const message = (n: number, from: string, to: string) => [
    `{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:`,
    `:20:M${n}`,
    ':25:123/456',
    ':28C:1/1',
    `:60F:C250101EUR${from}`,
    entry,
    ':86:a text that {1: begins a brace',
    `:62F:C250101EUR${to}`,
    '-}',
  ]
  const [first, second] = [message(1, '0,', '2,'), message(2, '2,', '4,')]
  const joined = [...first.slice(0, -1), `-}{5:{CHK:0}}${second[0]}`, ...second.slice(1)]
  const read = await readText(readMt940, text(joined, '\r\n'))
  expect(read.statements.map(({ statementRef, proof }) => [statementRef, proof.status])).toEqual([
    ['M1', 'proved'],
    ['M2', 'proved'],
  ])
})

test('a message that opens on the line of its block is read', async () => {
  const read = await readText(readMt940, text(['{1:F01X}{4::20:A', ...head.slice(1), entry, ...tail, '-}']))
  expect(read.statements[0]).toMatchObject({ statementRef: 'A', account: '1234567890' })
})

test('bank lines before, between and after messages are no text of an entry', async () => {
  const read = await readText(
    readMt940,
    text([
      'ABNANL2A',
      '940',
      'ABNANL2A',
      ...head,
      entry,
      ':86:text',
      ...tail,
      '-',
      'ABNANL2A',
      '940',
      ...head,
      entry,
      ':86:text',
      ...tail,
      '-',
      'END',
    ]),
  )
  expect(entriesOf(read).map(({ remittanceText }) => remittanceText)).toEqual(['text', 'text'])
})

test('a wrapped time that begins a line with a colon stays text, also when it looks like a tag', async () => {
  for (const minutes of ['12', '20', '25', '28']) {
    const read = await readText(
      readMt940,
      text([...head, entry, ':86:paid 2025-01-02T13', `:${minutes}:11 in town`, ...tail]),
    )
    expect(entryOf(read).remittanceJoined).toBe(`paid 2025-01-02T13:${minutes}:11 in town`)
    expect(read.statements).toHaveLength(1)
  }
})

test('a line of one dash within a text is text; before a tag it is nothing', async () => {
  const read = await readText(
    readMt940,
    text([...head, entry, ':86:left', '-', 'right', entry, ':86:x', '-', ...tail, '-']),
  )
  expect(entriesOf(read).map(({ remittanceText }) => remittanceText)).toEqual(['left - right', 'x'])
})

test('interim pages are statements of their own that chain; the last is flagged', async () => {
  const page = (number: number, open: string, close: string) => [
    ':20:A',
    ':25:1',
    `:28C:7/${number}`,
    open,
    entry,
    close,
    '-',
  ]
  const read = await readText(
    readMt940,
    text([
      ...page(1, ':60F:C250101EUR1,00', ':62M:C250101EUR3,00'),
      ...page(2, ':60M:C250101EUR3,00', ':62M:C250101EUR5,00'),
      ...page(3, ':60M:C250101EUR5,00', ':62F:C250101EUR7,00'),
    ]),
  )
  expect(
    read.statements.map(({ pageNo, lastPage, proof, sequenceNo }) => [sequenceNo, pageNo, lastPage, proof.status]),
  ).toEqual([
    ['7', 1, false, 'proved'],
    ['7', 2, false, 'proved'],
    ['7', 3, true, 'proved'],
  ])
})

test('pages under one :20: are one statement from the first balance to the last', async () => {
  const read = await readText(
    readMt940,
    text([...head, entry, ':62M:C250101EUR12,00', ':60M:C250101EUR12,00', entry, ':62F:C250101EUR14,00']),
  )
  expect(read.statements).toHaveLength(1)
  expect(read.statements[0]).toMatchObject({ opening: { amount: 1000 }, closing: { amount: 1400, kind: '62F' } })
  expect(read.statements[0]?.proof.status).toBe('proved')
})

test('several accounts under one :20: are several statements', async () => {
  const read = await readText(
    readMt940,
    text([...head, entry, ...tail, ':25:999', ':28C:1', ':60F:C250101CHF0,00', entry, ':62F:C250101CHF2,00']),
  )
  expect(read.statements.map(({ account, currency, proof }) => [account, currency, proof.status])).toEqual([
    ['1234567890', 'EUR', 'proved'],
    ['999', 'CHF', 'proved'],
  ])
})

test.each([
  [':25:12030000/202051 EUR', '12030000/202051', 'EUR'],
  [':25:DE02 1203 0000 0000 2020 51', 'DE02120300000000202051', 'EUR'],
  [':25:NL91ABNA0417164300EUR', 'NL91ABNA0417164300', 'EUR'],
  [':25P:CH9300762011623852957\nPOFICHBEXXX', 'CH9300762011623852957', 'EUR'],
  [':25:mt84malt011000012345mtlcast001s', 'MT84MALT011000012345MTLCAST001S', 'EUR'],
])('reads the account of %s', async (line, account, currency) => {
  const read = await readText(readMt940, text([':20:A', line, ...head.slice(2), entry, ...tail]))
  expect(read.statements[0]).toMatchObject({ account, currency })
})

test('amounts follow the decimals of their currency', async () => {
  const of = (code: string, amount: string) =>
    readText(
      readMt940,
      text([':20:A', ':25:1', `:60F:C250101${code}0,`, `:61:250101C${amount}NTRFX`, `:62F:C250101${code}${amount}`]),
    )
  expect(entryOf(await of('JPY', '1500,')).amount).toBe(1500)
  expect(entryOf(await of('KWD', '1,5')).amount).toBe(1500)
  expect(entryOf(await of('EUR', '0000000001,50')).amount).toBe(150)
  expect(entryOf(await of('EUR', '1.234,50')).amount).toBe(123_450)
})

test('a break or a blank before the amount and references beyond the standard are read', async () => {
  const read = await readText(
    readMt940,
    text([
      ...head,
      ':61:2501020102C',
      '2,00NTRFNONREF//B1',
      ':61:250102 0102 D 3,00NTRFA REFERENCE FAR LONGER THAN SIXTEEN//AND ANOTHER LONGER ONE',
      'under the line',
      ...tail,
    ]),
  )
  expect(
    entriesOf(read).map(({ amount, bankReference, entryReference }) => [amount, bankReference, entryReference]),
  ).toEqual([
    [200, 'B1', undefined],
    [-300, 'AND ANOTHER LONGER ONE', 'A REFERENCE FAR LONGER THAN SIXTEEN'],
  ])
  expect(entriesOf(read)[1]?.remittanceText).toBe('under the line')
})

test('entries wait for the currency when :60: is missing', async () => {
  const read = await readText(
    readMt940,
    text([':20:A', ':25:1', ':28C:1', ':61:250101C15,NTRFX', ':62F:C250101JPY15,']),
  )
  expect(read.statements[0]).toMatchObject({ currency: 'JPY', opening: null, proof: { status: 'not_provable' } })
  expect(entryOf(read).amount).toBe(15)
})

test('the bank reference may begin the line under :61:, and a transaction type have two letters', async () => {
  const wrapped = [':61:2501020102C1,00NTRFALONGREFERENCE1', '//BANKREF999', ':61:2501020102C1,00NET NONREF']
  const read = await readText(readMt940, text([...head, ...wrapped, ...tail]))
  expect(entriesOf(read)).toMatchObject([
    { entryReference: 'ALONGREFERENCE1', bankReference: 'BANKREF999', bankCode: { proprietary: 'NTRF' } },
    { bankCode: { proprietary: 'NET' } },
  ])
  expect(entriesOf(read)[1]).not.toHaveProperty('entryReference')
  expect(entriesOf(read)[0]).not.toHaveProperty('remittanceText')
})

test('the holder of the other account is its name, also where :86: repeats both before another dialect', async () => {
  const lines = (title: string, ...others: string[]) => [
    ':61:2501020102C2,00NOVBNL47INGB9999999999',
    'mw a jansen',
    `:86:${title}`,
    ' '.repeat(65),
    ...others,
  ]
  const plain = await readText(
    readMt940,
    text([...head, ...lines('NL47INGB9999999999 mw a jansen', 'Factuur 17'), ...tail]),
  )
  expect(entryOf(plain)).toMatchObject({ counterpartyName: 'mw a jansen', remittanceText: 'Factuur 17' })
  expect(entryOf(plain)).not.toHaveProperty('additionalInfo')
  const tagged = ['/TRTP/Incasso/NAME/A JANSEN/MARF/M1/REMI/Factuur 18/EREF/E18']
  const slashed = await readText(
    readMt940,
    text([...head, ...lines('NL47INGB9999999999 mw a jansen', ...tagged), ...tail]),
  )
  expect(entryOf(slashed)).toMatchObject({
    counterpartyName: 'A JANSEN',
    counterpartyAccount: 'NL47INGB9999999999',
    mandateId: 'M1',
    remittanceText: 'Factuur 18',
    endToEndId: 'E18',
  })
  const other = await readText(readMt940, text([...head, ...lines('NL47INGB9999999999 somebody else'), ...tail]))
  expect(entryOf(other)).toMatchObject({
    remittanceText: 'NL47INGB9999999999 somebody else',
    additionalInfo: 'mw a jansen',
  })
})

test('the own account is not the other side', async () => {
  for (const own of [':25:1234567890', ':25:MYBANK/1234567890']) {
    const lines = [...head.slice(0, 1), own, ...head.slice(2), entry, ':86:000>10>20Text>311234567890', ...tail]
    const read = await readText(readMt940, text(lines))
    expect(entryOf(read)).toMatchObject({ remittanceText: 'Text' })
    expect(entryOf(read)).not.toHaveProperty('counterpartyAccount')
  }
})

test('a closing balance in another currency is told; the opening balance names the currency', async () => {
  const read = await readText(readMt940, text([...head, entry, ':62F:C250102USD12,00']))
  expect(read.statements[0]?.currency).toBe('EUR')
  expect(read.warnings).toMatchObject([
    { code: 'balance_currency_differs', line: 6, params: { own: 'USD', account: 'EUR' } },
  ])
})

test('original amount and charges in the line below are read', async () => {
  const read = await readText(readMt940, text([...head, entry, '/OCMT/USD2,50//CHGS/EUR0,25/', ...tail]))
  expect(entryOf(read)).toMatchObject({
    originalAmount: 250,
    originalCurrency: 'USD',
    charges: [{ amount: 25, currency: 'EUR' }],
  })
})

test('a minus where a mark stands is read as such and marked for the proof', async () => {
  const read = await readText(
    readMt940,
    text([':20:A', ':25:1', ':60F:C250101EUR10,', ':61:250101D-4,00NTRFX', ':62F:C250101EUR6,']),
  )
  expect(entryOf(read)).toMatchObject({ amount: -400, isNegativeText: true })
  expect(read.statements[0]?.proof.status).toBe('proved')
})

test('lists every line that cannot be read, with its number', async () => {
  const failure = await failureOf(
    readMt940,
    text([...head, ':61:2501020230C2,00NTRF', ':61:250102X', ':61:251301C1,00NTRF', ':61:250102C1,001NTRF', ...tail]),
  )
  expect(failure.code).toBe('lines_invalid')
  expect(failure.faults.map(({ line, code }) => [line, code])).toEqual([
    [5, 'booking_date_invalid'],
    [6, 'line_invalid'],
    [7, 'value_date_invalid'],
    [8, 'amount_precision'],
  ])
})

test('refuses what stops early, an unknown currency and an interim report', async () => {
  expect((await failureOf(readMt940, text([...head, entry]))).code).toBe('file_truncated')
  expect((await failureOf(readMt940, text(['{4:', ...head, entry, ...tail]))).code).toBe('file_truncated')
  expect((await failureOf(readMt940, text([...head, ':61:250102C1,00NTRF', ':62F:C2501']))).code).toBe('file_truncated')
  expect((await failureOf(readMt940, text([':20:A', ':25:1', ':60F:C250101QQQ1,']))).code).toBe('currency_unknown')
  expect((await failureOf(readMt940, text([':20:A', ':25:1', ':34F:EURD0,', entry]))).code).toBe('mt942_intraday')
  expect((await failureOf(readMt940, text([':20:A', ':25:1', '-']))).code).toBe('no_statement')
})

test('a field without end is refused, in time that grows with the file', async () => {
  const started = performance.now()
  const tags = await failureOf(
    readMt940,
    text([...head, entry, `:86:${'EREF+'.repeat(10)}`, ...Array(20_000).fill('EREF+SVWZ+')]),
  )
  expect(tags.code).toBe('mt940_field_endless')
  const filled = Array(1_900).fill('EREF+a SVWZ+b EREF+c')
  const read = await readText(readMt940, text([...head, entry, ':86:', ...filled, ...tail]))
  expect(entryOf(read).endToEndId).toBe('a')
  const lines = await failureOf(readMt940, text([':20:A', ':25:1', ...Array(60_000).fill(':61:250101C1,NTRFX')]))
  expect(lines.code).toBe('currency_missing')
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('a statement that its bank ended without a closing balance is kept and cannot be proved', async () => {
  const read = await readText(readMt940, text([...head, entry, '-}', ...head, entry, ...tail, '-}']))
  expect(read.statements.map(({ proof }) => proof.status)).toEqual(['not_provable', 'proved'])
  expect(warningCodes(read)).toContain('closing_balance_missing')
})
