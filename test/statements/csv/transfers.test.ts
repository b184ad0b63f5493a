import { describe, expect, test } from 'vitest'
import { proposeMapping } from '../../../main/core/statements/csv/read-csv.ts'
import { entriesOf } from '../read-text.ts'
import { lines, readTable, refuse } from './table.ts'

const header =
  'ID,Status,Direction,"Created on","Finished on","Source fee amount","Source fee currency","Target fee amount",' +
  '"Target fee currency","Source name","Source amount (after fees)","Source currency","Target name",' +
  '"Target amount (after fees)","Target currency","Exchange rate",Reference,Batch,"Created by"'
const paid =
  'T-1,COMPLETED,OUT,"2025-01-28 10:00:00","2025-01-28 10:05:00",0.50,EUR,,,A,250.00,EUR,Baker,262.50,USD,1.05,inv 7,,A'
const received =
  'T-2,COMPLETED,IN,"2025-01-29 09:00:00","2025-01-29 09:00:10",2.20,EUR,,,Firm B,1002.20,EUR,A,1000.00,EUR,1.0,pay,,'
const exchanged =
  'T-3,COMPLETED,NEUTRAL,"2025-01-30 09:00:00","2025-01-30 09:00:01",0.40,EUR,,,A,100.00,EUR,A,108.00,USD,1.08,,,A'
const cancelled = 'T-4,CANCELLED,OUT,"2025-01-31 09:00:00",,0.00,EUR,,,A,40.00,EUR,Kiosk,40.00,EUR,1.0,,,A'
const refunded = cancelled.replace('T-4,CANCELLED', 'T-5,REFUNDED')

describe('a history of transfers names both sides of each', () => {
  test('what left, with its fee, or what arrived; an exchange between own balances is both', async () => {
    const text = lines(header, paid, received, exchanged, cancelled, refunded)
    const { file, questions } = await readTable(text)
    expect(questions).toEqual([])
    const booked = file.statements.map(({ currency, entries }) => ({
      currency,
      amounts: entries.filter(({ bankStatus }) => bankStatus === 'booked').map(({ amount }) => amount),
    }))
    expect(booked).toEqual([
      { currency: 'EUR', amounts: [-25050, 100000, -10040] },
      { currency: 'USD', amounts: [10800] },
    ])
    expect(entriesOf(file).filter(({ bankStatus }) => bankStatus !== 'booked')).toHaveLength(2)
    expect(file.statements[0]?.entries[0]).toMatchObject({
      counterpartyName: 'Baker',
      bookingDate: '2025-01-28',
      originalAmount: 26250,
      originalCurrency: 'USD',
      charges: [{ amount: 50, currency: 'EUR' }],
    })
    expect(file.statements[0]?.entries[1]?.counterpartyName).toBe('Firm B')
    const mapping = JSON.parse(JSON.stringify(proposeMapping(text)))
    const again = await readTable(text, { mapping })
    expect(again.amounts).toEqual([-25050, 100000, -10040, 10800])
  })

  test('a fee in a third currency, and a currency that nobody knows, are refused by line', async () => {
    const odd = await refuse(lines(header, received, paid.replace('0.50,EUR', '0.50,GBP')))
    expect(odd).toMatchObject({ code: 'amount_columns_conflict', faults: [{ line: 3 }] })
    const unknown = await refuse(lines(header, received, exchanged.replace('108.00,USD', '108.00,QQQ')))
    expect(unknown.code).toBe('currency_unknown')
  })
})

test('a file of several accounts that are called by their names and last digits is split by them', async () => {
  const { file } = await readTable(
    lines(
      'Date (UTC),Description,Amount,Status,Source Account,Bank Description,Timestamp,Original Currency',
      '01-31-2025,Baker,-4.20,Sent,Main Checking xx1234,BAKER,01-31-2025 10:22:03,EUR',
      '01-30-2025,Firm B,1000.00,Sent,Main Checking xx1234,FIRM,01-30-2025 08:00:00,',
      '01-29-2025,Wire,-999.00,Failed,Main Checking xx1234,WIRE,01-29-2025 12:00:00,',
      '01-27-2025,Kiosk,-9.00,Sent,Main Savings ••5678,KIOSK,01-27-2025 09:08:00,EUR',
    ),
  )
  const booked = file.statements.map(({ account, currency, entries }) => ({
    account,
    currency,
    amounts: entries.filter(({ bankStatus }) => bankStatus === 'booked').map(({ amount }) => amount),
  }))
  expect(booked).toEqual([
    { account: 'MAINCHECKINGXX1234', currency: null, amounts: [-420, 100000] },
    { account: 'MAINSAVINGS••5678', currency: null, amounts: [-900] },
  ])
})
