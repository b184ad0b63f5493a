import type { Database } from '../db/open.ts'
import type { IdentifiedMovement } from './identity.ts'

interface BatchRow {
  readonly id: string
  readonly account_id: string
  readonly script_id: string | null
}

/** Calls with many rows, kept as they came until the last row is stored. */
export function batchQueries(db: Database) {
  const insert = db.prepare(
    'insert into ingest_batches (id, account_id, script_id, rows, created_at) values (?, ?, ?, ?, ?)',
  )
  const exists = db.prepare<[string], number>('select exists (select 1 from ingest_batches where id = ?)').pluck()
  const remove = db.prepare('delete from ingest_batches where id = ?')
  const left = db.prepare<[{ accountId: string | null }], BatchRow>(`
    select id, account_id, script_id from ingest_batches
     where @accountId is null or account_id = @accountId order by created_at, rowid`)
  const rows = db.prepare<[string], string>('select rows from ingest_batches where id = ?').pluck()

  return {
    insert: (
      id: string,
      accountId: string,
      batch: readonly IdentifiedMovement[],
      scriptId: string | null,
      at: number,
    ): void => void insert.run(id, accountId, scriptId, JSON.stringify(batch), at),
    exists: (id: string) => exists.get(id) === 1,
    remove: (id: string): void => void remove.run(id),
    /** Oldest first. */
    left: (accountId?: string) => left.all({ accountId: accountId ?? null }),
    rows(id: string): IdentifiedMovement[] | null {
      const text = rows.get(id)
      return text === undefined ? null : (JSON.parse(text) as IdentifiedMovement[])
    },
  }
}
