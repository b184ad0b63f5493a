import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderStatements } from '../../../main/core/ledger/sources/statement-order.ts'

const statement = (opening: number, closing: number, day: string | null, ordinal: number, account = 'A') => ({
  account,
  currency: 'EUR',
  opening,
  closing,
  day,
  ordinal,
})

test('statements of one day are ordered by their balances, however the file lists them', () => {
  const [first, second, third] = [
    statement(1815, 2700, '2014-12-31', 1),
    statement(2700, 2000, '2014-12-31', 0),
    statement(2000, 2100, '2015-01-02', 2),
  ] as const
  expect(orderStatements([third, second, first])).toEqual([first, second, third])
})

test('accounts do not disturb each other', () => {
  const mine = [statement(0, 10, '2025-01-01', 0), statement(10, 20, '2025-01-01', 3)]
  const other = [statement(10, 0, '2025-01-01', 1, 'B'), statement(0, 5, '2025-01-01', 2, 'B')]
  const ordered = orderStatements([...mine, ...other])
  expect(ordered.filter(({ account }) => account === 'A')).toEqual(mine)
  expect(ordered.filter(({ account }) => account === 'B')).toEqual(other)
})

test('a chain of one day comes out whole from any order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 8 }),
      fc.nat(),
      (balances, seed) => {
        const chain = balances.slice(1).map((closing, at) => statement(balances[at] ?? 0, closing, '2025-01-01', at))
        const mixed = chain.toSorted((a, b) => ((a.ordinal * 7919 + seed) % 11) - ((b.ordinal * 7919 + seed) % 11))
        expect(
          orderStatements(mixed.map((one, ordinal) => ({ ...one, ordinal }))).map(({ opening }) => opening),
        ).toEqual(balances.slice(0, -1))
      },
    ),
  )
})
