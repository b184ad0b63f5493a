import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KnownRequest, type PollState, planPoll } from '../../main/core/requests/diff.ts'
import type { Order, RequestStatus } from '../../main/core/requests/types.ts'

const known = (
  externalId: string,
  status: RequestStatus = 'not_found',
  absentSince: number | null = null,
): KnownRequest => ({
  id: `id-${externalId}`,
  externalId,
  status,
  amountMinor: 100,
  currency: 'USD',
  senderName: 'Ana',
  absentSince,
})
const listed = (externalId: string, change: Partial<Order> = {}): Order => ({
  externalId,
  amountMinor: 100,
  currency: 'USD',
  name: 'Ana',
  ...change,
})
const isOpen = (request: KnownRequest) => !['matched', 'expired', 'cancelled'].includes(request.status)

function state(requests: readonly KnownRequest[], previousCount: number | null = requests.length): PollState {
  return {
    open: requests.filter(isOpen),
    expiredListed: requests.filter(({ status, absentSince }) => status === 'expired' && absentSince === null),
    find: (externalId) => requests.find((request) => request.externalId === externalId) ?? null,
    previousCount,
  }
}

const ids = (plan: ReturnType<typeof planPoll>) => ({
  create: plan.create.map(({ externalId }) => externalId),
  update: plan.update.map(({ request }) => request.externalId),
  revive: plan.revive.map(({ request }) => request.externalId),
  cancel: plan.cancel.map(({ externalId }) => externalId),
  hold: plan.hold.map(({ externalId }) => externalId),
  back: plan.back.map(({ externalId }) => externalId),
  left: plan.left.map(({ externalId }) => externalId),
})
const nothing = { create: [], update: [], revive: [], cancel: [], hold: [], back: [], left: [] }

describe('a poll', () => {
  test('creates what is new, once, even when it is listed twice', () => {
    const plan = planPoll(state([]), [listed('A'), listed('A', { amountMinor: 5 }), listed('B')], [])

    expect(ids(plan)).toEqual({ ...nothing, create: ['A', 'B'] })
    expect(plan.create[0]?.amountMinor).toBe(100)
  })

  test.each(['pending', 'not_found', 'failed'] as const)('updates a %s order whose values differ', (status) => {
    const before = state([known('A', status), known('B', status)])

    expect(ids(planPoll(before, [listed('A', { name: 'Ana Ruiz' }), listed('B')], []))).toEqual({
      ...nothing,
      update: ['A'],
    })
  })

  test.each(['ambiguous', 'matched'] as const)('leaves a %s order as it is', (status) => {
    expect(ids(planPoll(state([known('A', status)]), [listed('A', { amountMinor: 1 })], []))).toEqual(nothing)
  })

  test('cancels every open order that is gone, and no other', () => {
    const statuses = ['pending', 'not_found', 'ambiguous', 'failed', 'matched', 'expired', 'cancelled'] as const
    const plan = planPoll(
      state([known('stays'), ...statuses.map((status) => known(status, status))]),
      [listed('stays')],
      [],
    )

    expect(ids(plan)).toEqual({
      ...nothing,
      cancel: ['pending', 'not_found', 'ambiguous', 'failed'],
      left: ['expired'],
    })
  })

  test('revives a cancelled order at once, an expired one only after it was absent', () => {
    const requests = [known('cancelled', 'cancelled'), known('kept', 'expired'), known('was away', 'expired', 5)]
    const plan = planPoll(state(requests), [listed('cancelled'), listed('kept'), listed('was away')], [])

    expect(ids(plan)).toEqual({ ...nothing, revive: ['cancelled', 'was away'] })
  })

  test('takes an unreadable item for present', () => {
    const requests = [known('open'), known('expired', 'expired'), known('cancelled', 'cancelled')]

    expect(ids(planPoll(state(requests), [], ['open', 'expired', 'cancelled']))).toEqual(nothing)
  })
})

describe('a suspicious answer', () => {
  const many = (count: number, absentSince: number | null = null) =>
    Array.from({ length: count }, (_, i) => known(`A${i}`, 'not_found', absentSince))

  test('that is empty after a full one cancels nothing yet', () => {
    expect(ids(planPoll(state([known('A')], 1), [], []))).toEqual({ ...nothing, hold: ['A'] })
  })

  test('is confirmed by the next poll', () => {
    expect(ids(planPoll(state([known('A', 'not_found', 7)], 0), [], []))).toEqual({ ...nothing, cancel: ['A'] })
  })

  test('that is empty when the last one was empty cancels', () => {
    expect(ids(planPoll(state([known('A')], 0), [], []))).toEqual({ ...nothing, cancel: ['A'] })
  })

  test.each([
    [10, 5, true],
    [10, 6, false],
    [9, 8, true],
    [100, 51, false],
  ])('of %d open orders with %d gone is carried out: %s', (count, gone, isCarriedOut) => {
    const open = many(count)
    const plan = planPoll(
      state(open),
      open.slice(gone).map(({ externalId }) => listed(externalId)),
      [],
    )

    expect(plan.cancel).toHaveLength(isCarriedOut ? gone : 0)
    expect(plan.hold).toHaveLength(isCarriedOut ? 0 : gone)
  })

  test('twice with other orders missing each time confirms nothing', () => {
    const [missedBefore, others] = [many(12, 7).slice(0, 6), many(12).slice(6)]
    const plan = planPoll(
      state([...missedBefore, ...others]),
      missedBefore.map(({ externalId }) => listed(externalId)),
      [],
    )

    expect(plan.back).toHaveLength(6)
    expect(plan.cancel).toHaveLength(6)
    expect(planPoll(state([...missedBefore, ...others], 6), [], []).hold).toHaveLength(6)
  })

  test('still confirms what the last poll did not list either', () => {
    const plan = planPoll(state([...many(60, 7), known('also gone')], 40), [], [])

    expect(plan.cancel).toHaveLength(60)
    expect(ids(plan).hold).toEqual(['also gone'])
  })
})

test('the same answer again changes nothing', () => {
  const order = fc.record({ externalId: fc.constantFrom(...'ABCDEFG'), amountMinor: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.array(order), (list) => {
      const orders = list.map((each) => listed(each.externalId, each))
      const created = planPoll(state([], null), orders, []).create.map(
        (each): KnownRequest => ({ ...known(each.externalId), amountMinor: each.amountMinor }),
      )
      expect(ids(planPoll(state(created), orders, []))).toEqual(nothing)
    }),
  )
})
