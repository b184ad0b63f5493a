import { expect, test } from 'vitest'
import { decide } from '../../../main/core/matching/assignment/decide.ts'
import type { FreeMovement, OpenRequest } from '../../../main/core/matching/assignment/types.ts'

const at = Date.UTC(2026, 4, 12)
const common = { amountMinor: 5000, currency: 'USD' }
const order = (i: number, name: string): OpenRequest => ({
  id: `r${String(i).padStart(5, '0')}`,
  externalId: `order ${i}`,
  name,
  createdAt: at + i,
  ...common,
})
const transfer = (i: number, sender: string): FreeMovement => ({
  id: `m${String(i).padStart(5, '0')}`,
  sender,
  text: null,
  receivedAt: at + i,
  ...common,
})
const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

test('a thousand equal orders and as many equal transfers are paired in order of time', () => {
  const decisions = decide({
    requests: each(1000, (i) => order(i, 'Juan Perez')),
    movements: each(1000, (i) => transfer(i, 'PEREZ JUAN')),
  })

  expect(decisions.map((decision) => decision.outcome === 'matched' && decision.movementId)).toEqual(
    each(1000, (i) => `m${String(i).padStart(5, '0')}`),
  )
  expect(decisions[999]?.reason).toEqual({ code: 'interchangeable', count: 1000 })
})

test('one transfer short, none of a thousand is given away, and the rivals named are few', () => {
  const decisions = decide({
    requests: each(1000, (i) => order(i, 'Juan Perez')),
    movements: each(999, (i) => transfer(i, 'PEREZ JUAN')),
  })

  for (const decision of decisions) {
    expect(decision).toMatchObject({
      outcome: 'ambiguous',
      reason: { code: 'counts_differ', requests: 1000, movements: 999 },
    })
    expect(decision.outcome === 'ambiguous' && decision.rivals).toHaveLength(40)
  }
})

test('in a crowd of equal names an order that a transfer names, and a pair that was taken back, stand for themselves', () => {
  const requests = [...each(60, (i) => order(i, 'Juan Perez')), { ...order(60, 'Juan Perez'), externalId: 'TS-10411' }]
  const movements = [
    ...each(60, (i) => transfer(i, 'JUAN PEREZ')),
    { ...transfer(60, 'JUAN PEREZ'), text: 'pago TS-10411' },
  ]
  const named = decide({ requests, movements })
  const [first] = movements

  expect(named[60]).toMatchObject({ outcome: 'matched', movementId: 'm00060', reason: { code: 'clear' } })
  expect(named.every(({ outcome }) => outcome === 'matched')).toBe(true)
  const barred = decide({
    requests,
    movements,
    isBarred: (requestId, movementId) => requestId === 'r00000' && movementId === first?.id,
  })
  expect(barred[0]?.outcome).toBe('ambiguous')
})
