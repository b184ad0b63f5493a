import { expect, test } from 'vitest'
import { balance, ownAccount, type WrittenEntry, writeCamt, writeOne } from '../camt-writer.ts'
import { entryOf, read, readSingle, refusal } from '../reading.ts'

// Numbers are those of the ledger specification, 15.1.

const reversed: readonly WrittenEntry[] = [{ amount: '100.00' }, { amount: '40.00', direction: 'DBIT', reversal: true }]

test('1: several statements prove, and chain', async () => {
  const { statements, warnings } = await read(
    writeCamt({
      statements: [
        { id: 'A', opening: '18.15', closing: '27.00', entries: [{ amount: '8.85' }] },
        {
          id: 'B',
          opening: '27.00',
          closing: '20.00',
          day: '2025-03-04',
          entries: [{ amount: '7', direction: 'DBIT' }],
        },
      ],
    }),
  )
  expect(statements.map(({ proof }) => proof)).toEqual([
    { status: 'proved', difference: 0 },
    { status: 'proved', difference: 0 },
  ])
  expect(statements.map((statement) => [entryOf(statement).amount, statement.closing?.amount])).toEqual([
    [885, 2700],
    [-700, 2000],
  ])
  expect(warnings).toEqual([])
})

test('a statement missing between two is named', async () => {
  const { warnings } = await read(
    writeCamt({
      statements: [
        { opening: '0', closing: '10.00', entries: [{ amount: '10.00' }] },
        { opening: '12.00', closing: '12.00', day: '2025-03-05' },
      ],
    }),
  )
  expect(warnings.map(({ code }) => code)).toEqual(['statement_gap'])
})

test('2: a debit closing balance is negative, and the difference is shown', async () => {
  const { statement } = await readSingle(
    writeOne({ opening: '18.15', closing: '-27.00', entries: [{ amount: '8.85' }] }),
  )
  expect(statement.closing?.amount).toBe(-2700)
  expect(statement.proof).toEqual({ status: 'not_proved', difference: -5400 })
})

test('3: zeros beyond the exponent are dropped', async () => {
  const { statement, entry } = await readSingle(
    writeOne({ opening: '18.15000', closing: '27.05000', entries: [{ amount: '8.85000' }] }),
  )
  expect(entry.amount).toBe(885)
  expect(statement.proof.difference).toBe(5)
})

test('15: a reversal does not change the sign', async () => {
  const { statement, entry } = await readSingle(writeOne({ opening: '0', closing: '60.00', entries: reversed }))
  expect(statement.proof.status).toBe('proved')
  expect(entry.isReversal).toBe(false)
  expect(entryOf(statement, 1)).toMatchObject({ isReversal: true, amount: -4000 })
  expect(statement.interpretation).toEqual([])
})

test('16: reversals are inverted when only that proves', async () => {
  const { statement, codes } = await readSingle(writeOne({ opening: '0', closing: '140.00', entries: reversed }))
  expect(statement.proof).toEqual({ status: 'proved', difference: 0 })
  expect(entryOf(statement, 1).amount).toBe(4000)
  expect(statement.booked).toMatchObject({ creditCount: 2, creditSum: 14000, debitCount: 0 })
  expect(statement.interpretation).toEqual(['reversal signs inverted'])
  expect(codes).toEqual(['reversal_sign_inverted'])
})

test('17: when neither reading proves, the file is read as written', async () => {
  const { statement, codes } = await readSingle(writeOne({ opening: '0', closing: '150.00', entries: reversed }))
  expect(entryOf(statement, 1).amount).toBe(-4000)
  expect(statement.proof).toEqual({ status: 'not_proved', difference: 9000 })
  expect(codes).toEqual([])
})

test('two readings that prove are a question, and its answer decides', async () => {
  const content = writeOne({
    opening: '0',
    closing: '40.00',
    entries: [{ amount: '-40.00', reversal: true }],
  })
  const asked = await readSingle(content)
  expect(asked.file.questions).toMatchObject([{ code: 'amount_sign', changesAmounts: true }])
  expect(asked.statement.proof.status).toBe('not_proved')
  const answered = await readSingle(content, { answers: { amount_sign: 'reversals_inverted' } })
  expect(answered.file.questions).toEqual([])
  expect(answered.statement.proof.status).toBe('proved')
})

test('a negative number is the opposite of its direction, unless only the direction proves', async () => {
  const entries: readonly WrittenEntry[] = [{ amount: '-30.00', direction: 'DBIT' }, { amount: '5.00' }]
  const opposite = await readSingle(writeOne({ opening: '0', closing: '35.00', entries }))
  expect(opposite.statement.entries.map(({ amount }) => amount)).toEqual([3000, 500])
  expect(opposite.statement.proof.status).toBe('proved')
  const plain = await readSingle(writeOne({ opening: '0', closing: '-25.00', entries }))
  expect(plain.statement.entries.map(({ amount }) => amount)).toEqual([-3000, 500])
  expect(plain.codes).toEqual(['negative_amount_ignored'])
})

test('18: what is not booked is counted apart', async () => {
  const { statement } = await readSingle(
    writeOne({
      opening: '0',
      closing: '1.00',
      entries: [{ amount: '1.00' }, { amount: '10.00', status: 'PDNG' }, { amount: '3', status: '<Cd>INFO</Cd>' }],
    }),
  )
  expect(statement.proof.status).toBe('proved')
  expect(statement.notBooked).toBe(2)
  expect(statement.booked.entries).toBe(1)
  expect(statement.entries.map(({ bankStatus }) => bankStatus)).toEqual(['booked', 'pending', 'info'])
})

test('a missing status counts as booked', async () => {
  const { entry } = await readSingle(writeOne({ entries: [{ amount: '1.00', status: '' }] }))
  expect(entry.bankStatus).toBe('booked')
})

test('19: odd spellings of amounts', async () => {
  const { statement } = await readSingle(
    writeOne({ entries: [{ amount: '000000000000149.87' }, { amount: '23172' }, { amount: '5.' }] }),
  )
  expect(statement.entries.map(({ amount }) => amount)).toEqual([14987, 2317200, 500])
})

test('20: the currency decides the decimals', async () => {
  const yen = await readSingle(writeOne({ currency: 'JPY', entries: [{ amount: '1500' }] }))
  expect(yen.entry.amount).toBe(1500)
  const dinar = await readSingle(writeOne({ currency: 'KWD', entries: [{ amount: '1.234' }] }))
  expect(dinar.entry.amount).toBe(1234)
  const content = writeOne({ entries: [{ amount: '1.00' }, { amount: '1.005' }] })
  const line = content.split('\n').findIndex((text) => text.includes('1.005')) + 1
  const error = await refusal(content)
  expect(error.code).toBe('amount_precision')
  expect(error.faults).toMatchObject([{ code: 'amount_precision', line }])
})

test('a raised precision and an added currency are used', async () => {
  const content = writeOne({ currency: 'XQZ', entries: [{ amount: '1.005' }] })
  expect((await refusal(content)).code).toBe('currency_unknown')
  expect((await readSingle(content, { precision: { XQZ: 3 } })).entry.amount).toBe(1005)
})

test('all faulty lines are listed', async () => {
  const entries = [{ amount: 'x' }, { amount: '1.00' }, { amount: '2.001' }, { amount: '' }]
  const error = await refusal(writeOne({ entries }))
  expect(error.faults.map(({ code }) => code)).toEqual(['amount_invalid', 'amount_precision', 'entry_amount_missing'])
})

test('29: order of the balances does not matter; OPBD counts before PRCD', async () => {
  const balances = [
    balance('PRCD', '9.00'),
    balance('OPBD', '10.00'),
    balance('CLAV', '99.00'),
    balance('CLBD', '11.00'),
  ]
  const entries = [{ amount: '1.00' }]
  const ordered = await readSingle(writeOne({ balances: balances.join('\n'), entries }))
  const reverse = await readSingle(writeOne({ balances: balances.toReversed().join('\n'), entries }))
  for (const { statement, codes } of [ordered, reverse]) {
    expect(statement.opening).toEqual({ amount: 1000, date: '2025-03-03', kind: 'OPBD' })
    expect(statement.proof.status).toBe('proved')
    expect(codes).toEqual(['opening_differs_from_previous'])
  }
})

test('30: interim balances chain over pages; a page that is not there is named', async () => {
  const page = (number: number, isLast: boolean, from: string, to: string) => ({
    id: 'P',
    top: `<StmtPgntn><PgNb>${number}</PgNb><LastPgInd>${isLast}</LastPgInd></StmtPgntn>`,
    balances: balance('ITBD', to, '2025-03-03', 'EUR', 'CIBD') + balance('ITBD', from, '2025-03-03', 'EUR', 'OIBD'),
    entries: [{ amount: '5.00' }],
  })
  const first = page(1, false, '0.00', '5.00')
  const both = await read(writeCamt({ statements: [first, page(2, true, '5.00', '10.00')] }))
  expect(both.statements.map(({ proof }) => proof.status)).toEqual(['proved', 'proved'])
  expect(both.warnings).toEqual([])
  const one = await read(writeCamt({ statements: [first] }))
  expect(one.warnings.map(({ code }) => code)).toEqual(['page_missing'])
})

test('one interim balance alone proves nothing', async () => {
  const { statement } = await readSingle(writeOne({ balances: balance('ITBD', '5.00'), entries: [{ amount: '5.00' }] }))
  expect(statement.proof.status).toBe('not_provable')
})

test('31: a statement without entries is read and keeps the chain', async () => {
  const { statements, warnings } = await read(
    writeCamt({
      statements: [
        { opening: '5.00', closing: '5.00' },
        { opening: '5.00', closing: '6.00', day: '2025-03-04', entries: [{ amount: '1.00' }] },
      ],
    }),
  )
  expect(statements.map(({ entries, proof }) => [entries.length, proof.status])).toEqual([
    [0, 'proved'],
    [1, 'proved'],
  ])
  expect(warnings).toEqual([])
})

test('33, 34: accounts and currencies stay apart', async () => {
  const other = 'DE89370400440532013000'
  const { statements, warnings } = await read(
    writeCamt({
      statements: [
        { opening: '1.00', closing: '2.00', entries: [{ amount: '1.00' }] },
        { account: other, opening: '50.00', closing: '50.00', day: '2025-03-04' },
        { currency: 'USD', opening: '7.00', closing: '7.00', day: '2025-03-05' },
        { opening: '2.00', closing: '2.00', day: '2025-03-06' },
      ],
    }),
  )
  expect(statements.map(({ account, currency }) => `${account} ${currency}`)).toEqual([
    `${ownAccount} EUR`,
    `${other} EUR`,
    `${ownAccount} USD`,
    `${ownAccount} EUR`,
  ])
  expect(warnings).toEqual([])
})

test('declared totals are compared, a minus before the debit sum is not minded', async () => {
  const totals = (count: number) =>
    `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries><Sum>6.00</Sum></TtlNtries><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>-2.00</Sum></TtlDbtNtries></TxsSummry>`
  const entries: readonly WrittenEntry[] = [{ amount: '4.00' }, { amount: '2.00', direction: 'DBIT' }]
  expect((await readSingle(writeOne({ summary: totals(2), entries }))).codes).toEqual([])
  expect((await readSingle(writeOne({ summary: totals(14), entries }))).codes).toEqual(['declared_totals_differ'])
})

test('balances with the numbers of BAI2 as their proprietary type are opening and closing', async () => {
  const numbered = (code: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Prtry>${code}</Prtry></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-03-03</Dt></Dt></Bal>`
  const balances = [
    numbered('040', '99.00'),
    numbered('015', '15.00'),
    numbered('010', '10.00'),
    numbered('CLOSING AVAILABLE', '1.00'),
  ].join('')
  const { statements } = await read(writeOne({ balances, entries: [{ amount: '5.00' }] }))
  expect(statements[0]).toMatchObject({
    opening: { amount: 1000, kind: '010' },
    closing: { amount: 1500, kind: '015' },
    proof: { status: 'proved' },
  })
})
