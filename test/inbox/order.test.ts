import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareItems } from '../../main/core/inbox/order.ts'
import { isSeenAt, placeOf } from '../../main/core/inbox/seen.ts'
import type { InboxItem } from '../../main/core/inbox/types.ts'

const at = (text: string) => Date.parse(`2026-${text}Z`)
const item = (change: Partial<InboxItem>): InboxItem => ({
  id: 'ambiguous-1',
  kind: 'ambiguous',
  accountId: 'a',
  accountName: 'Main',
  subjectId: '1',
  since: 0,
  until: null,
  amountMinor: null,
  currency: null,
  reference: null,
  name: null,
  about: null,
  ...change,
})

const inOrder = [
  item({ id: 'step-1', kind: 'step', until: at('05-12T10:01:00'), since: at('05-12T10:00:30') }),
  item({ id: 'code-1', kind: 'code', until: at('05-12T10:08:00'), since: at('05-12T10:00:00') }),
  item({ id: 'session-1', kind: 'session', since: at('05-01T00:00:00') }),
  item({ id: 'blocked-1', kind: 'blocked', since: at('05-12T09:00:00') }),
  item({ id: 'delivery-1', kind: 'delivery', since: at('05-10T23:59:59'), amountMinor: 1 }),
  item({ id: 'ambiguous-2', since: at('05-11T20:00:00'), amountMinor: 90_000 }),
  item({ id: 'ambiguous-3', since: at('05-11T08:00:00'), amountMinor: 100 }),
  item({ id: 'ambiguous-4', since: at('05-11T07:00:00'), amountMinor: 100 }),
  item({ id: 'ambiguous-1', since: at('05-12T00:00:00'), amountMinor: 5_000_000 }),
]

describe('the order of the inbox', () => {
  it('is: what ends soon, accounts that are not read, then payments by day and within a day by amount', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (mixed) => {
        expect([...mixed].sort(compareItems).map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id))
      }),
    )
  })
})

describe('where an item is seen', () => {
  const code = item({ id: 'code-9', kind: 'code', accountId: 'a', subjectId: '9' })
  const request = item({ id: 'ambiguous-r', subjectId: 'r' })
  const delivery = item({ id: 'delivery-d', kind: 'delivery', subjectId: 'd' })

  it('leads to the bank page for a login, else to exactly that item', () => {
    expect(placeOf(code)).toBe('/accounts/a/bank')
    expect(placeOf(request)).toBe('/inbox?item=ambiguous-r')
  })

  it.each([
    ['/inbox', code, true],
    ['/inbox?item=delivery-d', request, true],
    ['/accounts/a', code, true],
    ['/accounts/a/bank', code, true],
    ['/accounts/ab/bank', code, false],
    ['/accounts', code, false],
    ['/requests/r', request, true],
    ['/accounts/a/requests/r?q=x', request, true],
    ['/requests', request, false],
    ['/accounts/a/movements', request, false],
    ['/deliveries/d', delivery, true],
    ['/deliveries', delivery, false],
  ] as const)('at %s', (address, each, seen) => {
    expect(isSeenAt(address, each)).toBe(seen)
  })
})
