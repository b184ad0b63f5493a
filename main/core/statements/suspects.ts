import type { StatementEntry } from './types.ts'

export type SuspectReason = 'equals' | 'half' | 'transposed' | 'repeated' | 'not_booked' | 'charge'

/** An entry that may be the cause of a failed proof. */
export interface Suspect {
  readonly position: number
  readonly reason: SuspectReason
  readonly message: string
}

type Suspected = Pick<
  StatementEntry,
  'position' | 'amount' | 'bankStatus' | 'charges' | 'bookingDate' | 'counterpartyName' | 'remittanceText'
>

const maxSuspects = 50
const order: readonly SuspectReason[] = ['equals', 'half', 'not_booked', 'charge', 'repeated', 'transposed']

/**
 * The search for the cause of a difference between closing and opening plus booked (specification 5.8), the likeliest
 * first: an entry of that amount, of half of it (wrong sign), announced or repeated ones, charges not shown as entries,
 * and those whose correction by transposed digits would be the difference.
 */
export function findSuspects(entries: Iterable<Suspected>, difference: number): readonly Suspect[] {
  if (difference === 0) return []
  const wanted = Math.abs(difference)
  const found: Suspect[] = []
  const seen = new Set<string>()
  const add = (entry: Suspected, reason: SuspectReason) =>
    found.push({ position: entry.position, reason, message: words[reason] })
  for (const entry of entries) {
    const size = Math.abs(entry.amount ?? 0)
    if (size === 0) continue
    if (entry.bankStatus !== 'booked') {
      if (size === wanted) add(entry, 'not_booked')
      continue
    }
    const key = `${entry.bookingDate} ${entry.amount} ${entry.counterpartyName ?? ''} ${entry.remittanceText ?? ''}`
    const isRepeated = seen.has(key)
    seen.add(key)
    if (isRepeated && size === wanted) add(entry, 'repeated')
    else if (size === wanted) add(entry, 'equals')
    else if (size * 2 === wanted) add(entry, 'half')
    else if (entry.charges?.some((charge) => Math.abs(charge.amount) === wanted)) add(entry, 'charge')
    else if (isTransposed(size, wanted)) add(entry, 'transposed')
  }
  return found.sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason)).slice(0, maxSuspects)
}

const words: Record<SuspectReason, string> = {
  equals: 'The amount of this line is the difference: it may be missing elsewhere or be here once too often.',
  half: 'Twice this amount is the difference: the sign of the line may be wrong.',
  transposed: 'Two digits of this amount may be swapped: corrected, the difference would be gone.',
  repeated: 'This line stands in the file more than once, and its amount is the difference.',
  not_booked: 'This line is announced but not booked, and its amount is the difference.',
  charge: 'A charge of this line is the difference and has no line of its own.',
}

/** Whether swapping two neighbouring digits changes the amount by exactly the difference. */
function isTransposed(size: number, wanted: number): boolean {
  if (wanted % 9 !== 0) return false
  const digits = String(size).split('')
  for (let i = 1; i < digits.length; i += 1) {
    const swapped = [...digits]
    swapped[i - 1] = digits[i] ?? ''
    swapped[i] = digits[i - 1] ?? ''
    if (Math.abs(Number(swapped.join('')) - size) === wanted) return true
  }
  return false
}
