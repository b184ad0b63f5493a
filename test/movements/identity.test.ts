import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identify, inOrderOfTime, referenceHash } from '../../main/core/movements/identity.ts'
import type { IncomingMovement } from '../../main/core/movements/types.ts'

const row = (change: Partial<IncomingMovement> = {}): IncomingMovement => ({
  externalId: null,
  amountMinor: 150_000,
  currency: 'UYU',
  senderName: 'Juan Pérez',
  receivedAt: 1_000,
  ...change,
})
const keys = (rows: readonly IncomingMovement[]) => identify(rows).map(({ externalId }) => externalId)

describe('the identity of a movement', () => {
  test("is the bank's own id where there is one", () => {
    expect(keys([row({ externalId: 'B-1' }), row({ externalId: 'B-1' })])).toEqual(['B-1', 'B-1'])
  })

  test('tells twins apart and finds them again', () => {
    const first = keys([row(), row()])

    expect(new Set(first).size).toBe(2)
    expect(keys([row(), row(), row()]).slice(0, 2)).toEqual(first)
  })

  test.each([
    { amountMinor: 150_001 },
    { currency: 'USD' },
    { receivedAt: 1_001 },
    { senderName: null },
    { senderName: 'Juan Gómez' },
  ])('differs when the row says %j', (change) => {
    expect(keys([row(change)])).not.toEqual(keys([row()]))
  })

  test('does not depend on blanks or on how an accent is encoded', () => {
    expect(keys([row({ senderName: ' Juan  Pérez '.normalize('NFD') })])).toEqual(keys([row()]))
  })

  test('of a batch is the same in whatever order its rows come', () => {
    const anyRow = fc
      .record({ amountMinor: fc.integer({ min: 1, max: 3 }), receivedAt: fc.nat(2) })
      .map((change) => row(change))
    const batch = fc
      .array(anyRow)
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
    fc.assert(
      fc.property(batch, ([rows, shuffled]) => {
        expect(keys(shuffled).sort()).toEqual(keys(rows).sort())
        expect(new Set(keys(rows)).size).toBe(rows.length)
      }),
    )
  })

  test('comes with a hash over amount, time and id', () => {
    const hash = (change: Partial<IncomingMovement>) =>
      referenceHash({ ...row(change), externalId: change.externalId ?? 'x' })

    expect(hash({})).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set([hash({}), hash({ amountMinor: 1 }), hash({ receivedAt: 2 }), hash({ externalId: 'y' })]).size).toBe(
      4,
    )
    expect(hash({ senderName: null })).toBe(hash({}))
  })
})

test('rows are stored oldest first, whichever way the bank lists them', () => {
  const at = (externalId: string, receivedAt: number) => row({ externalId, receivedAt })
  const ids = (rows: readonly IncomingMovement[]) => inOrderOfTime(rows).map(({ externalId }) => externalId)

  expect(ids([at('newest', 3), at('later', 2), at('earlier', 2), at('oldest', 1)])).toEqual([
    'oldest',
    'earlier',
    'later',
    'newest',
  ])
  expect(ids([at('oldest', 1), at('earlier', 2), at('later', 2)])).toEqual(['oldest', 'earlier', 'later'])
})
