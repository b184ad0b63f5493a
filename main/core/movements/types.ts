import type { Minor } from '../money.ts'

/** A stored bank transaction (spec 1.7). Instants in ms UTC. */
export interface Movement {
  readonly id: string
  readonly accountId: string
  readonly externalId: string
  readonly amountMinor: Minor
  readonly currency: string
  readonly senderName: string | null
  readonly receivedAt: number
  readonly excludedAt: number | null
  readonly notifiedAt: number | null
}

/** A row as a bank script, a feed or a person reports it. Without `externalId` a fingerprint plus occurrence stands in. */
export interface IncomingMovement {
  readonly externalId: string | null
  readonly amountMinor: Minor
  readonly currency: string
  readonly senderName: string | null
  readonly receivedAt: number
  /** What the bank shows beside the sender: concept, reference. Without it, what `raw` says of that kind. */
  readonly text?: string | null
  readonly raw?: unknown
}

export interface IngestResult {
  readonly inserted: number
  readonly duplicates: number
}

export interface IngestOptions {
  readonly scriptId?: string
  /** The import of a statement file that brings the rows. */
  readonly importId?: string
}

export interface Movements {
  /**
   * Stores the new rows and all that follows from them (evaluations, matches, queued webhooks) in one transaction;
   * rows whose `(account, external id)` exists are left untouched. What a file brought before and a reading or a feed
   * reports now is one movement (ledger specification 9.3).
   */
  ingest(accountId: string, rows: readonly IncomingMovement[], options?: IngestOptions): IngestResult
  /**
   * `ingest` for any number of rows: scrape, API. Many are stored in slices, between which others are served; resolves
   * when the last one and all that follows from it are on disk. A crash on the way loses nothing: the next start goes on.
   */
  receive(accountId: string, rows: readonly IncomingMovement[], options?: IngestOptions): Promise<IngestResult>
  /** External id of the newest stored row in order of ingestion: the hint given to bank scripts. */
  lastExternalId(accountId: string): string | null
}
