import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FrameOptions } from '../../main/core/statements/read.ts'
import type { StatementEntry } from '../../main/core/statements/types.ts'
import { codesOf, read, refusal } from './reading.ts'

/** What sections 15.1 and 15.2 of the specification say of the shared samples beyond their sums, row by row. */
const folder = join(import.meta.dirname, '../../../shared/samples/statements')
const camt = 'viafintech-camt_parser/spec/fixtures/053'
const mt940 = 'WoLpH-mt940/mt940_tests'
const ynab = 'bank2ynab-bank2ynab/test/test-data'
const csv2ofx = 'reubano-csv2ofx/data'
const ofx = 'jseutter-ofxparse/tests/fixtures'

async function sample(name: string, options?: FrameOptions) {
  const file = await read(await readFile(join(folder, name)), options)
  const entries = file.statements.flatMap((statement): readonly StatementEntry[] => statement.entries)
  const booked = entries.filter(({ bankStatus }) => bankStatus === 'booked')
  return {
    file,
    statement: file.statements[0],
    entries,
    booked,
    amounts: booked.map(({ amount }) => amount),
    days: booked.map(({ bookingDate }) => bookingDate),
    sum: booked.reduce((total, { amount }) => total + (amount ?? 0), 0),
    codes: codesOf(file),
  }
}

describe.skipIf(!existsSync(folder))('the shared samples', () => {
  test('row 4: names stand in Pty and statuses in Cd; the available balance proves nothing', async () => {
    const { amounts, entries, statement } = await sample(`${camt}/valid_example_v8.xml`)
    expect(amounts).toEqual([47440, 8885, -2097])
    expect(entries.every(({ counterpartyName }) => (counterpartyName ?? '') !== '')).toBe(true)
    expect(statement?.proof).toEqual({ status: 'not_proved', difference: 125102 })
    expect(statement?.closing?.kind).toBe('CLBD')
  })

  test('row 5: a batch of which the parts are not listed, the opening balance from OPBD', async () => {
    const { amounts, entries, statement } = await sample(`${camt}/valid_example_with_batch.xml`)
    expect(amounts).toEqual([-475374, 268800, 500000])
    expect(entries.map(({ batchWithoutDetails }) => batchWithoutDetails ?? false)).toEqual([true, false, false])
    expect(statement?.opening).toMatchObject({ amount: 732980, kind: 'OPBD' })
  })

  test('row 6: the day is the one that is written; 14 lines are declared and one is read', async () => {
    const { days, statement, codes } = await sample(`${camt}/valid_example_with_datetime.xml`)
    expect(days).toEqual(['2023-06-21'])
    expect(statement?.declared?.entries).toBe(14)
    expect(statement?.proof.status).toBe('not_provable')
    expect(codes).toEqual(['declared_totals_differ'])
  })

  test('row 8: the message names what is missing', async () => {
    const failure = await refusal(await readFile(join(folder, 'genkgo-camt/test/data/camt053.v2.wrong.xml')))
    expect(failure.code).toBe('no_statement')
    expect(failure.message).toContain('statement')
  })

  test('row 42: 30 February is adjusted, R after D is a funds code', async () => {
    const { entries } = await sample(`${mt940}/self-provided/february_30.sta`)
    expect(entries).toMatchObject([
      { amount: -600, isReversal: false, valueDate: '2016-02-29', bookingDate: '2016-03-01' },
    ])
  })

  test('row 43: 11 items, days, name and amounts, no marks of subfields left', async () => {
    const { entries, amounts } = await sample(`${mt940}/betterplace/sepa_snippet.sta`)
    expect(entries).toHaveLength(11)
    expect(entries[0]).toMatchObject({
      valueDate: '2007-09-07',
      bookingDate: '2007-09-04',
      counterpartyName: 'KARL KAUFMANN',
    })
    expect(amounts).toContain(1_500_000)
    expect(JSON.stringify(entries.map(({ raw: _, ...rest }) => rest))).not.toMatch(/\?\d\d/)
  })

  test('row 44: CP852 is detected, F is a funds code', async () => {
    const { file, entries } = await sample(`${mt940}/self-provided/raiffeisen-cmi.sta`)
    expect(file.encoding).toBe('cp852')
    expect(entries).toHaveLength(7)
    expect(entries[0]).toMatchObject({ amount: 206663700, additionalInfo: 'Csoportos átutalás jóváírása' })
  })

  test('row 45: the last :86: belongs to the statement, not to the last line', async () => {
    const { entries, statement } = await sample(`${mt940}/jejik/ing.sta`)
    expect(statement?.declared).toEqual({ debitCount: 4, creditCount: 2, debitSum: 2524, creditSum: 2871 })
    expect(entries.at(-1)?.remittanceText).toContain('Hr S Marechal')
    expect(entries.at(-1)?.remittanceText).not.toContain('25,24')
  })

  test('rows 48, 49: amounts in their order; the break between the first two lines is reported', async () => {
    expect((await sample(`${ynab}/2018-04-14_10-52-13_bunq-transactieoverzicht.csv`)).sum).toBe(72854)
    const { amounts, file } = await sample(`${ynab}/CSV_A_20180414_112204.csv`)
    expect(amounts).toEqual([-33749, 5000, -75000])
    expect(file.warnings).toMatchObject([{ code: 'running_balance_broken', line: 3 }])
  })

  test('row 50: ten booked, three pending', async () => {
    const { entries, amounts, statement } = await sample(`${ynab}/MS_JANE_SMITH_01-12-2019_14-12-2019.csv`)
    expect(amounts).toHaveLength(10)
    expect(amounts.filter((amount) => (amount ?? 0) > 0)).toEqual([110000])
    expect(entries.filter(({ bankStatus }) => bankStatus === 'pending')).toHaveLength(3)
    expect(statement).toMatchObject({ notBooked: 3, currency: 'GBP', booked: { debitCount: 9, debitSum: 138580 } })
  })

  test('row 51: account from the preamble, texts of the rows below appended', async () => {
    const { entries, statement, sum } = await sample(`${ynab}/TransactionHistory_20180418043121.csv`)
    expect(statement?.account).toBe('666-666666-666')
    expect([entries.length, sum]).toEqual([8, -17328])
    expect(entries[0]?.remittanceText).toMatch(/^DEBIT PURCHASE .*UBER EATS/)
  })

  test('rows 52, 53: where the balances begin and end, and in which order', async () => {
    const ubs = await sample(`${csv2ofx}/test/ubs-ch-fr_trimmed.csv`)
    expect(ubs.entries[0]).toMatchObject({ amount: -1000, balance: 1137394, valueDate: '2019-03-31' })
    expect(ubs.codes).toContain('running_balance_out_of_date_order')
    const schwab = await sample(`${csv2ofx}/test/schwab-checking.csv`)
    expect(schwab.statement).toMatchObject({ opening: { amount: 109374 }, closing: { amount: 87847 } })
    expect(schwab.statement?.interpretation).toContain('descending order')
  })

  test('row 54: the order of day and month is asked once; the balances prove either way', async () => {
    const name = `${csv2ofx}/test/payoneer.csv`
    expect((await sample(name)).file.questions).toMatchObject([{ code: 'date_order', changesAmounts: false }])
    for (const [date_order, day] of [
      ['dmy', '2021-03-05'],
      ['mdy', '2021-05-03'],
    ] as const) {
      const { file, statement, days } = await sample(name, { answers: { date_order } })
      expect([file.questions, days[0]]).toEqual([[], day])
      expect(statement).toMatchObject({
        opening: { amount: 18000 },
        closing: { amount: 20000 },
        proof: { status: 'proved' },
      })
    }
  })

  test('rows 55 to 58: amounts, days, counts and letters', async () => {
    expect((await sample(`${ynab}/export_BE11123456789012_20180304_1422.csv`)).amounts).toEqual([-340])
    const hungarian = await sample(`${ynab}/W80844_EBH_201945.202122.csv`)
    expect(hungarian.days).toEqual(['2019-04-19', '2019-04-17'])
    expect(hungarian.statement?.interpretation).toContain('the direction column agrees with the signs')
    expect((await sample(`${ynab}/test_BOI_TransactionExport.csv`)).entries).toHaveLength(27)
    const card = await sample(`${ynab}/umsatz-1234________1234-20180227.CSV`)
    expect([card.file.encoding, card.amounts, card.days]).toEqual(['windows-1252', [-500], ['2018-02-20']])
  })

  test('rows 67 to 69: sum and closing balance, three lines without a day, one line each', async () => {
    const checking = await sample(`${ofx}/checking.ofx`)
    expect([checking.entries.length, checking.sum, checking.statement?.closing?.amount]).toEqual([3, -5950, 10099])
    const failure = await refusal(await readFile(join(folder, `${ofx}/fail_nice/date_missing.ofx`)))
    expect(failure.faults).toHaveLength(3)
    expect((await sample(`${ofx}/suncorp.ofx`)).amounts).toEqual([-1685])
    expect((await sample(`${ofx}/anzcc.ofx`)).amounts).toEqual([-550])
  })

  test('row 72: two accounts are told apart, and the file asks', async () => {
    const { file } = await sample(`${csv2ofx}/converted/default.qif`)
    expect(file.statements.map(({ account }) => account)).toEqual(['Cash', 'Checking'])
    expect(file.questions).toMatchObject([{ code: 'account', choices: ['Cash', 'Checking'] }])
  })
})
