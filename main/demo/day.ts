import { parseMinor } from '../core/money.ts'
import type { NewBankMovement } from './bank/ledger.ts'
import { practiceAccounts } from './bank/practice-bank.ts'
import type { ListedOrder } from './customer/customer-system.ts'
import { background } from './day/background.ts'
import { matchedCases } from './day/matched.ts'
import type { DayCase, DayMovement, DayOrder } from './day/types.ts'
import { unmatchedCases } from './day/unmatched.ts'

/** What is done in which order; `text` is told to the person who watches. */
type DayStep =
  | { readonly kind: 'poll'; readonly orders: readonly ListedOrder[]; readonly text: string }
  | { readonly kind: 'scrape'; readonly booked: readonly NewBankMovement[]; readonly text: string }

export interface Day {
  readonly cases: readonly DayCase[]
  readonly orders: readonly DayOrder[]
  readonly movements: readonly DayMovement[]
  readonly steps: readonly DayStep[]
}

const accountOf = (currency: string): string => {
  const account = practiceAccounts.find((each) => each.currency === currency)
  if (!account) throw new Error(`The practice bank keeps no account in ${currency}`)
  return account.number
}

const toBooking = (movement: DayMovement, now: number): NewBankMovement => {
  const amountMinor = parseMinor(movement.amount)
  if (amountMinor === null) throw new Error(`${movement.amount} is not an amount`)
  return {
    account: accountOf(movement.currency),
    at: now - movement.ago,
    kind: movement.kind,
    amountMinor,
    party: movement.party,
    concept: movement.concept,
  }
}

const toListed = (order: DayOrder, poll: number): ListedOrder => ({
  external_id: order.id,
  amount: poll === 1 ? (order.firstAmount ?? order.amount) : order.amount,
  currency: order.currency,
  name: order.name,
})

const pollsOf = { always: [1, 2, 4], late: [2, 4], withdrawn: [1], returns: [1, 4], 'until-paid': [1] } as const

/**
 * One scripted day of "Telares del Sur": every outcome of spec 3 with its [X] rules, over an account in pesos and one in
 * dollars. Times are relative to `now`, so that the day works on any date. All of it is invented.
 */
export function createDay(now: number): Day {
  const cases = [...matchedCases, ...unmatchedCases, background]
  const orders = cases.flatMap((each) => each.orders)
  const movements = cases.flatMap((each) => each.movements)

  const poll = (number: number, text: string): DayStep => ({
    kind: 'poll',
    orders: orders
      .filter((order) => (pollsOf[order.listed] as readonly number[]).includes(number))
      .map((order) => toListed(order, number)),
    text,
  })
  const scrape = (booked: DayMovement['booked'], text: string): DayStep => ({
    kind: 'scrape',
    booked: movements.filter((each) => each.booked === booked).map((each) => toBooking(each, now)),
    text,
  })

  return {
    cases,
    orders,
    movements,
    steps: [
      poll(1, 'Morning: the customer lists its expected payments'),
      scrape('morning', 'Reading the bank: what arrived until now'),
      poll(2, 'Noon: new orders for payments already read, some withdrawn, one corrected'),
      scrape('afternoon', 'Reading the bank again: the afternoon’s transfers'),
      {
        kind: 'poll',
        orders: [],
        text: 'The customer’s system answers an empty list by mistake: nothing is cancelled',
      },
      poll(4, 'Evening: the list is back, and a withdrawn order returns'),
    ],
  }
}
