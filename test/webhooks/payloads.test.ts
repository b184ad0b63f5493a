import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movementPayload, requestPayload } from '../../main/core/webhooks/payloads.ts'

const request = {
  externalId: 'A-100',
  status: 'matched',
  amountMinor: 25050,
  currency: 'USD',
  senderName: 'Ana Ruiz',
} as const
const movement = {
  id: '5f0c2d6e-0000-4000-8000-000000000000',
  amountMinor: 25050,
  currency: 'USD',
  senderName: 'Ana Ruiz',
  receivedAt: Date.parse('2026-04-02T09:05:00.000Z'),
}

test('a request is told as the specification prints it', () => {
  expect(requestPayload(request, { tenant: 'acme' })).toBe(
    '{"external_id":"A-100","status":"matched","amount":250.5,"currency":"USD","name":"Ana Ruiz","tenant":"acme"}',
  )
  expect(requestPayload({ ...request, senderName: null, status: 'expired' }, null)).toBe(
    '{"external_id":"A-100","status":"expired","amount":250.5,"currency":"USD","name":null}',
  )
})

test('a movement is told as the specification prints it, without a status', () => {
  expect(movementPayload(movement, { tenant: 'acme' })).toBe(
    `{"id":"${movement.id}","amount":250.5,"currency":"USD","name":"Ana Ruiz","received_at":"2026-04-02T09:05:00.000Z","tenant":"acme"}`,
  )
})

describe('extra fields', () => {
  test('never replace what the payload has', () => {
    const told = JSON.parse(
      requestPayload(request, { amount: 1, name: 'x', status: 'y', id: 'kept', deep: { a: [1] } }),
    )
    expect(told).toMatchObject({ amount: 250.5, name: 'Ana Ruiz', status: 'matched', id: 'kept', deep: { a: [1] } })
  })
  test('come last, whatever they are called', () => {
    expect(requestPayload(request, JSON.parse('{"1":"one","__proto__":"kept"}'))).toMatch(
      /^\{"external_id":.*,"name":"Ana Ruiz","1":"one","__proto__":"kept"\}$/,
    )
  })
})

test('any name, id and amount survives the way to the receiver', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (externalId, senderName, amountMinor, extra) => {
        const told = JSON.parse(requestPayload({ ...request, externalId, senderName, amountMinor }, extra))
        expect(told).toMatchObject({ external_id: externalId, name: senderName })
        expect(Math.abs(told.amount * 100 - amountMinor)).toBeLessThan(Math.max(0.5, amountMinor * 1e-15))
        for (const key of Object.keys(extra)) expect(Object.hasOwn(told, key)).toBe(true)
      },
    ),
  )
})
