import type { Minor } from '../money.ts'

export type RequestStatus =
  | 'pending'
  | 'processing'
  | 'matched'
  | 'ambiguous'
  | 'not_found'
  | 'expired'
  | 'cancelled'
  | 'failed'

/** An expected payment (spec 1.8). */
export interface PaymentRequest {
  readonly id: string
  readonly accountId: string
  readonly externalId: string
  readonly amountMinor: Minor
  readonly currency: string
  readonly senderName: string | null
  readonly status: RequestStatus
  readonly retryCount: number
  readonly lastCheckedAt: number | null
  readonly createdAt: number
}

/** One valid item of a polling answer (5.2). */
export interface Order {
  readonly externalId: string
  readonly amountMinor: Minor
  readonly currency: string
  readonly name: string
}

export interface PollOutcome {
  readonly created: number
  readonly updated: number
  readonly revived: number
  readonly cancelled: number
  /** Orders that would have been cancelled and wait for the next poll to confirm it. */
  readonly held: number
  readonly skipped: number
}

/** One movement for one request, with the part of both amounts that it settles. */
export interface SplitLeg {
  readonly requestId: string
  readonly movementId: string
  readonly settledMinor: Minor
}

/** What other features may ask of requests. */
export interface Requests {
  /** Called inside the ingest transaction of a reconcile account, with the pairs of amount and currency that arrived. */
  movementsArrived(accountId: string, arrived: readonly { amountMinor: Minor; currency: string }[]): void
  /**
   * Called inside the transaction that takes movements away, before they go: matches that use them are undone with their
   * record and the ordinary webhook. What was recorded of them stays.
   */
  movementsLeave(userId: string, movementIds: readonly string[]): void
  /** One polling of the account's endpoint: fetch, read, apply. Throws `AppError('poll.…')`; then nothing has changed. */
  poll(accountId: string): Promise<PollOutcome>
  /** The diff of 3.9 in one transaction. `invalidIds` were listed but unreadable: they count as present. */
  applyPoll(accountId: string, orders: readonly Order[], invalidIds?: readonly string[]): PollOutcome
  /** Evaluates one request now; terminal ones are left alone. */
  evaluateOne(requestId: string): void
  /** The hourly job: `pending` and `not_found` older than the limit become `expired`, up to 500 a run. */
  expireStale(): number
  /** Settings or aliases have changed: everything open is decided again. `customerKey`: only this customer's. */
  decideAgain(accountId: string, customerKey?: string): void
  /** At start: every open request of accounts with movements that arrived after the request was last checked. */
  sweep(): void
}
