import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChainLink, chainBreaks, missingPages, sequenceGaps } from '../../main/core/statements/chain.ts'
import { exponentOf, exponentOrNull } from '../../main/core/statements/currencies.ts'
import { dayOf, daysBetween, fullYear, isoDay, isoValueDay, valueDayOf } from '../../main/core/statements/dates.ts'
import { amountOf, amountText, readAmount } from '../../main/core/statements/money.ts'
import { findSuspects } from '../../main/core/statements/suspects.ts'

test('amounts are read by digits alone, for every exponent and decimal sign', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom('.', ','),
      (minor, exponent, sign) => {
        const text = amountText(minor, exponent).replace('.', sign)
        expect(readAmount(text, sign as '.' | ',', exponent)).toBe(minor === 0 ? 0 : minor)
      },
    ),
  )
})

test('odd amounts', () => {
  expect(readAmount('15000,', ',', 2)).toBe(1_500_000)
  expect(readAmount('8,5', ',', 2)).toBe(850)
  expect(readAmount('.5', '.', 2)).toBe(50)
  expect(readAmount('+1.10', '.', 2)).toBe(110)
  expect(readAmount('-0.00', '.', 2)).toBe(0)
  expect(readAmount('18.150', '.', 2)).toBe(1815)
  expect(readAmount('18.151', '.', 2)).toBe('amount_precision')
  expect(readAmount('90071992547409.93', '.', 2)).toBe('amount_too_large')
  for (const text of ['', '.', '-', '1e3', '1,5', '0x10', '1 000', '--1', 'NaN', '１'])
    expect.soft(readAmount(text, '.', 2), text).toBe('amount_invalid')
  expect(() => amountOf('1.005', '.', 2, 7)).toThrow(/^Line 7: /)
})

// The list of the ledger specification, 2.1.
test('decimals of currencies', () => {
  const expected = {
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    2: 'EUR USD GBP CHF PLN HUF CZK SEK BRL INR',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }
  for (const [exponent, codes] of Object.entries(expected))
    for (const code of codes.split(' ')) expect.soft(exponentOf(code), code).toBe(Number(exponent))
  for (const code of ['', 'eur', 'XXX', 'constructor']) expect.soft(exponentOrNull(code), code).toBeNull()
  expect(exponentOf('EUR', { EUR: 3 })).toBe(3)
  expect(() => exponentOf('QQQ')).toThrow('QQQ')
})

test('days are calendar days as written', () => {
  expect(isoDay('2023-07-07T00:00:00+02:00')).toBe('2023-07-07')
  expect(isoDay('2023-07-07Z')).toBe('2023-07-07')
  expect(isoDay('2023-02-30')).toBeNull()
  expect(isoDay('2023-2-3')).toBeNull()
  expect(isoDay('20230203')).toBeNull()
  expect(isoValueDay('2023-02-30')).toEqual({ date: '2023-02-28', isAdjusted: true })
  expect(valueDayOf(2024, 2, 30)).toEqual({ date: '2024-02-29', isAdjusted: true })
  expect(valueDayOf(2024, 2, 32)).toBeNull()
  expect(valueDayOf(2024, 13, 1)).toBeNull()
  expect(dayOf(1900, 2, 29)).toBeNull()
  expect(dayOf(2000, 2, 29)).toBe('2000-02-29')
  expect([fullYear(70), fullYear(99), fullYear(0), fullYear(69)]).toEqual([1970, 1999, 2000, 2069])
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})

const link = (fields: Partial<ChainLink> & { from: number; to: number; day: string }): ChainLink => ({
  account: 'A',
  currency: 'EUR',
  statementRef: null,
  sequenceNo: null,
  pageNo: null,
  lastPage: null,
  ...fields,
  opening: { amount: fields.from, date: fields.day, kind: 'OPBD' },
  closing: { amount: fields.to, date: fields.day, kind: 'CLBD' },
})

test('the chain is followed in the order of days, per account and currency', () => {
  const whole = [
    link({ from: 10, to: 30, day: '2025-01-02' }),
    link({ from: 0, to: 10, day: '2025-01-01' }),
    link({ from: 99, to: 99, day: '2025-01-02', currency: 'USD' }),
  ]
  expect(chainBreaks(whole)).toEqual([])
  const [gap] = chainBreaks([...whole, link({ from: 35, to: 35, day: '2025-01-05' })])
  expect(gap).toMatchObject({ kind: 'gap', difference: 5, from: { date: '2025-01-02' }, to: { date: '2025-01-05' } })
})

test('pages and sequence numbers', () => {
  const page = (pageNo: number, lastPage: boolean) => link({ from: 0, to: 0, day: '2025-01-01', pageNo, lastPage })
  const codes = (links: readonly ChainLink[]) => missingPages(links).map(({ code }) => code)
  expect(codes([page(1, false), page(2, true)])).toEqual([])
  expect(codes([page(1, false), page(3, true)])).toEqual(['page_missing'])
  expect(codes([page(1, false)])).toEqual(['page_missing'])
  const counted = (...numbers: (string | null)[]) =>
    sequenceGaps(numbers.map((sequenceNo, i) => link({ from: 0, to: 0, day: `2025-01-0${i + 1}`, sequenceNo })))
  expect(counted('1', '2', '3')).toEqual([])
  expect(counted('1', '2', '3', '5')).toHaveLength(1)
  expect(counted('11', '12', '1', '2')).toEqual([])
  // A bank that hardly ever counts by one does not count statements.
  expect(counted('10', '20', '30')).toEqual([])
  expect(counted('1', null, '3')).toEqual([])
})

test('the cause of a difference is searched for', () => {
  const entry = (position: number, amount: number, more = {}) => ({
    position,
    amount,
    bankStatus: 'booked' as const,
    bookingDate: '2025-01-01',
    ...more,
  })
  const reasons = (difference: number, ...entries: readonly ReturnType<typeof entry>[]) =>
    findSuspects(entries, difference).map(({ position, reason }) => `${position} ${reason}`)
  expect(reasons(0, entry(1, 0))).toEqual([])
  expect(reasons(-500, entry(1, 250), entry(2, 500), entry(3, 77))).toEqual(['2 equals', '1 half'])
  expect(reasons(500, entry(1, 500), entry(2, 500))).toEqual(['1 equals', '2 repeated'])
  expect(reasons(500, entry(1, 500, { bankStatus: 'pending' }))).toEqual(['1 not_booked'])
  expect(reasons(26, entry(1, 1526, { charges: [{ amount: 26, currency: 'EUR' }] }))).toEqual(['1 charge'])
  // 12.45 written for 12.54
  expect(reasons(9, entry(1, 1245), entry(2, 1111))).toEqual(['1 transposed'])
})
