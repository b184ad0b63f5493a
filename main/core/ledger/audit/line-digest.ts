import { hash } from 'node:crypto'
import type { Database } from '../../db/open.ts'

/** What the bank said of a line; decisions and notes are no part of it, and neither are parts that a person split off. */
export const lineColumns = [
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

type Cell = string | number | null

/** A line as it is stored, as far as it is hashed. */
export type DigestedLine = Readonly<Record<(typeof lineColumns)[number], Cell>>

/**
 * Hashes of an imported file's lines as they were stored, per block of lines, so that a later change is found with its
 * place; and one per statement.
 */
export interface LineDigest {
  readonly count: number
  readonly blocks: readonly string[]
  readonly statements: Readonly<Record<string, string>>
}

export const linesPerBlock = 50

/** Half of a SHA-256 is beyond what anybody can construct a second input for, and keeps the trail small. */
const hashOf = (text: string) => hash('sha256', text).slice(0, 32)

/** Hashes lines that are handed over in the order of `position` and `id`. */
export class LineHasher {
  readonly #blocks: string[] = []
  #block = ''
  #count = 0

  add(line: DigestedLine): void {
    this.#block += `${JSON.stringify(lineColumns.map((name) => line[name]))}\n`
    this.#count += 1
    if (this.#count % linesPerBlock === 0) this.#endBlock()
  }

  end(): Omit<LineDigest, 'statements'> {
    if (this.#block !== '') this.#endBlock()
    return { count: this.#count, blocks: this.#blocks }
  }

  #endBlock(): void {
    this.#blocks.push(hashOf(this.#block))
    this.#block = ''
  }
}

/** The digest of what is stored of a file now. */
export function digestLines(db: Database, fileId: string): LineDigest {
  // Only the keys are put in order: whole rows of a large file would be sorted on disk.
  const places = db
    .prepare<[string], number>(
      `select rowid from source_entries where source_file_id = ? and level <> 'split' order by position, id`,
    )
    .pluck()
    .all(fileId)
  const lineAt = db.prepare<[number], DigestedLine>(
    `select ${lineColumns.join(', ')} from source_entries where rowid = ?`,
  )
  const hasher = new LineHasher()
  for (const place of places) hasher.add(lineAt.get(place) as DigestedLine)
  return { ...hasher.end(), statements: digestStatements(db, fileId) }
}

/** One hash for each statement of a file, by its id. */
export function digestStatements(db: Database, fileId: string): LineDigest['statements'] {
  const rows = db
    .prepare<[string], Cell[]>(
      `select ${statementColumns.join(', ')} from statements where source_file_id = ? order by ordinal, id`,
    )
    .raw()
    .all(fileId)
  return Object.fromEntries(rows.map((row) => [String(row[0]), hashOf(`${JSON.stringify(row)}\n`)]))
}
