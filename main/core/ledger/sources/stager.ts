import { randomUUID } from 'node:crypto'
import type { Database } from '../../db/open.ts'
import { fingerprintOf, strongKeyOf } from '../../statements/identity.ts'
import { applyReading } from '../../statements/signs.ts'
import type {
  StatementEnd,
  StatementEntry,
  StatementHead,
  StatementProof,
  StatementWarning,
} from '../../statements/types.ts'
import { itemRow } from './item-row.ts'
import { type KnownLine, stageQueries } from './stage-queries.ts'
import { textKey } from './text-key.ts'

export interface StageTarget {
  readonly runId: string
  readonly ledgerId: string
  readonly fileId: string
  readonly currency: string
  readonly at: number
}

/** What an import came to. */
export interface StageCounts {
  imported: number
  skippedDuplicates: number
  notBooked: number
}

/** In `#keys`: the line was a duplicate, or is no longer the only one with its key. */
const nowhere = 0

/** Rows per transaction: short enough that a writer on the main thread hardly waits. */
const rowsPerTransaction = 1000

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
  /** Lines of the statement at hand that another reading of signs would change, with their rows. */
  #doubtful: { entry: StatementEntry; rowIds: string[] }[] = []
  #statementId: string | null = null
  #ordinal = 0
  #waiting: StatementEntry[] = []

  constructor(db: Database, target: StageTarget) {
    this.#db = db
    this.#target = target
    this.#queries = stageQueries(db)
    this.#hasEarlierLines = this.#queries.hasLines.get(target.ledgerId, target.fileId) === 1
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

  add(entry: StatementEntry): void {
    this.#waiting.push(entry)
    if (this.#waiting.length >= rowsPerTransaction) this.flush()
  }

  /** Writes what waits. */
  flush(): void {
    const entries = this.#waiting
    this.#waiting = []
    if (entries.length > 0)
      this.#db
        .transaction(() => {
          for (const entry of entries) this.#store(entry)
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
          for (const { entry } of changed) this.#store(applyReading(entry, adopted))
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

  #takeBack({ entry, rowIds }: { entry: StatementEntry; rowIds: readonly string[] }): void {
    for (const id of rowIds.toReversed()) this.#queries.removeItem.run(id)
    const key = strongKeyOf(entry)
    if (key !== null) this.#keys.delete(textKey(key))
    if (rowIds.length === 0) this.counts.skippedDuplicates -= 1
    else if (entry.bankStatus === 'booked') this.counts.imported -= 1
    else this.counts.notBooked -= 1
  }

  #store(entry: StatementEntry): void {
    const { ledgerId, currency, fileId } = this.#target
    const fingerprint = fingerprintOf(entry, currency)
    const print = textKey(fingerprint)
    const occurrence = (this.#occurrences.get(print) ?? 0) + 1
    this.#occurrences.set(print, occurrence)
    const strongKey = this.#uniqueKey(entry)
    const isDoubtful = entry.isReversal || entry.isNegativeText === true
    if (this.#isKnown(entry, strongKey, fingerprint, occurrence)) {
      this.counts.skippedDuplicates += 1
      if (isDoubtful) this.#doubtful.push({ entry, rowIds: [] })
      return
    }
    if (entry.bankStatus === 'booked') this.counts.imported += 1
    else this.counts.notBooked += 1
    const place = {
      runId: this.#target.runId,
      ledgerId,
      fileId,
      statementId: this.#statementId,
      movementId: null,
      parentId: null,
      currency,
      at: this.#target.at,
    }
    const row = itemRow(entry, place, { strongKey, fingerprint, occurrence })
    const { lastInsertRowid } = this.#queries.insertItem.run(row)
    const rowIds = [row.id]
    entry.children?.forEach((child, at) => {
      const part = itemRow(
        child,
        { ...place, parentId: row.id },
        { strongKey: null, fingerprint: fingerprintOf(child, currency, at + 1), occurrence },
      )
      this.#queries.insertItem.run(part)
      rowIds.push(part.id)
    })
    if (strongKey !== null) this.#keys.set(textKey(strongKey), Number(lastInsertRowid))
    if (isDoubtful) this.#doubtful.push({ entry, rowIds })
  }

  /** A key that a second line of the file carries is none: the first line loses it too. */
  #uniqueKey(entry: StatementEntry): string | null {
    const key = strongKeyOf(entry)
    if (key === null) return null
    const place = this.#keys.get(textKey(key))
    if (place === undefined) {
      this.#keys.set(textKey(key), nowhere)
      return key
    }
    if (place !== nowhere) this.#queries.dropStrongKey.run(place)
    this.#keys.set(textKey(key), nowhere)
    return null
  }

  #recognise(line: KnownLine): true {
    this.recognised.add(line.same_as ?? line.id)
    return true
  }

  #isKnown(entry: StatementEntry, strongKey: string | null, fingerprint: string, occurrence: number): boolean {
    if (!this.#hasEarlierLines) return false
    const { ledgerId, currency, fileId } = this.#target
    const sameKey = strongKey === null ? [] : this.#queries.byStrongKey.all(ledgerId, currency, fileId, strongKey)
    const same = sameKey.find((line) => line.booking_date === entry.bookingDate && line.amount === entry.amount)
    if (same) return this.#recognise(same)
    if (sameKey.length > 0)
      this.warnings.push({
        code: 'bank_reference_reused',
        message: `The bank's reference ${strongKey} stands for another line too; both are kept.`,
        line: entry.position,
      })
    const samePrint = this.#queries.byFingerprint.all(ledgerId, currency, fileId, fingerprint, occurrence)
    // Where both sides have a key and the keys differ, the lines are two.
    const likeness = samePrint.find((line) => line.strong_key === null || strongKey === null)
    if (likeness) return this.#recognise(likeness)
    if (samePrint.length > 0)
      this.warnings.push({
        code: 'duplicate_source_entry',
        message: 'A line with the same content but another reference of the bank is there already; both are kept.',
        line: entry.position,
      })
    return false
  }
}
