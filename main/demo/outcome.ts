import { hour, minute } from '../core/time.ts'
import type { BankMovement } from './bank/ledger.ts'
import type { ReceivedWebhook } from './customer/customer-system.ts'
import type { Day } from './day.ts'
import type { DeliveryBody, MovementBody, RequestBody, RequestDetail } from './program-client.ts'

/** What the day left behind, in the program and at the customer. */
export interface DayResult {
  readonly requests: readonly RequestBody[]
  readonly details: ReadonlyMap<string, RequestDetail>
  readonly movements: readonly MovementBody[]
  readonly deliveries: readonly DeliveryBody[]
  readonly received: readonly ReceivedWebhook[]
  readonly booked: readonly BankMovement[]
}

interface OrderOutcome {
  readonly id: string
  readonly payer: string
  readonly amount: string
  readonly about: string
  readonly expected: string
  readonly result: string
  readonly reason: string
  readonly webhooks: readonly string[]
  readonly asExpected: boolean
}

/** What was expected and what came out, and every difference in words. */
export interface DayOutcome {
  readonly orders: readonly OrderOutcome[]
  readonly differences: readonly string[]
}

const reasons: Record<string, string> = {
  same_name: 'same name',
  likely_name: 'very similar name',
  weak_name: 'part of the name',
  unknown_name: 'name cannot be compared',
  reference: 'names the order',
  alias: 'confirmed payer',
  no_sender: 'no sender given',
  other_name: 'other payer',
  outside_window: 'outside the window',
  other_amount: 'other amount',
  other_currency: 'other currency',
  taken: 'already taken',
}

/** The program's own reason, from the last attempt. */
function reasonOf(detail: RequestDetail | undefined): string {
  if (detail?.status === 'cancelled') return 'no longer listed'
  const attempt = detail?.attempts.at(-1)
  if (!attempt) return ''
  const [best] = attempt.candidates
  const words = best ? (reasons[best.reason] ?? best.reason) : 'no candidate'
  if (attempt.result === 'ambiguous')
    return attempt.candidates.length === 1
      ? `${words}, wanted by another order too`
      : `${attempt.candidates.length} × ${words}`
  if (attempt.result === 'not_found' && attempt.decision?.reason.code === 'below_acceptance')
    return `suggested, ${words}: ${best?.sender_name ?? '—'}`
  const inTime = attempt.decision?.reason.code === 'interchangeable' ? ', in order of time' : ''
  return best ? `${words}: ${best.sender_name ?? '—'}${inTime}` : words
}

const sameList = (first: readonly string[], second: readonly string[]) =>
  first.length === second.length && first.every((each, i) => each === second[i])

/** Anything younger must have been read; what is older is left to how far back the bank's script looks. */
const surelyRead = 5 * 24 * hour - 30 * minute

/** Compares what the day expects with what came out. */
export function judgeDay(day: Day, now: number, result: DayResult): DayOutcome {
  const requestOf = new Map(result.requests.map((request) => [request.external_id, request]))
  const accepted = result.received.filter((webhook) => webhook.accepted)

  const orders = day.cases.flatMap((each) =>
    each.orders.map((order): OrderOutcome => {
      const id = String(order.id)
      const request = requestOf.get(id)
      const status = request?.status ?? 'skipped'
      const webhooks = accepted
        .filter((webhook) => String(webhook.payload?.external_id) === id)
        .map((webhook) => String(webhook.payload?.status))
      return {
        id,
        payer: order.name,
        amount: `${request?.amount ?? order.amount} ${order.currency}`,
        about: each.name,
        expected: order.expected,
        result: status,
        reason: request ? reasonOf(result.details.get(request.id)) : 'amount not readable',
        webhooks,
        asExpected: status === order.expected && sameList(webhooks, order.webhooks),
      }
    }),
  )

  const known = new Set(orders.map((order) => order.id))
  const stored = new Set(result.movements.map((movement) => movement.external_id))
  const missing = result.booked.filter(
    (booked) => booked.kind === 'credit' && now - booked.at < surelyRead && !stored.has(booked.reference),
  )
  const credits = new Set(result.booked.filter((booked) => booked.kind === 'credit').map((booked) => booked.reference))

  return {
    orders,
    differences: [
      ...orders
        .filter((order) => !order.asExpected)
        .map(
          (order) =>
            `Order ${order.id} (${order.about}): expected ${order.expected}, is ${order.result}; webhooks received: ${order.webhooks.join(', ') || 'none'}`,
        ),
      ...result.requests
        .filter((request) => !known.has(request.external_id))
        .map((request) => `Request ${request.external_id} belongs to no order of the day`),
      ...missing.map((booked) => `Movement ${booked.reference} (${booked.party ?? 'no sender'}) was not read`),
      ...result.movements
        .filter((movement) => !credits.has(movement.external_id))
        .map((movement) => `Movement ${movement.external_id} is no income of the bank's books`),
      ...result.received
        .filter((webhook) => !webhook.authorized)
        .map((webhook) => `A webhook about ${webhook.payload?.external_id} had a wrong token`),
      ...result.deliveries
        .filter((delivery) => delivery.state !== 'delivered')
        .map(
          (delivery) =>
            `The webhook ${delivery.event} about ${delivery.payload.external_id} is ${delivery.state}: ${delivery.last_error}`,
        ),
    ],
  }
}
