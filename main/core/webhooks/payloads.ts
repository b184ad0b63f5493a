import { type Minor, minorToNumber } from '../money.ts'
import type { Movement } from '../movements/types.ts'
import type { PaymentRequest } from '../requests/types.ts'
import { iso } from '../time.ts'

export type ExtraFields = Readonly<Record<string, unknown>>

/** Reconcile: the order and its result, in the key order of spec 5.3, as JSON text. */
export const requestPayload = (
  request: Pick<PaymentRequest, 'externalId' | 'amountMinor' | 'currency' | 'senderName'> & {
    readonly status: PaymentRequest['status'] | 'unmatched'
  },
  extra: ExtraFields | null,
): string =>
  withExtra(
    [
      ['external_id', request.externalId],
      ['status', request.status],
      ['amount', amount(request.amountMinor)],
      ['currency', request.currency],
      ['name', request.senderName],
    ],
    extra,
  )

/** Passthrough: the movement, as JSON text. There is no `status` (spec 5.3). */
export const movementPayload = (
  movement: Pick<Movement, 'id' | 'amountMinor' | 'currency' | 'senderName' | 'receivedAt'>,
  extra: ExtraFields | null,
): string =>
  withExtra(
    [
      ['id', movement.id],
      ['amount', amount(movement.amountMinor)],
      ['currency', movement.currency],
      ['name', movement.senderName],
      ['received_at', iso(movement.receivedAt)],
    ],
    extra,
  )

const amount = (minor: Minor): number => minorToNumber(minor)

type Member = readonly [key: string, value: unknown]

// Written member by member: an object would move an extra key such as "1" before ours, and lose "__proto__".
function withExtra(own: readonly Member[], extra: ExtraFields | null): string {
  const taken = new Set(own.map(([key]) => key))
  const added = extra === null ? [] : Object.entries(extra).filter(([key]) => !taken.has(key))
  const members = [...own, ...added].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  return `{${members.join(',')}}`
}
