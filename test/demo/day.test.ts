import { describe, expect, it } from 'vitest'
import type { CaseName } from '../../main/demo/day/types.ts'
import { createDay } from '../../main/demo/day.ts'
import { playByTheRules, scoreOf } from './rules.ts'

const now = Date.parse('2026-03-01T02:30:00Z')
const day = createDay(now)
const credits = day.movements.filter((movement) => movement.kind === 'credit')

const everyCase: Record<CaseName, true> = {
  accents: true,
  punctuation: true,
  'swapped names': true,
  'longer names': true,
  'full name': true,
  'no sender': true,
  'better candidate': true,
  'before its order': true,
  afternoon: true,
  'paid twice': true,
  'taken off the list': true,
  'corrected order': true,
  'registered again': true,
  'same name twice': true,
  'equally plausible': true,
  twins: true,
  contested: true,
  'wrong cent': true,
  'wrong currency': true,
  'other payer': true,
  'initials only': true,
  'outside the window': true,
  'nothing arrived': true,
  cancelled: true,
  'unreadable order': true,
  background: true,
}

describe('composition', () => {
  it('has at least 40 incoming movements and 30 expected payments, in both currencies', () => {
    expect(credits.length).toBeGreaterThanOrEqual(40)
    expect(day.orders.length).toBeGreaterThanOrEqual(30)
    for (const currency of ['UYU', 'USD']) {
      expect(credits.filter((each) => each.currency === currency).length).toBeGreaterThanOrEqual(10)
      expect(day.orders.filter((each) => each.currency === currency).length).toBeGreaterThanOrEqual(8)
    }
  })

  it('shows every case once and every outcome', () => {
    expect(day.cases.map((each) => each.name).sort()).toEqual(Object.keys(everyCase).sort())
    expect(new Set(day.orders.map((order) => order.expected))).toEqual(
      new Set(['matched', 'ambiguous', 'not_found', 'cancelled', 'skipped']),
    )
  })

  it('keeps the cases apart: no amount appears in two of them', () => {
    const owners = new Map<string, Set<string>>()
    for (const each of day.cases) {
      const amounts = [
        ...each.movements.filter((movement) => movement.kind === 'credit'),
        ...each.orders.flatMap((order) => [order, { ...order, amount: order.firstAmount ?? order.amount }]),
      ].map((money) => `${Number(money.amount).toFixed(2)} ${money.currency}`)
      for (const amount of amounts) owners.set(amount, (owners.get(amount) ?? new Set()).add(each.name))
    }
    expect([...owners].filter(([, names]) => names.size > 1)).toEqual([])
  })

  it('has unique order ids', () => {
    expect(new Set(day.orders.map((order) => String(order.id))).size).toBe(day.orders.length)
  })

  it('books twins that differ in nothing', () => {
    const [first, second, ...more] = day.cases.find((each) => each.name === 'twins')?.movements ?? []
    expect(first).toEqual(second)
    expect(more).toEqual([])
  })

  it('books before now only, payments before their order up to five days back', () => {
    const times = day.steps.flatMap((step) => (step.kind === 'scrape' ? step.booked.map((each) => each.at ?? now) : []))
    expect(times).toHaveLength(day.movements.length)
    expect(Math.max(...times)).toBeLessThan(now)
    const early = day.cases.find((each) => each.name === 'before its order')
    for (const movement of early?.movements ?? []) {
      expect(movement.ago).toBeGreaterThan(86_400_000)
      expect(movement.ago).toBeLessThan(5 * 86_400_000)
    }
  })
})

describe('expectations', () => {
  it('are what the rules of matching and polling say', () => {
    const played = playByTheRules(day, now)
    const expected = day.orders.filter((order) => order.expected !== 'skipped')
    expect([...played.keys()].sort()).toEqual(expected.map((order) => String(order.id)).sort())
    for (const order of expected)
      expect({ id: order.id, ...played.get(String(order.id)) }).toEqual({
        id: order.id,
        status: order.expected,
        webhooks: order.webhooks,
      })
  })

  it('need the full name where the list cuts it', () => {
    const [order, ...others] = day.cases.find((each) => each.name === 'full name')?.orders ?? []
    const parties = (day.cases.find((each) => each.name === 'full name')?.movements ?? []).map(
      (each) => each.party ?? '',
    )
    expect(others).toEqual([])
    const cut = parties.map((party) => scoreOf(order?.name ?? '', party.slice(0, 20)))
    expect(cut[0]).toBe(cut[1])
    const [first, second] = parties.map((party) => scoreOf(order?.name ?? '', party))
    expect(first).toBe(1)
    expect(second).toBeLessThan(0.8)
  })
})
