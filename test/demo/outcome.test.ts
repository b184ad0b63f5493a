import { describe, expect, it } from 'vitest'
import type { BankMovement } from '../../main/demo/bank/ledger.ts'
import { createDay } from '../../main/demo/day.ts'
import { type DayResult, judgeDay } from '../../main/demo/outcome.ts'

const now = Date.parse('2026-05-12T15:00:00Z')
const day = createDay(now)
const at = new Date(now).toISOString()

/** A day on which everything went as the script says. */
function goodResult(): DayResult {
  const booked = day.steps
    .flatMap((step) => (step.kind === 'scrape' ? step.booked : []))
    .map(
      (each, i): BankMovement => ({ at: now, kind: 'credit', party: null, concept: '', reference: `R${i}`, ...each }),
    )
  const orders = day.orders.filter((order) => order.expected !== 'skipped')
  return {
    booked,
    details: new Map(),
    requests: orders.map((order) => ({
      id: `id-${order.id}`,
      account_id: 'a',
      external_id: String(order.id),
      status: order.expected === 'skipped' ? 'failed' : order.expected,
      amount: Number(order.amount).toFixed(2),
      currency: order.currency,
      sender_name: order.name,
      created_at: at,
      last_checked_at: at,
      note: null,
      retry_count: 0,
      bank: 'practice-bank',
      account_name: 'x',
    })),
    movements: booked
      .filter((each) => each.kind === 'credit')
      .map((each) => ({
        id: each.reference,
        external_id: each.reference,
        amount: '1.00',
        currency: 'UYU',
        sender_name: null,
        received_at: at,
        notified_at: null,
        excluded_at: null,
        matched_request: null,
      })),
    deliveries: [],
    received: orders.flatMap((order) =>
      order.webhooks.map((status) => ({
        at: now,
        payload: { external_id: String(order.id), status },
        headers: {},
        authorized: true,
        accepted: true,
      })),
    ),
  }
}

const differencesOf = (change: (good: DayResult) => Partial<DayResult>) => {
  const good = goodResult()
  return judgeDay(day, now, { ...good, ...change(good) }).differences
}

describe('judging a day', () => {
  it('finds nothing wrong with a day as scripted', () => {
    expect(differencesOf(() => ({}))).toEqual([])
  })

  it('tells a wrong status', () => {
    const [difference, ...more] = differencesOf((good) => ({
      requests: good.requests.map((each) => (each.external_id === 'TS-1041' ? { ...each, status: 'not_found' } : each)),
    }))
    expect(difference).toContain('Order TS-1041 (accents): expected matched, is not_found')
    expect(more).toEqual([])
  })

  it('tells a missing request, and one for an order that could not be read', () => {
    expect(differencesOf((good) => ({ requests: good.requests.slice(1) }))).toHaveLength(1)
    const skipped = day.orders.find((order) => order.expected === 'skipped')
    const [difference] = differencesOf((good) => ({
      requests: good.requests.map((each, i) => (i === 0 ? { ...each, external_id: String(skipped?.id) } : each)),
    }))
    expect(difference).toContain('is skipped')
  })

  it('tells a webhook that is missing, doubled, refused or given up', () => {
    expect(differencesOf((good) => ({ received: good.received.slice(1) }))).toHaveLength(1)
    expect(differencesOf((good) => ({ received: [...good.received, ...good.received.slice(0, 1)] }))).toHaveLength(1)
    const refused = differencesOf((good) => ({
      received: good.received.map((each, i) => (i === 0 ? { ...each, authorized: false, accepted: false } : each)),
    }))
    expect(refused.join()).toContain('wrong token')
    const dead = differencesOf(() => ({
      deliveries: [
        {
          id: 'd',
          account_id: 'a',
          account_name: 'x',
          subject_type: 'conciliation_request',
          subject_id: 's',
          event: 'matched',
          state: 'dead',
          payload: { external_id: 'TS-1041' },
          attempts: 12,
          due_at: null,
          last_status: 500,
          last_error: 'status 500',
          created_at: at,
          finished_at: at,
        },
      ],
    }))
    expect(dead).toEqual(['The webhook matched about TS-1041 is dead: status 500'])
  })

  it('tells income that was not read, and payments read as income', () => {
    expect(differencesOf((good) => ({ movements: good.movements.slice(1) }))[0]).toContain('was not read')
    const debit = goodResult().booked.find((each) => each.kind === 'debit')?.reference ?? ''
    const [difference] = differencesOf((good) => ({
      movements: [...good.movements, { ...good.movements[0], external_id: debit } as DayResult['movements'][number]],
    }))
    expect(difference).toContain('is no income')
  })
})
