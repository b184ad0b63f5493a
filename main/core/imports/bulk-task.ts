import type { Database } from '../db/open.ts'
import { bulkMovements, readyRow } from '../movements/bulk.ts'
import type { ReadyMovement } from '../movements/queries.ts'
import { openWorkerConnection } from '../worker/connection.ts'
import type { TaskContext } from '../worker/messages.ts'
import { noonOf } from '../zoned-days.ts'
import { bulkQueries, type PlacedLine } from './bulk-queries.ts'
import { knownLines } from './known-lines.ts'
import type { ApplyOrder } from './types.ts'

export interface BulkInput {
  readonly importId: string
  readonly accountId: string
  readonly timeZone: string
  readonly order: ApplyOrder
  /** When the lines were told from what was there. */
  readonly resolvedAt: number
  readonly now: number
}

/** Lines that the main thread has to apply, in their order; those of equal numbers in `parts` together. */
export interface LeftLines {
  readonly ids: readonly number[]
  readonly parts: readonly number[]
}

/** Lines per transaction: short enough that a writer on the main thread hardly waits. */
const linesPerTransaction = 800

/**
 * Makes movements of the lines of an import about which nothing is to be decided: new ones, of whose amount no request is
 * open. That is most of a large file, and it needs nothing of the main thread. Whether a request is open is asked in the
 * transaction that stores, so that one which comes later finds all movements of its amount, as it would have found those
 * of one transaction for the whole file. What is left is told: lines of which something was known, amounts that are
 * waited for, all of an account that forwards, and everything once another source has brought movements meanwhile.
 */
export async function applyInBulk(input: BulkInput, context: TaskContext): Promise<LeftLines> {
  const db = openWorkerConnection(context.dataFile)
  try {
    // Account and import are looked for once in each transaction instead.
    db.pragma('foreign_keys = OFF')
    // The same pages are written again and again: the log is written back by another thread meanwhile, and by this one after 160 MB.
    db.pragma('wal_autocheckpoint = 40000')
    return apply(db, input, context)
  } finally {
    db.close()
  }
}

function apply(db: Database, input: BulkInput, context: TaskContext): LeftLines {
  const { importId, accountId, order } = input
  const queries = bulkQueries(db, accountId, importId, order)
  const known = knownLines(db, accountId, input.timeZone)
  const hasUnfiled = known.watchUnfiled(input.resolvedAt)
  const insert = bulkMovements(db, accountId, importId, input.now)
  const noons = new Map<string, number>()
  const noonAt = (day: string) => {
    const noon = noons.get(day) ?? noonOf(day, input.timeZone)
    noons.set(day, noon)
    return noon
  }
  const ready = (line: PlacedLine): ReadyMovement =>
    readyRow({
      externalId: line.line_key,
      amountMinor: line.amount_minor,
      currency: line.currency,
      senderName: line.name,
      receivedAt: noonAt(line.booking_date),
      text: line.text,
      raw: line.facts,
    })
  const left = { ids: [] as number[], parts: [] as number[] }
  let isDecided = order === 'time'
  let done = 0

  for (const lines of queries.pages(linesPerTransaction)) {
    const rows = isDecided ? [] : lines.map((line) => (line.outcome === 'new' ? ready(line) : null))
    const store = db.transaction(() => {
      if (!queries.mayGoOn() || hasUnfiled()) return false
      queries.markDue()
      const isWaitedFor = queries.waitedFor()
      for (const [at, line] of lines.entries()) {
        const row = rows[at]
        if (row && !isWaitedFor(line)) queries.settle(line.id, insert(row))
        else leave(left, line)
      }
      return true
    })
    if (isDecided || !store.immediate()) {
      isDecided = true
      for (const line of lines) leave(left, line)
    } else {
      done = (lines.at(-1)?.place ?? 0) - left.ids.length
      context.progress({ step: 'applying', done, of: null })
      context.signal.throwIfAborted()
    }
  }
  return left
}

function leave({ ids, parts }: { ids: number[]; parts: number[] }, { id, part }: PlacedLine): void {
  ids.push(id)
  parts.push(part)
}
