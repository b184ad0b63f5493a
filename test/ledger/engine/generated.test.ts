import { expect, test } from 'vitest'
import { matchAll } from '../../../main/core/ledger/engine/match-all.ts'
import { makeAssociationBooks } from './generated/make-association-books.ts'
import { makeBooks } from './generated/make-books.ts'
import { makeOtherBooks } from './generated/make-other-books.ts'
import { measureBooks } from './generated/measure.ts'

const measured = measureBooks([101, 102, 103], 1000)

test('of seeded books nearly all that belongs together is found, and nothing strong is wrong', () => {
  const { engine } = measured
  expect(engine.wrong_strong).toEqual([])
  expect(engine.unattended.wrong).toBe(0)
  expect(engine.found / engine.to_find).toBeGreaterThan(0.95)
  expect(engine.wrong / engine.proposed).toBeLessThan(0.01)
})

test('every situation is found in most of its cases', () => {
  for (const [situation, { to_find, found }] of Object.entries(measured.engine.by_situation))
    expect({ situation, share: found / to_find > 0.75 }).toEqual({ situation, share: true })
})

test('books of another company with other habits are found as well, and nothing strong is wrong', () => {
  const { engine, plain } = measureBooks([701, 702], 1000, makeOtherBooks)
  expect(engine.wrong_strong).toEqual([])
  expect(engine.unattended.wrong).toBe(0)
  expect(engine.found / engine.to_find).toBeGreaterThan(0.98)
  expect(engine.wrong / engine.proposed).toBeLessThan(0.01)
  for (const [situation, { to_find, found }] of Object.entries(engine.by_situation))
    expect({ situation, share: found / to_find > 0.8 }).toEqual({ situation, share: true })
  expect(plain.found).toBeLessThan(engine.found / 2)
})

test('an association with rents, cards and dues of equal amounts: most is found, and nothing strong is wrong', () => {
  const { engine, plain } = measureBooks([501, 508], 1000, makeAssociationBooks)
  expect(engine.wrong_strong).toEqual([])
  expect(engine.unattended.wrong).toBe(0)
  expect(engine.found / engine.to_find).toBeGreaterThan(0.93)
  expect(engine.wrong / engine.proposed).toBeLessThan(0.02)
  expect(plain.found).toBeLessThan(engine.found / 5)
})

test('equal amount and day alone find less and are wrong more often', () => {
  const { plain, engine } = measured
  expect(plain.found).toBeLessThan(engine.found)
  expect(plain.wrong / plain.proposed).toBeGreaterThan(engine.wrong / engine.proposed)
})

test('a whole year of lines in any order gives the same proposals (108)', () => {
  const { input } = makeBooks(104, 800)
  const mixed = { ...input, items: [...input.items].reverse(), entries: [...input.entries].reverse() }
  expect(matchAll(mixed)).toEqual(matchAll(input))
})
