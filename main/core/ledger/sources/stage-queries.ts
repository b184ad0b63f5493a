import type { Database } from '../../db/open.ts'
import { lineColumns } from '../audit/line-digest.ts'
import type { ItemRow as StoredItem } from '../items/item-queries.ts'

/** A row of `source_entries` as it is stored, before anything is decided about it. */
export interface ItemRow
  extends Omit<StoredItem, 'allocated' | 'allocated_parts' | 'match_status' | 'note' | 'version' | `clos${string}`> {
  readonly search_text: string
  readonly raw: string | null
  readonly strong_key: string | null
  readonly fingerprint: string
  readonly occurrence: number
}

const columns: readonly (keyof ItemRow)[] = [
  ...lineColumns,
  'source_file_id',
  'movement_id',
  'search_text',
  'created_at',
  'modified_at',
]

/** A line that is there already, as far as identity looks at it. */
export interface KnownLine {
  readonly id: string
  readonly booking_date: string
  readonly amount: number | null
  readonly strong_key: string | null
  /** The line that this one turned out to be; null for lines of their own. */
  readonly same_as: string | null
}

/** SQL of an import. Lines removed by a person count as known: they do not come back (9.3 rule 8). */
export function stageQueries(db: Database) {
  // Lines that movements became are told by `enrichKnownLines`: what the file says of them is worth keeping.
  const known = `from source_entries e
    where e.ledger_id = ? and e.currency = ? and e.source_file_id is not ?
      and (select f.status from source_files f where f.id = e.source_file_id) = 'processed'`
  return {
    hasLines: db
      .prepare<[string, string], number>(
        `select exists (
           select 1 from source_files f join reconciliation_runs r on r.id = f.run_id
           where r.ledger_id = ? and f.status = 'processed'
         ) or exists (select 1 from source_entries where source_file_id is null and ledger_id = ?)`,
      )
      .pluck(),
    byStrongKey: db.prepare<[string, string, string, string], KnownLine>(
      `select e.id, e.booking_date, e.amount, e.strong_key, json_extract(e.facts, '$.sameAs') as same_as ${known} and e.strong_key = ?`,
    ),
    byFingerprint: db.prepare<[string, string, string, string, number], KnownLine>(
      `select e.id, e.booking_date, e.amount, e.strong_key, json_extract(e.facts, '$.sameAs') as same_as ${known} and e.fingerprint = ? and e.occurrence = ?`,
    ),
    insertItem: db.prepare(
      `insert into source_entries (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
    ),
    dropStrongKey: db.prepare<[number]>('update source_entries set strong_key = null where rowid = ?'),
    removeItem: db.prepare('delete from source_entries where id = ?'),
    insertStatement: db.prepare(
      `insert into statements (id, run_id, source_file_id, ledger_id, account_identifier, currency, copy_flag,
         proof_status, ordinal, created_at)
       values (@id, @run_id, @source_file_id, @ledger_id, @account_identifier, @currency, @copy_flag,
         'not_provable', @ordinal, @created_at)`,
    ),
    completeStatement: db.prepare(
      `update statements set account_identifier = @account_identifier, statement_ref = @statement_ref,
         sequence_no = @sequence_no, legal_sequence_no = @legal_sequence_no, page_no = @page_no,
         last_page = @last_page, currency = @currency, from_date = @from_date, to_date = @to_date,
         opening_balance = @opening_balance, closing_balance = @closing_balance, other_balances = @other_balances,
         declared = @declared, copy_flag = @copy_flag, proof_status = @proof_status,
         proof_difference = @proof_difference, interpretation = @interpretation
       where id = @id`,
    ),
    clearItems: db.prepare('delete from source_entries where source_file_id = ?'),
    clearStatements: db.prepare('delete from statements where source_file_id = ?'),
  }
}

export type StageQueries = ReturnType<typeof stageQueries>
