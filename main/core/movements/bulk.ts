import type { Database } from '../db/open.ts'
import { orderedId } from '../ordered-id.ts'
import { movementQueries, readyMovement } from './queries.ts'
import type { IncomingMovement } from './types.ts'

/** A row of a statement file. */
export interface BulkRow extends Omit<IncomingMovement, 'externalId' | 'raw'> {
  readonly externalId: string
}

/** A row with all that is stored of it, short for the way from one thread to another. */
export type ReadyRow = readonly [
  externalId: string,
  amountMinor: number,
  currency: string,
  senderName: string | null,
  receivedAt: number,
  hash: string,
  shown: string | null,
  searched: string,
]

/** Makes a row ready; outside of any transaction, so that nobody who writes waits for it. */
export function readyRow(row: BulkRow): ReadyRow {
  const { hash, shown, searched } = readyMovement(row, null)
  return [row.externalId, row.amountMinor, row.currency, row.senderName, row.receivedAt, hash, shown, searched]
}

/**
 * Stores rows of an import in a thread's own transaction, as `Movements.ingest` does on the main thread. Nothing is
 * decided: that is for rows of whose amount no request is open, and of accounts that forward nothing.
 */
export function bulkMovements(db: Database, accountId: string, importId: string, at: number) {
  const queries = movementQueries(db)
  const stored = db
    .prepare<[string, string], string>('select id from movements where account_id = ? and external_id = ?')
    .pluck()
  /** The id of the row that is there already, where there is one. */
  return ([externalId, amountMinor, currency, senderName, receivedAt, hash, shown, searched]: ReadyRow):
    | string
    | undefined => {
    const row = { externalId, amountMinor, currency, senderName, receivedAt }
    const isNew = queries.insertReady(orderedId(at), accountId, { row, raw: null, hash, shown, searched }, at, {
      importId,
    })
    return isNew ? undefined : stored.get(accountId, externalId)
  }
}
