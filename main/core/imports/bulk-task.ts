import type { Database } from '../db/open.ts'
import { giveWay, isTurnWanted } from '../db/write-turn.ts'
import { bulkMovements } from '../movements/bulk.ts'
import { openWorkerConnection } from '../worker/connection.ts'
import type { TaskContext } from '../worker/messages.ts'
import { type BulkLine, type BulkLinesInput, bulkLines } from './bulk-lines.ts'
import { bulkQueries } from './bulk-queries.ts'
import { knownLines } from './known-lines.ts'

export interface BulkInput extends BulkLinesInput {
  /** How many lines the import has. */
  readonly lines: number
  /** When the lines were told from what was there. */
  readonly resolvedAt: number
  readonly now: number
}

/** Lines that the main thread has to apply, in their order; those of equal numbers in `parts` together. */
export interface LeftLines {
  readonly ids: readonly number[]
  readonly parts: readonly number[]
}

/** From here on lines are read and made ready in a thread of their own; below, starting one costs more than it saves. */
const manyLines = 20_000
/** A transaction that ends since the main thread wants to write has stored so many, or the thread would come to nothing beside it. */
const leastLines = 100

/**
 * Makes movements of the lines of an import about which nothing is to be decided: new ones, of whose amount no request is
 * open. That is most of a large file, and it needs nothing of the main thread. Whether a request is open is asked in the
 * transaction that stores, so that one which comes later finds all movements of its amount, as it would have found those
 * of one transaction for the whole file. What is left is told: lines of which something was known, amounts that are
 * waited for, all of an account that forwards, and everything once another source has brought movements meanwhile.
 *
 * The lines stay as they were staged, since each of them lies on another page than its neighbour of the same amount: that
 * one became a movement is told by the movement, which carries its key (line-movement.ts).
 */
export async function applyInBulk(input: BulkInput, context: TaskContext): Promise<LeftLines> {
  const db = openWorkerConnection(context.dataFile)
  try {
    // Account and import are looked for once in each transaction instead.
    db.pragma('foreign_keys = OFF')
    // The same pages are written again and again: the log is written back by another thread meanwhile, and by this one after 160 MB.
    db.pragma('wal_autocheckpoint = 40000')
    const { importId, accountId, timeZone, order } = input
    const asked: BulkLinesInput = { importId, accountId, timeZone, order }
    const batches =
      input.lines < manyLines ? bulkLines(db, asked) : context.batches<readonly BulkLine[]>('movements.ready', asked)
    return await apply(db, input, batches, context)
  } finally {
    db.close()
  }
}

async function apply(
  db: Database,
  input: BulkInput,
  batches: AsyncIterable<readonly BulkLine[]> | Iterable<readonly BulkLine[]>,
  context: TaskContext,
): Promise<LeftLines> {
  const { importId, accountId } = input
  const queries = bulkQueries(db, accountId, importId)
  const hasUnfiled = knownLines(db, accountId, input.timeZone).watchUnfiled(input.resolvedAt)
  const insert = bulkMovements(db, accountId, importId, input.now)
  const left = { ids: [] as number[], parts: [] as number[] }
  const leave = ([id, part]: BulkLine) => {
    left.ids.push(id)
    left.parts.push(part)
  }
  let isDecided = input.order === 'time'
  let done = 0

  /** Stores lines from a place on, to the end or until the main thread wants to write; answers the place it came to. */
  const store = db.transaction((lines: readonly BulkLine[], from: number): number | null => {
    if (!queries.mayGoOn() || hasUnfiled()) return null
    queries.markDue()
    const isWaitedFor = queries.waitedFor()
    for (let at = from; at < lines.length; at += 1) {
      const line = lines[at] as BulkLine
      const [id, part, row] = line
      if (at - from >= leastLines && part !== lines[at - 1]?.[1] && isTurnWanted(context.turn)) return at
      if (row === null || isWaitedFor(part, row[2], row[1])) leave(line)
      else {
        done += 1
        const there = insert(row)
        if (there !== undefined) queries.link(id, there)
      }
    }
    return lines.length
  })
  for await (const lines of batches) {
    for (let from = 0; from < lines.length; ) {
      giveWay(context.turn)
      const until: number | null = isDecided ? null : store.immediate(lines, from)
      isDecided = until === null
      if (isDecided) lines.slice(from).forEach(leave)
      from = until ?? lines.length
    }
    if (isDecided) continue
    context.progress({ step: 'applying', done, of: null })
    context.signal.throwIfAborted()
  }
  return left
}
