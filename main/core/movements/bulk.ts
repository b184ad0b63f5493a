import type { Database } from '../db/open.ts'
import { orderedId } from '../ordered-id.ts'
import { movementQueries, type ReadyMovement, readyMovement } from './queries.ts'
import type { IncomingMovement } from './types.ts'

/** A row of a statement file. `raw` is the JSON text that is stored, so that it need not be read to be written again. */
export interface BulkRow extends Omit<IncomingMovement, 'externalId' | 'raw'> {
  readonly externalId: string
  readonly raw: string | null
}

/** Makes a row ready; outside of any transaction, so that nobody who writes waits for it. */
export const readyRow = ({ raw, ...row }: BulkRow): ReadyMovement =>
  // What the bank says beside is only looked through where the line has no text.
  readyMovement(row.text?.trim() || raw === null ? row : { ...row, raw: JSON.parse(raw) }, raw)

/**
 * Stores rows of an import in a thread's own transaction, as `Movements.ingest` does on the main thread. Nothing is
 * decided: that is for rows of whose amount no request is open, and of accounts that forward nothing.
 */
export function bulkMovements(db: Database, accountId: string, importId: string, at: number) {
  const queries = movementQueries(db)
  const stored = db
    .prepare<[string, string], string>('select id from movements where account_id = ? and external_id = ?')
    .pluck()
  /** The movement's id; that of the row which is there already where there is one. */
  return (ready: ReadyMovement): string => {
    const id = orderedId(at)
    const isNew = queries.insertReady(id, accountId, ready, at, { importId })
    return isNew ? id : (stored.get(accountId, ready.row.externalId) ?? id)
  }
}
