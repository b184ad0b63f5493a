import { expect, test } from 'vitest'
import { nextStatement } from '../../../main/core/ledger/books/next-statement.ts'

test('months are followed by months, whatever their length', () => {
  expect(nextStatement({ from: '2026-01-01', to: '2026-01-31' }, null)).toBe('2026-02-28')
  expect(nextStatement({ from: '2026-02-01', to: '2026-02-28' }, { from: null, to: '2026-01-31' })).toBe('2026-03-31')
  expect(nextStatement({ from: '2026-10-01', to: '2026-12-31' }, null)).toBe('2027-03-31')
})

test('days and weeks are followed by as many days; movements on few of the days do not shorten them', () => {
  expect(nextStatement({ from: '2026-11-04', to: '2026-11-04' }, null)).toBe('2026-11-05')
  expect(nextStatement({ from: '2026-11-02', to: '2026-11-08' }, null)).toBe('2026-11-15')
  expect(nextStatement({ from: '2026-11-12', to: '2026-11-15' }, { from: null, to: '2026-11-08' })).toBe('2026-11-22')
})

test('nothing is said without a statement whose length is known', () => {
  expect(nextStatement(null, null)).toBeNull()
  expect(nextStatement({ from: null, to: '2026-11-30' }, null)).toBeNull()
})
