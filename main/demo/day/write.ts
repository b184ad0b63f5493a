import { minute } from '../../core/time.ts'
import type { DayMovement, DayOrder } from './types.ts'

type Money = readonly [amount: string, currency: 'UYU' | 'USD']

const webhooksOf = (expected: DayOrder['expected']): DayOrder['webhooks'] =>
  expected === 'matched' || expected === 'ambiguous' ? [expected] : []

/** An order and how the day ends for it. */
export const order = (
  id: string | number,
  name: string,
  [amount, currency]: Money,
  expected: DayOrder['expected'],
  options: Partial<Pick<DayOrder, 'listed' | 'amount' | 'firstAmount' | 'webhooks'>> = {},
): DayOrder => ({
  id,
  name,
  amount: Number(amount),
  currency,
  listed: 'always',
  expected,
  webhooks: webhooksOf(expected),
  ...options,
})

/** Money that came in `minutes` ago. */
export const credit = (
  party: string | null,
  [amount, currency]: Money,
  minutes: number,
  options: Partial<Pick<DayMovement, 'booked' | 'concept'>> = {},
): DayMovement => ({
  party,
  amount,
  currency,
  ago: minutes * minute,
  booked: 'morning',
  kind: 'credit',
  concept: party === null ? 'Depósito en buzón' : 'Transferencia recibida',
  ...options,
})

/** Money that the company paid: never income. */
export const debit = (
  party: string | null,
  [amount, currency]: Money,
  minutes: number,
  concept: string,
): DayMovement => ({
  party,
  amount,
  currency,
  ago: minutes * minute,
  booked: 'morning',
  kind: 'debit',
  concept,
})

export const uyu = (amount: string): Money => [amount, 'UYU']
export const usd = (amount: string): Money => [amount, 'USD']
