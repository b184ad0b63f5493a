import type { RequestStatus } from '../../core/requests/types.ts'

/** When the customer's list shows an order. The day has four polls; the third answer is empty by mistake. */
type Listed =
  | 'always'
  /** From the second poll on: its payment was read before. */
  | 'late'
  /** Only in the first poll. */
  | 'withdrawn'
  /** In the first and the last poll. */
  | 'returns'
  /** Only in the first poll, because the customer takes paid orders off the list. */
  | 'until-paid'

export interface DayOrder {
  readonly id: string | number
  readonly name: string
  /** As the customer writes it: a number, decimal text, or something unreadable. */
  readonly amount: number | string
  readonly currency: string
  readonly listed: Listed
  /** The amount in the first poll, corrected later. */
  readonly firstAmount?: number
  /** How the day ends for it; `skipped`: unreadable, no request may exist. */
  readonly expected: RequestStatus | 'skipped'
  /** Webhooks about it, in order. */
  readonly webhooks: readonly ('matched' | 'ambiguous')[]
}

export interface DayMovement {
  readonly currency: 'UYU' | 'USD'
  /** Decimal text, e.g. `1500.00`. */
  readonly amount: string
  /** `null`: the bank does not say. */
  readonly party: string | null
  /** Milliseconds before the start of the day's script. */
  readonly ago: number
  /** Booked before the first reading, or between the first and the second. */
  readonly booked: 'morning' | 'afternoon'
  readonly kind: 'credit' | 'debit'
  readonly concept: string
}

/** Orders and movements that belong together and what they show. Amounts are the case's own, so that cases never mix. */
export interface DayCase {
  readonly name: CaseName
  /** What a person should see happen. */
  readonly shows: string
  readonly orders: readonly DayOrder[]
  readonly movements: readonly DayMovement[]
}

export type CaseName =
  | 'accents'
  | 'punctuation'
  | 'swapped names'
  | 'longer names'
  | 'full name'
  | 'no sender'
  | 'better candidate'
  | 'before its order'
  | 'afternoon'
  | 'paid twice'
  | 'taken off the list'
  | 'corrected order'
  | 'registered again'
  | 'same name twice'
  | 'equally plausible'
  | 'twins'
  | 'contested'
  | 'wrong cent'
  | 'wrong currency'
  | 'other payer'
  | 'initials only'
  | 'outside the window'
  | 'nothing arrived'
  | 'cancelled'
  | 'unreadable order'
  | 'background'
