import { createHash, type Hash } from 'node:crypto'
import type { Database } from '../../db/open.ts'

/** What the bank said of a line; decisions and notes are no part of it, and neither are parts that a person split off. */
const lineColumns = [
  'id',
  'run_id',
  'ledger_id',
  'statement_id',
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
  'facts',
  'raw',
  'strong_key',
  'fingerprint',
  'occurrence',
] as const

const statementColumns = [
  'id',
  'run_id',
  'ledger_id',
  'account_identifier',
  'statement_ref',
  'sequence_no',
  'legal_sequence_no',
  'page_no',
  'last_page',
  'currency',
  'from_date',
  'to_date',
  'opening_balance',
  'closing_balance',
  'other_balances',
  'declared',
  'copy_flag',
  'proof_status',
  'proof_difference',
  'interpretation',
  'ordinal',
] as const

type Row = Readonly<Record<string, string | number | null>>

/**
 * Hashes of an imported file's lines as they were stored: per column and per block of lines, so that a later change is
 * found with its field and its place; and one per statement.
 */
export interface LineDigest {
  readonly count: number
  readonly columns: Readonly<Record<string, string>>
  readonly blocks: readonly string[]
  readonly statements: Readonly<Record<string, string>>
}

export const linesPerBlock = 50

const start = () => createHash('sha256')
/** Half of a SHA-256 is beyond what anybody can construct a second input for, and keeps the trail small. */
const end = (hash: Hash) => hash.digest('hex').slice(0, 32)
const add = (hash: Hash, value: unknown) => hash.update(JSON.stringify(value)).update('\n')

/** The digest of what is stored of a file now. */
export function digestLines(db: Database, fileId: string): LineDigest {
  const rows = db
    .prepare<[string], Row>(
      `select ${lineColumns.join(', ')} from source_entries where source_file_id = ? and level <> 'split'
       order by position, id`,
    )
    .iterate(fileId)
  const columns = new Map(lineColumns.map((name) => [name, start()]))
  const blocks: string[] = []
  let block = start()
  let count = 0
  for (const row of rows) {
    for (const [name, hash] of columns) add(hash, row[name])
    add(
      block,
      lineColumns.map((name) => row[name]),
    )
    count += 1
    if (count % linesPerBlock === 0) {
      blocks.push(end(block))
      block = start()
    }
  }
  if (count % linesPerBlock !== 0) blocks.push(end(block))
  const statements = db
    .prepare<[string], Row>(
      `select ${statementColumns.join(', ')} from statements where source_file_id = ? order by ordinal, id`,
    )
    .all(fileId)
  return {
    count,
    columns: Object.fromEntries([...columns].map(([name, hash]) => [name, end(hash)])),
    blocks,
    statements: Object.fromEntries(
      statements.map((row) => [
        String(row.id),
        end(
          add(
            start(),
            statementColumns.map((name) => row[name]),
          ),
        ),
      ]),
    ),
  }
}
