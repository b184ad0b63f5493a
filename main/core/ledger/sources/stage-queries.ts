import type { Database } from '../../db/open.ts'

/** A row of `source_entries` as it is stored. */
export interface ItemRow {
  readonly id: string
  readonly run_id: string
  readonly ledger_id: string
  readonly source_file_id: string | null
  readonly statement_id: string | null
  readonly movement_id: string | null
  readonly position: number
  readonly parent_entry_id: string | null
  readonly level: 'entry' | 'detail' | 'residual' | 'split'
  readonly amount: number | null
  readonly currency: string
  readonly is_reversal: number
  readonly bank_status: 'booked' | 'pending' | 'info' | 'future'
  readonly booking_date: string
  readonly value_date: string | null
  readonly counterparty_name: string | null
  readonly counterparty_account: string | null
  readonly bank_reference: string | null
  readonly remittance_text: string | null
  readonly search_text: string
  readonly facts: string
  readonly raw: string | null
  readonly strong_key: string | null
  readonly fingerprint: string
  readonly occurrence: number
  readonly created_at: number
  readonly modified_at: number
}

const columns: readonly (keyof ItemRow)[] = [
  'id',
  'run_id',
  'ledger_id',
  'source_file_id',
  'statement_id',
  'movement_id',
  'position',
  'parent_entry_id',
  'level',
  'amount',
  'currency',
  'is_reversal',
  'bank_status',
  'booking_date',
  'value_date',
  'counterparty_name',
  'counterparty_account',
  'bank_reference',
  'remittance_text',
  'search_text',
  'facts',
  'raw',
  'strong_key',
  'fingerprint',
  'occurrence',
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
        'select exists (select 1 from source_entries where ledger_id = ? and source_file_id is not ?)',
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
