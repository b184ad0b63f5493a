/** A table in the manner of one bank's export, with invented data, and what has to be read from it. */
export interface Layout {
  readonly bank: string
  readonly rows: readonly string[]
  readonly account?: string | null
  readonly currency: string | null
  readonly amounts: readonly number[]
  /** Booking date of the first booked line. */
  readonly first: string
  readonly proof?: 'proved' | 'not_proved' | 'not_provable'
  readonly questions?: readonly string[]
  readonly notBooked?: number
  readonly owner?: string
  readonly period?: readonly [first: string, last: string]
}
