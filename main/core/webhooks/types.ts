import type { Movement } from '../movements/types.ts'
import type { PaymentRequest } from '../requests/types.ts'

export type SubjectType = 'bank_transaction' | 'conciliation_request'
export type DeliveryEvent = 'matched' | 'ambiguous' | 'expired' | 'unmatched' | 'movement'
export type DeliveryState = 'queued' | 'waiting' | 'delivered' | 'dead' | 'dropped'

/** What other features may ask of webhooks. The first five belong inside the transaction that stores the fact. */
export interface Webhooks {
  /** Queues the result webhook, payload fixed now. Only `matched`, `ambiguous`, and `expired` with notify_on_expired. */
  requestDecided(request: PaymentRequest): void
  /** A match was undone: queued with status `unmatched` where the account asks for it. */
  requestUnmatched(request: PaymentRequest): void
  /** Passthrough: one delivery per movement with a sender; silent ingestion only marks. */
  movementsIngested(accountId: string, movements: readonly Movement[]): void
  /** Movements are taken back with their import: what was not sent yet is dropped. */
  movementsRemoved(movementIds: readonly string[]): void
  /** Manual resend of a request's or movement's webhook; replaces a stuck one. Nothing is sent when nothing applies. */
  resendRequest(request: PaymentRequest): void
  resendMovement(movement: Movement): void
  start(): void
  /** Takes no more work, lets what is on the wire finish (at most 3 s), leaves the rest queued. */
  stop(): Promise<void>
}
