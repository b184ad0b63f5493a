import { expect, test } from 'vitest'
import { ownAccount, type WrittenEntry, writeOne } from '../camt-writer.ts'
import { readSingle } from '../reading.ts'

// Numbers are those of the ledger specification, 15.1.

const amount = (text: string, currency = 'EUR') => `<Amt Ccy="${currency}">${text}</Amt>`
const txAmount = (text: string, currency = 'EUR') => `<AmtDtls><TxAmt>${amount(text, currency)}</TxAmt></AmtDtls>`
const one = (entry: WrittenEntry, owner?: string) =>
  readSingle(writeOne({ ...(owner === undefined ? {} : { owner }), entries: [entry] }))
const person = (role: 'Dbtr' | 'Cdtr', name: string, iban?: string) =>
  `<${role}><Nm>${name}</Nm></${role}>${iban === undefined ? '' : `<${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`}`
const parties = (...inner: string[]) => `<RltdPties>${inner.join('')}</RltdPties>`

test('5: a batch of which only the number is known', async () => {
  const { entry } = await one({ amount: '4753.74', direction: 'DBIT', batch: '<NbOfTxs>3</NbOfTxs>' })
  expect(entry).toMatchObject({ amount: -475374, batchWithoutDetails: true })
  expect(entry.children).toBeUndefined()
})

test('9: two details are children with their own amounts', async () => {
  const { entry, codes } = await one({
    amount: '429.56',
    details: [
      `<Refs><EndToEndId>A-1</EndToEndId></Refs>${amount('329.56')}${parties(person('Dbtr', 'Anna Berg'))}`,
      `<Refs><EndToEndId>A-2</EndToEndId></Refs>${txAmount('100.00')}`,
    ],
  })
  expect(entry.amount).toBe(42956)
  expect(entry.children).toMatchObject([
    { level: 'detail', amount: 32956, endToEndId: 'A-1', counterpartyName: 'Anna Berg' },
    { level: 'detail', amount: 10000, endToEndId: 'A-2' },
  ])
  expect(entry.counterpartyName).toBeUndefined()
  expect(codes).toEqual([])
})

test('10: what a charge explains is a residual with that charge', async () => {
  const { entry, codes } = await one({
    amount: '1526.00',
    extra: `<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">26.00</TtlChrgsAndTaxAmt><Rcrd>${amount('26.00')}</Rcrd></Chrgs>`,
    details: [amount('1500.00')],
  })
  expect(entry.amount).toBe(152600)
  expect(entry.children).toMatchObject([
    { level: 'detail', amount: 150000 },
    { level: 'residual', amount: 2600, additionalInfo: 'charge', charges: [{ amount: 2600, currency: 'EUR' }] },
  ])
  expect(codes).toEqual([])
})

test('10: charges of the older layout as well', async () => {
  const charges = `<Chrgs>${amount('20.00')}</Chrgs><Chrgs>${amount('6.00')}</Chrgs>`
  const { entry, codes } = await one({ amount: '1526.00', details: [`${txAmount('1500.00')}${charges}`] })
  expect(entry.children?.at(-1)).toMatchObject({ level: 'residual', amount: 2600, additionalInfo: 'charge' })
  expect(codes).toEqual([])
})

test('11: a rest that nothing explains is a residual and a warning', async () => {
  const { entry, codes } = await one({ amount: '100.00', details: [amount('60.00'), amount('30.00')] })
  expect(entry.children?.map((child) => [child.level, child.amount])).toEqual([
    ['detail', 6000],
    ['detail', 3000],
    ['residual', 1000],
  ])
  expect(codes).toEqual(['batch_sum_mismatch'])
})

test('12: details with directions of their own', async () => {
  const { entry, codes } = await one({
    amount: '50.00',
    direction: 'DBIT',
    details: [`${amount('80.00')}<CdtDbtInd>DBIT</CdtDbtInd>`, `${amount('30.00')}<CdtDbtInd>CRDT</CdtDbtInd>`],
  })
  expect(entry.children?.map((child) => child.amount)).toEqual([-8000, 3000])
  expect(codes).toEqual([])
})

test('13: the transaction amount counts, the instructed amount is shown', async () => {
  const foreign = `<AmtDtls><InstdAmt>${amount('120.00', 'USD')}</InstdAmt><TxAmt>${amount('110.00')}<CcyXchg><XchgRate>1.0909</XchgRate></CcyXchg></TxAmt></AmtDtls>`
  const { entry } = await one({ amount: '210.00', details: [foreign, amount('100.00')] })
  expect(entry.children?.[0]).toMatchObject({
    amount: 11000,
    currency: 'EUR',
    originalAmount: 12000,
    originalCurrency: 'USD',
    exchangeRate: '1.0909',
  })
})

test('14: details in another currency alone have no amount; a counter value gives one', async () => {
  const { entry, codes } = await one({
    amount: '100.00',
    details: [
      txAmount('110.00', 'USD'),
      `<AmtDtls><TxAmt>${amount('9.00', 'USD')}</TxAmt><CntrValAmt>${amount('8.00')}</CntrValAmt></AmtDtls>`,
    ],
  })
  expect(entry.children).toMatchObject([{ amount: null, originalCurrency: 'USD' }, { amount: 800 }])
  expect(entry.amount).toBe(10000)
  expect(codes).toEqual([])
})

test.each(['', '<!-- read by the parser -->'])(
  'details are in the currency that only their entry names %s',
  async (note) => {
    const details = [amount('60.00', 'CHF'), amount('40.00', 'CHF')]
    const xml = writeOne({ balances: '', entries: [{ amount: '100.00', currency: 'CHF', details, extra: note }] })
    const { statement, entry } = await readSingle(xml.replace(/<Ccy>EUR<\/Ccy>/, ''))
    expect(statement.currency).toBe('CHF')
    expect(entry.children?.map((child) => [child.amount, child.currency])).toEqual([
      [6000, 'CHF'],
      [4000, 'CHF'],
    ])
  },
)

test('one detail: the entry keeps its amount and takes references and parties', async () => {
  const { entry } = await one({
    amount: '12.00',
    extra: '<AcctSvcrRef>BANK-9</AcctSvcrRef>',
    details: [
      `<Refs><EndToEndId>NOTPROVIDED</EndToEndId><MndtId>M-7</MndtId><UETR>d0826d0f</UETR></Refs>${parties(person('Dbtr', 'Anna Berg', 'DE11'))}<RltdAgts><DbtrAgt><FinInstnId><BICFI>BANKDEFF</BICFI></FinInstnId></DbtrAgt></RltdAgts><Purp><Cd>SALA</Cd></Purp>`,
    ],
  })
  expect(entry).toMatchObject({
    amount: 1200,
    bankReference: 'BANK-9',
    mandateId: 'M-7',
    uetr: 'd0826d0f',
    counterpartyName: 'Anna Berg',
    counterpartyAccount: 'DE11',
    counterpartyBank: 'BANKDEFF',
    purpose: 'SALA',
  })
  expect(entry.endToEndId).toBeUndefined()
  expect(entry.children).toBeUndefined()
})

test('an ultimate party of which the bank only says that it knows nothing is none', async () => {
  const ultimate = '<UltmtDbtr><Nm>keine Information vorhanden</Nm></UltmtDbtr>'
  const { entry } = await one({ amount: '12.00', details: [parties(person('Dbtr', 'Anna Berg'), ultimate)] })
  expect(entry.counterpartyName).toBe('Anna Berg')
  expect(entry.ultimatePartyName).toBeUndefined()
})

test('details of several NtryDtls belong to one entry', async () => {
  const { entry } = await one({
    amount: '3.00',
    extra: `<NtryDtls><TxDtls>${amount('1.00')}</TxDtls></NtryDtls>`,
    details: [amount('2.00')],
  })
  expect(entry.children?.map((child) => child.amount)).toEqual([100, 200])
})

test('25: in a return the customer is the counterparty, whoever the roles name', async () => {
  const returned = '<RtrInf><Rsn><Cd>MD06</Cd></Rsn><AddtlInf>Refund by customer</AddtlInf></RtrInf>'
  const byAccount = await one({
    amount: '50.00',
    direction: 'DBIT',
    details: [`${parties(person('Dbtr', 'Kunde', 'DE55'), person('Cdtr', 'Wir GmbH', ownAccount))}${returned}`],
  })
  expect(byAccount.entry).toMatchObject({ counterpartyName: 'Kunde', returnReason: 'MD06' })
  expect(byAccount.entry.additionalInfo).toBe('Refund by customer')
  const byName = await one(
    { amount: '50.00', direction: 'DBIT', details: [parties(person('Dbtr', 'Kunde'), person('Cdtr', 'Wir GmbH'))] },
    'WIR GmbH',
  )
  expect(byName.entry.counterpartyName).toBe('Kunde')
  const byReason = await one({
    amount: '50.00',
    direction: 'DBIT',
    details: [`${parties(person('Dbtr', 'Kunde'), person('Cdtr', 'Someone'))}${returned}`],
  })
  expect(byReason.entry.counterpartyName).toBe('Kunde')
})

test('the payee of a debit, the payer of a credit; newer layout and address lines', async () => {
  const debit = await one({
    amount: '5.00',
    direction: 'DBIT',
    details: [parties(person('Dbtr', 'Wir', ownAccount), '<Cdtr><Pty><Nm>Laden</Nm></Pty></Cdtr>')],
  })
  expect(debit.entry.counterpartyName).toBe('Laden')
  const address = await one({
    amount: '5.00',
    details: [parties('<Dbtr><Nm>-</Nm><PstlAdr><AdrLine>Peter Pan</AdrLine></PstlAdr></Dbtr>')],
  })
  expect(address.entry.counterpartyName).toBe('Peter Pan')
  const bank = await one({
    amount: '5.00',
    details: [parties('<Dbtr><Agt><FinInstnId><Nm>Some Bank</Nm></FinInstnId></Agt></Dbtr>')],
  })
  expect(bank.entry.counterpartyName).toBe('Some Bank')
})

test('26: an entry without parties has its text from the additional information', async () => {
  const { entry } = await one({ amount: '0.17', info: 'Interest Q1' })
  expect(entry.counterpartyName).toBeUndefined()
  expect(entry.additionalInfo).toBe('Interest Q1')
})

test('27: pieces of text are kept in two forms', async () => {
  const { entry } = await one({
    amount: '1.00',
    details: ['<RmtInf><Ustrd>Rechnung 2025-00</Ustrd><Ustrd>07</Ustrd></RmtInf>'],
  })
  expect(entry.remittanceText).toBe('Rechnung 2025-00 07')
  expect(entry.remittanceJoined).toContain('2025-0007')
})

test('28: documents with paid amounts', async () => {
  const document = (number: string, paid: string) =>
    `<Strd><RfrdDocInf><Nb>${number}</Nb><RltdDt>2025-01-31</RltdDt></RfrdDocInf><RfrdDocAmt><DuePyblAmt Ccy="EUR">${paid}</DuePyblAmt><RmtdAmt Ccy="EUR">${paid}</RmtdAmt></RfrdDocAmt></Strd>`
  const { entry } = await one({
    amount: '60.00',
    details: [`<RmtInf>${document('R1', '10.00')}${document('R2', '20.00')}${document('R3', '30.00')}</RmtInf>`],
  })
  expect(entry.referredDocuments).toEqual([
    { number: 'R1', date: '2025-01-31', amountDue: 1000, amountPaid: 1000 },
    { number: 'R2', date: '2025-01-31', amountDue: 2000, amountPaid: 2000 },
    { number: 'R3', date: '2025-01-31', amountDue: 3000, amountPaid: 3000 },
  ])
})

test('structured references carry the verdict on their check digits', async () => {
  const reference = (scheme: string, value: string) =>
    `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>${scheme}</Cd></CdOrPrtry></Tp><Ref>${value}</Ref></CdtrRefInf></Strd>`
  const { entry } = await one({
    amount: '1.00',
    details: [
      `<RmtInf>${reference('SCOR', 'RF18 5390 0754 7034')}${reference('SCOR', 'RF19539007547034')}${reference('QRR', '210000000003139471430009017')}${reference('QRR', '210000000003139471430009018')}${reference('OTHR', '12')}</RmtInf>`,
    ],
  })
  expect(entry.structuredReferences).toEqual([
    { scheme: 'SCOR', value: 'RF18539007547034', check: 'valid' },
    { scheme: 'SCOR', value: 'RF19539007547034', check: 'invalid' },
    { scheme: 'QRR', value: '210000000003139471430009017', check: 'valid' },
    { scheme: 'QRR', value: '210000000003139471430009018', check: 'invalid' },
    { scheme: 'OTHR', value: '12', check: 'none' },
  ])
})

test('39: details that share the bank reference of their entry', async () => {
  const details = Array.from({ length: 12 }, () => `<Refs><AcctSvcrRef>B-1</AcctSvcrRef></Refs>${amount('1.00')}`)
  const { entry } = await one({ amount: '12.00', extra: '<AcctSvcrRef>B-1</AcctSvcrRef>', details })
  expect(entry.children).toHaveLength(12)
  expect(new Set(entry.children?.map((child) => child.position)).size).toBe(12)
})

test('6: dates are taken as written, whatever their zone', async () => {
  const dates = (booked: string, valued: string) =>
    `<BookgDt><DtTm>${booked}</DtTm></BookgDt><ValDt><DtTm>${valued}</DtTm></ValDt>`
  const { entry } = await one({
    amount: '1.00',
    dates: dates('2023-07-07T00:00:00+02:00', '2023-06-21T23:35:33.115965-05:00'),
  })
  expect(entry).toMatchObject({
    bookingDate: '2023-07-07',
    valueDate: '2023-06-21',
    bookingText: '2023-07-07T00:00:00+02:00',
  })
})

test('a missing booking date is inferred, an impossible value date adjusted', async () => {
  const inferred = await one({ amount: '1.00', dates: '<ValDt><Dt>2025-02-30</Dt></ValDt>' })
  expect(inferred.entry).toMatchObject({ bookingDate: '2025-02-28', valueDate: '2025-02-28', valueText: '2025-02-30' })
  expect(inferred.codes.toSorted()).toEqual(['booking_date_inferred', 'value_date_adjusted'])
  const closing = await readSingle(writeOne({ closing: '1.00', entries: [{ amount: '1.00', dates: ' ' }] }))
  expect(closing.entry.bookingDate).toBe('2025-03-03')
})

test('the verbatim fragment is kept, cut at 4,000 characters', async () => {
  const { statement } = await readSingle(
    writeOne({
      entries: [
        { amount: '1.00', info: 'short' },
        { amount: '2.00', info: 'x'.repeat(9000) },
      ],
    }),
  )
  const [short, long] = statement.entries
  expect(short?.raw).toMatch(/^<Ntry>[\s\S]*<AddtlNtryInf>short<\/AddtlNtryInf>\s*<\/Ntry>$/)
  expect(long?.raw).toHaveLength(4000)
})
