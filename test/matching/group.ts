import { type Assignment, assign } from '../../main/core/matching/assign.ts'
import { type Arrived, type Expected, failedFilter } from '../../main/core/matching/candidates.ts'
import { readName } from '../../main/core/matching/names.ts'

export const registered = Date.parse('2026-05-12T10:00:00Z')

export interface OrderText {
  readonly id?: string
  readonly name: string | null
  readonly createdAt?: number
  readonly mayTake?: boolean
  readonly barred?: readonly string[]
}
export interface MovementText {
  readonly id?: string
  readonly amountMinor?: number
  readonly currency?: string
  readonly sender: string | null
  readonly receivedAt?: string | number
}

export const order = ({
  id = 'r',
  name,
  createdAt = registered,
  mayTake = true,
  barred = [],
}: OrderText): Expected => ({
  id,
  amountMinor: 150_000,
  currency: 'UYU',
  createdAt,
  name: readName(name),
  mayTake,
  barred: new Set(barred),
})

export const movement = (
  { id, amountMinor = 150_000, currency = 'UYU', sender, receivedAt = registered }: MovementText,
  at = 0,
): Arrived => ({
  id: id ?? `m${at}`,
  amountMinor,
  currency,
  receivedAt: typeof receivedAt === 'number' ? receivedAt : Date.parse(receivedAt),
  name: readName(sender),
})

/** As the store hands them over: only movements of the group, whatever their time. */
export function decide(orders: readonly OrderText[], movements: readonly MovementText[]): Assignment[] {
  const expected = orders.map(order)
  const arrived = movements.map(movement).filter((each) => {
    const failed = expected[0] ? failedFilter(expected[0], each) : null
    return failed === null || failed === 'outside_window'
  })
  return assign(expected, arrived)
}

export const resultsOf = (assignments: readonly Assignment[]): Record<string, string> =>
  Object.fromEntries(assignments.map((each) => [each.requestId, each.movementId ?? each.result]))
