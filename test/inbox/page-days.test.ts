import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageDays } from '../../main/core/inbox/page-days.ts'
import { day } from '../../main/core/time.ts'

test('the days of a page hold exactly its rows, whatever lies before and behind', () => {
  const rows = fc.array(fc.nat(12), { maxLength: 60 }).map((days) => days.sort((a, b) => a - b))
  fc.assert(
    fc.property(rows, fc.nat(70), fc.integer({ min: 1, max: 30 }), fc.nat(60), (all, offset, limit, cut) => {
      const count = (some: readonly number[]) =>
        [...Map.groupBy(some, (each) => each)].map(([number, of]) => ({ day: number, count: of.length }))
      const page = pageDays([...count(all.slice(0, cut)), ...count(all.slice(cut))], offset, limit)
      const found = all.filter((each) => page && each * day >= page.from && each * day < page.to)
      expect(found.slice(page?.skip ?? 0).slice(0, limit)).toEqual(all.slice(offset, offset + limit))
    }),
  )
})

test('only the days that are needed are read', () => {
  const counts = [
    { day: 3, count: 100 },
    { day: 1, count: 10 },
    { day: 2, count: 5 },
  ]
  expect(pageDays(counts, 0, 10)).toEqual({ from: day, to: 2 * day, skip: 0 })
  expect(pageDays(counts, 12, 3)).toEqual({ from: 2 * day, to: 3 * day, skip: 2 })
  expect(pageDays(counts, 114, 5)).toEqual({ from: 3 * day, to: Number.MAX_SAFE_INTEGER, skip: 99 })
  expect(pageDays(counts, 115, 5)).toBeNull()
})
