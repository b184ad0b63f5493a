import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOrders } from '../../main/core/requests/read-orders.ts'

const answer = (body: unknown, change: { status?: number; type?: string | null } = {}) =>
  readOrders({
    status: change.status ?? 200,
    headers: change.type === null ? {} : { 'content-type': change.type ?? 'application/json; charset=utf-8' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const orders = (body: unknown) => {
  const read = answer(body)
  if (read.kind !== 'orders') throw new Error(read.message)
  return read
}
const problem = (body: unknown, change: Parameters<typeof answer>[1] = {}) => {
  const read = answer(body, change)
  return read.kind === 'refused' ? read.message : 'was accepted'
}

describe('the answer of a pending-payments endpoint', () => {
  const list = [
    { external_id: 'A-100', amount: 250.5, currency: 'USD', name: 'Ana Ruiz' },
    { external_id: 101, amount: '99.90', currency: 'usd', name: ' B. Soto ', note: 'ignored' },
  ]
  const read = [
    { externalId: 'A-100', amountMinor: 25_050, currency: 'USD', name: 'Ana Ruiz' },
    { externalId: '101', amountMinor: 9_990, currency: 'USD', name: 'B. Soto' },
  ]

  test('may be a list or an object whose data is a list', () => {
    expect(orders(list).orders).toEqual(read)
    expect(orders({ data: list, total: 2 }).orders).toEqual(read)
    expect(orders(`\ufeff${JSON.stringify(list)}`).orders).toEqual(read)
  })

  test('may be empty', () => {
    expect(orders([])).toEqual({ kind: 'orders', orders: [], invalidIds: [], warnings: [] })
  })

  test.each([
    ['zero', { amount: 0 }],
    ['a negative amount', { amount: -1 }],
    ['three decimals', { amount: 1.005 }],
    ['three decimals in text', { amount: '1.005' }],
    ['exponent notation', { amount: '1e3' }],
    ['a huge number', { amount: 1e21 }],
    ['a thousands separator', { amount: '1,500.00' }],
    ['no number', { amount: null }],
    ['a two-letter currency', { currency: 'US' }],
    ['a currency that is no text', { currency: 858 }],
    ['a blank name', { name: '  ' }],
    ['no name', { name: undefined }],
  ])('skips an item with %s and counts its id as present', (_what, change) => {
    const found = orders([{ ...list[0], ...change }, list[1]])

    expect(found.orders).toEqual([read[1]])
    expect(found.invalidIds).toEqual(['A-100'])
    expect(found.warnings).toHaveLength(1)
    expect(found.warnings[0]).toMatch(/^item 0 \(A-100\) was skipped: /)
  })

  test.each([
    [null],
    ['text'],
    [7],
    [[]],
    [{ amount: 1, currency: 'USD', name: 'x' }],
    [{ ...list[0], external_id: ' ' }],
  ])('skips %j, which has no id', (item) => {
    const found = orders([item, list[1]])

    expect(found.orders).toEqual([read[1]])
    expect(found.invalidIds).toEqual([])
    expect(found.warnings).toHaveLength(1)
  })

  test('is refused with status, content type and the beginning of the body', () => {
    expect(problem('<h1>Down</h1>', { status: 503, type: 'text/html' })).toBe(
      'the endpoint answered 503 (text/html) instead of a list of orders: "<h1>Down</h1>"',
    )
    expect(problem(list, { type: 'text/plain' })).toContain('200 (text/plain) but application/json is expected')
    expect(problem(list, { type: null })).toContain('200 (no content type)')
    expect(problem('[{')).toContain('200 (application/json; charset=utf-8) with text that is not JSON: "[{"')
    expect(problem({ orders: [] })).toContain('with neither a list nor an object whose data is a list: "{"orders":[]}"')
    expect(problem('null')).toContain('with neither a list')
    expect(problem('', { status: 204 })).toContain('an empty body')
    expect(problem(list, { status: 302 })).toContain('302')
  })

  test('is quoted with at most 300 characters', () => {
    const message = problem('ñ'.repeat(5000), { status: 500 })
    expect([...(message.match(/"(.*)"/)?.[1] ?? '')]).toHaveLength(300)
  })

  test('of any JSON is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const found = answer(body)
        if (found.kind === 'orders')
          for (const order of found.orders) {
            expect(Number.isSafeInteger(order.amountMinor) && order.amountMinor > 0).toBe(true)
            expect(order.currency.length).toBeGreaterThanOrEqual(3)
          }
      }),
    )
  })
})
