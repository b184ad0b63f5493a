import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../main/core/matching/assignment/decide.ts'
import type { Decision, FreeMovement, OpenRequest } from '../../../main/core/matching/assignment/types.ts'
import { day } from '../../../main/core/time.ts'

// Few names, so that orders and transfers meet, compete and repeat.
const customers = [
  'Juan Pérez',
  'Juan Pérez Gómez',
  'Juana Pérez',
  'Juan Pérez López',
  'Ana Gómez',
  'Hotel Plaza',
  null,
]
const senders = [
  'JUAN PEREZ',
  'PEREZ GOMEZ JUAN',
  'JUANA PEREZ',
  'JUAN PEREZ LOPEZ',
  'JUAN P',
  'GOMEZ ANA',
  'HOTEL PLAZA SA',
  'MARTA SOSA',
  null,
]
const times = fc.integer({ min: 0, max: 8 }).map((days) => days * day)

const requests = fc
  .array(fc.record({ name: fc.constantFrom(...customers), createdAt: times, amountMinor: fc.constantFrom(100, 200) }), {
    maxLength: 7,
  })
  .map((orders): OpenRequest[] =>
    orders.map((order, i) => ({ ...order, id: `r${i}`, externalId: `TS-${1000 + i}`, currency: 'UYU' })),
  )
const movements = fc
  .array(
    fc.record({
      sender: fc.constantFrom(...senders),
      text: fc.constantFrom(null, null, null, 'TS-1001', 'TS-1002'),
      receivedAt: times,
      amountMinor: fc.constantFrom(100, 200),
    }),
    { maxLength: 7 },
  )
  .map((transfers): FreeMovement[] => transfers.map((transfer, i) => ({ ...transfer, id: `m${i}`, currency: 'UYU' })))
const settings = fc.record({ matchWithoutSender: fc.boolean() })

const byRequest = (decisions: readonly Decision[]) =>
  new Map(
    decisions.map((decision) => [
      decision.requestId,
      decision.outcome === 'matched' ? decision.movementId : decision.outcome,
    ]),
  )

describe('decisions', () => {
  it('do not depend on the order of the input', () => {
    fc.assert(
      fc.property(requests, movements, settings, fc.infiniteStream(fc.nat()), (orders, transfers, chosen, numbers) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => [numbers.next().value ?? 0, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item)
        const now = decide({ requests: orders, movements: transfers, settings: chosen })
        const then = decide({ requests: shuffled(orders), movements: shuffled(transfers), settings: chosen })
        expect(byRequest(then)).toEqual(byRequest(now))
      }),
      { numRuns: 500 },
    )
  })

  it('never give one movement to two requests, and each request one answer', () => {
    fc.assert(
      fc.property(requests, movements, settings, (orders, transfers, chosen) => {
        const decisions = decide({ requests: orders, movements: transfers, settings: chosen })
        const used = decisions.flatMap((decision) => (decision.outcome === 'matched' ? [decision.movementId] : []))
        expect(new Set(used).size).toBe(used.length)
        expect(decisions.map(({ requestId }) => requestId)).toEqual(orders.map(({ id }) => id))
      }),
      { numRuns: 500 },
    )
  })

  it('do not change when an unrelated movement or request is added', () => {
    fc.assert(
      fc.property(
        requests,
        movements,
        fc.constantFrom('WOLFGANG BRANDTNER', 'ZENTRIX LTDA'),
        times,
        (orders, transfers, stranger, at) => {
          const now = decide({ requests: orders, movements: transfers })
          const movement: FreeMovement = {
            id: 'new',
            sender: stranger,
            text: null,
            amountMinor: 100,
            currency: 'UYU',
            receivedAt: at,
          }
          const request: OpenRequest = {
            id: 'new',
            externalId: 'ZZ-99',
            name: 'Katarzyna Zielińska',
            amountMinor: 100,
            currency: 'UYU',
            createdAt: at,
          }
          const withMovement = decide({ requests: orders, movements: [...transfers, movement] })
          const withRequest = decide({ requests: [...orders, request], movements: transfers })
          expect(byRequest(withMovement)).toEqual(byRequest(now))
          expect(byRequest(withRequest.filter(({ requestId }) => requestId !== 'new'))).toEqual(byRequest(now))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('match only within amount, currency and window, and only when accepted', () => {
    fc.assert(
      fc.property(requests, movements, (orders, transfers) => {
        for (const decision of decide({ requests: orders, movements: transfers })) {
          if (decision.outcome !== 'matched') continue
          const order = orders.find(({ id }) => id === decision.requestId) as OpenRequest
          const transfer = transfers.find(({ id }) => id === decision.movementId) as FreeMovement
          expect(transfer.amountMinor).toBe(order.amountMinor)
          expect(transfer.receivedAt).toBeGreaterThanOrEqual(order.createdAt - 5 * day)
          expect(decision.score).toBeGreaterThanOrEqual(0.8)
        }
      }),
      { numRuns: 500 },
    )
  })
})
