import { randomUUID } from 'node:crypto'
import type { Database } from '../../db/open.ts'
import { applyReading } from '../../statements/signs.ts'
import type {
  StatementEnd,
  StatementEntry,
  StatementHead,
  StatementProof,
  StatementWarning,
} from '../../statements/types.ts'
import { textKey } from '../../text-key.ts'
import { digestStatements, type LineDigest, LineHasher } from '../audit/line-digest.ts'
import { type ItemContent, itemRow } from './item-row.ts'
import { type PreparedLine, prepareLine } from './prepared-line.ts'
import { sameAsKnown } from './same-as-known.ts'
import { type ItemRow, stageQueries } from './stage-queries.ts'

export interface StageTarget {
  readonly runId: string
  readonly ledgerId: string
  readonly fileId: string
  readonly currency: string
  readonly at: number
}

/** A line that another reading of signs would change, with its rows; none when it was known. */
interface Doubtful {
  readonly entry: StatementEntry
  readonly bankKey: string | null
  readonly rowIds: string[]
}

/** What an import came to. */
export interface StageCounts {
  imported: number
  skippedDuplicates: number
  notBooked: number
}

/** In `#keys`: the line was a duplicate, or is no longer the only one with its key. */
const nowhere = 0

/** Rows per transaction: short enough that a writer on the main thread hardly waits, and few to hold at once. */
const rowsPerTransaction = 250

/** Remarks on single lines; a file that overlaps another need not say so for each of them. */
const mostWarnings = 100

/**
 * Stores the lines of one file as they are read, beside what is there: identity after 9.3, in short transactions. They
 * stay invisible until their file is marked processed (view `items`). Nothing here judges whether the file is accepted.
 */
export class Stager {
  readonly counts: StageCounts = { imported: 0, skippedDuplicates: 0, notBooked: 0 }
  readonly warnings: StatementWarning[] = []
  /** Lines of earlier imports that lines of this file turned out to be. */
  readonly recognised = new Set<string>()
  readonly #queries
  readonly #db: Database
  readonly #target: StageTarget
  /** Nothing to compare with in a ledger without lines: its first import asks no questions. */
  readonly #hasEarlierLines: boolean
  /** Where the first line with a bank's key was stored. Keys and fingerprints are kept as numbers (`textKey`). */
  readonly #keys = new Map<number, number>()
  readonly #occurrences = new Map<number, number>()
  /** Of the statement at hand. */
  #doubtful: Doubtful[] = []
  /** Hashes the lines while they are stored; null once they are no longer those rows in that order. */
  #hasher: LineHasher | null = new LineHasher()
  #lastPosition = 0
  #statementId: string | null = null
  #ordinal = 0
  #waiting: PreparedLine[] = []

  constructor(db: Database, target: StageTarget) {
    this.#db = db
    this.#target = target
    this.#queries = stageQueries(db)
    this.#hasEarlierLines = this.hasEarlierLines()
  }

  /** Whether the ledger has lines of another source. */
  hasEarlierLines = () => this.#queries.hasLines.get(this.#target.ledgerId, this.#target.ledgerId) === 1

  /** The digest of the lines as this stored them; null when the rows have to be read again for it. */
  digest(): LineDigest | null {
    return this.#hasher && { ...this.#hasher.end(), statements: digestStatements(this.#db, this.#target.fileId) }
  }

  begin(head: StatementHead): void {
    this.#statementId = randomUUID()
    this.#doubtful = []
    this.#queries.insertStatement.run({
      id: this.#statementId,
      run_id: this.#target.runId,
      source_file_id: this.#target.fileId,
      ledger_id: this.#target.ledgerId,
      account_identifier: head.account,
      currency: head.currency ?? this.#target.currency,
      copy_flag: head.copyFlag,
      ordinal: this.#ordinal++,
      created_at: this.#target.at,
    })
  }

  add(line: PreparedLine): void {
    this.#waiting.push(line)
    if (this.#waiting.length >= rowsPerTransaction) this.flush()
  }

  /** Writes what waits. */
  flush(): void {
    const lines = this.#waiting
    this.#waiting = []
    if (lines.length > 0)
      this.#db
        .transaction(() => {
          for (const line of lines) this.#store(line)
        })
        .immediate()
  }

  /** Completes the statement, with the reading of signs that the proof adopted. */
  end(head: StatementHead, end: StatementEnd, proof: StatementProof): void {
    this.flush()
    const { adopted } = proof
    if (adopted !== null) {
      const changed = this.#doubtful
      this.#doubtful = []
      this.#db
        .transaction(() => {
          for (const line of changed) this.#takeBack(line)
          for (const { entry } of changed) this.#store(prepareLine(applyReading(entry, adopted), this.#target.currency))
        })
        .immediate()
    }
    const known = { ...head, ...end.head }
    this.#queries.completeStatement.run({
      id: this.#statementId,
      account_identifier: known.account,
      statement_ref: known.statementRef,
      sequence_no: known.sequenceNo,
      legal_sequence_no: known.legalSequenceNo,
      page_no: known.pageNo,
      last_page: known.lastPage === null ? null : Number(known.lastPage),
      currency: known.currency ?? this.#target.currency,
      from_date: end.fromDate,
      to_date: end.toDate,
      opening_balance: end.opening && JSON.stringify(end.opening),
      closing_balance: end.closing && JSON.stringify(end.closing),
      other_balances: JSON.stringify(end.otherBalances),
      declared: end.declared && JSON.stringify(end.declared),
      copy_flag: known.copyFlag,
      proof_status: proof.proof.status,
      proof_difference: proof.proof.difference,
      interpretation: JSON.stringify(end.interpretation),
    })
  }

  /** Takes everything of this file away again. */
  clear(): void {
    this.#waiting = []
    this.#db
      .transaction(() => {
        this.#queries.clearItems.run(this.#target.fileId)
        this.#queries.clearStatements.run(this.#target.fileId)
      })
      .immediate()
  }

  #takeBack({ entry, bankKey, rowIds }: Doubtful): void {
    this.#hasher = null
    for (const id of rowIds.toReversed()) this.#queries.removeItem.run(id)
    if (bankKey !== null) this.#keys.delete(textKey(bankKey))
    if (rowIds.length === 0) this.counts.skippedDuplicates -= 1
    else if (entry.bankStatus === 'booked') this.counts.imported -= 1
    else this.counts.notBooked -= 1
  }

  #store(line: PreparedLine): void {
    const { runId, ledgerId, fileId, at } = this.#target
    const { content, fingerprint, bankKey, doubtful } = line
    const print = textKey(fingerprint)
    const occurrence = (this.#occurrences.get(print) ?? 0) + 1
    this.#occurrences.set(print, occurrence)
    const strongKey = this.#uniqueKey(bankKey)
    const rowIds: string[] = []
    if (doubtful) this.#doubtful.push({ entry: doubtful, bankKey, rowIds })
    if (this.#isKnown(content, strongKey, fingerprint, occurrence)) {
      this.counts.skippedDuplicates += 1
      return
    }
    if (content.bank_status === 'booked') this.counts.imported += 1
    else this.counts.notBooked += 1
    const place = { runId, ledgerId, fileId, statementId: this.#statementId, movementId: null, parentId: null, at }
    const row = itemRow(content, place, { strongKey, fingerprint, occurrence })
    const { lastInsertRowid } = this.#queries.insertItem.run(row)
    this.#hash(row)
    rowIds.push(row.id)
    for (const part of line.parts) {
      const identity = { strongKey: null, fingerprint: part.fingerprint, occurrence }
      const partRow = itemRow(part.content, { ...place, parentId: row.id }, identity)
      this.#queries.insertItem.run(partRow)
      // Parts count from 1 and so stand among the first lines.
      this.#hasher = null
      rowIds.push(partRow.id)
    }
    if (strongKey !== null) this.#keys.set(textKey(strongKey), Number(lastInsertRowid))
  }

  #hash(row: ItemRow): void {
    if (row.position < this.#lastPosition) this.#hasher = null
    this.#lastPosition = row.position
    this.#hasher?.add(row)
  }

  #warn(warning: StatementWarning): void {
    if (this.warnings.length < mostWarnings) this.warnings.push(warning)
  }

  /** A key that a second line of the file carries is none: the first line loses it too. */
  #uniqueKey(key: string | null): string | null {
    if (key === null) return null
    const place = this.#keys.get(textKey(key))
    if (place === undefined) {
      this.#keys.set(textKey(key), nowhere)
      return key
    }
    if (place !== nowhere) {
      this.#hasher = null
      this.#queries.dropStrongKey.run(place)
    }
    this.#keys.set(textKey(key), nowhere)
    return null
  }

  #isKnown(content: ItemContent, strongKey: string | null, fingerprint: string, occurrence: number): boolean {
    if (!this.#hasEarlierLines) return false
    const { same, remarks } = sameAsKnown(this.#queries, this.#target, { content, strongKey, fingerprint, occurrence })
    for (const code of remarks)
      this.#warn({
        code,
        message:
          code === 'bank_reference_reused'
            ? `The bank's reference ${strongKey} stands for another line too; both are kept.`
            : 'A line with the same content but another reference of the bank is there already; both are kept.',
        line: content.position,
      })
    if (same) this.recognised.add(same.same_as ?? same.id)
    return same !== null
  }
}
