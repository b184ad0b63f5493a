import { expect, test } from 'vitest'
import { decide } from '../../../main/core/matching/assignment/decide.ts'
import type { FreeMovement, OpenRequest } from '../../../main/core/matching/assignment/types.ts'

const order = (id: string, name: string): OpenRequest => ({
  id,
  externalId: id,
  name,
  amountMinor: 150_000,
  currency: 'UYU',
  createdAt: 0,
})
const transfer = (id: string, sender: string): FreeMovement => ({
  id,
  sender,
  text: null,
  amountMinor: 150_000,
  currency: 'UYU',
  receivedAt: 1,
})
const outcomesOf = (input: Parameters<typeof decide>[0]) =>
  Object.fromEntries(decide(input).map((decision) => [decision.requestId, [decision.outcome, decision.reason.code]]))

test('a request that waits for a person is not matched even when nobody else comes near', () => {
  const outcomes = outcomesOf({
    requests: [order('a', 'Ana Ruiz')],
    movements: [transfer('m', 'ANA RUIZ')],
    held: new Set(['a']),
  })

  expect(outcomes).toEqual({ a: ['ambiguous', 'waits_for_person'] })
})

test('a request that waits for a person still competes: an equal one is not matched past it', () => {
  const outcomes = outcomesOf({
    requests: [order('a', 'Ana Ruiz'), order('b', 'Ana Ruiz')],
    movements: [transfer('m', 'ANA RUIZ'), transfer('n', 'ANA RUIZ')],
    held: new Set(['a']),
  })

  expect(outcomes).toEqual({ a: ['ambiguous', 'waits_for_person'], b: ['ambiguous', 'waits_for_person'] })
})

test('others are matched beside a request that waits', () => {
  const outcomes = outcomesOf({
    requests: [order('a', 'Ana Ruiz'), order('b', 'Luis Sosa')],
    movements: [transfer('m', 'ANA RUIZ'), transfer('n', 'LUIS SOSA')],
    held: new Set(['a']),
  })

  expect(outcomes.b).toEqual(['matched', 'clear'])
})

test('a pair that a person took back is neither matched nor suggested again', () => {
  const [decision] = decide({
    requests: [order('a', 'Ana Ruiz')],
    movements: [transfer('m', 'ANA RUIZ')],
    isBarred: (requestId, movementId) => requestId === 'a' && movementId === 'm',
  })

  expect(decision).toMatchObject({ outcome: 'not_found', candidates: [], suggestions: [] })
})
