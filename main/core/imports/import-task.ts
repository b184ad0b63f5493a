import { randomUUID } from 'node:crypto'
import SqliteDatabase from 'better-sqlite3'
import type { Database } from '../db/open.ts'
import { StatementError } from '../statements/failure.ts'
import type { TaskContext } from '../worker/messages.ts'
import { knownLines } from './known-lines.ts'
import { type ReadUpload, readUpload } from './read-upload.ts'
import { refuseQuestions } from './refuse-questions.ts'
import { type DaysAnswer, type Resolved, resolveLines } from './resolve-lines.ts'
import { stageQueries } from './stage-queries.ts'
import { countCredits, totalsOf } from './totals.ts'
import type { ImportInput, ImportSummary } from './types.ts'

/** Rows per transaction: short enough that a writer on the main thread hardly waits. */
const rowsPerTransaction = 500

/**
 * Reads a received file for an account and stages its lines, in a thread with a connection of its own. Nothing of it
 * counts until the import is marked (apply.ts): a failure, a cancel or a crash leaves no line that anybody sees.
 */
export async function importMovements(input: ImportInput, context: TaskContext): Promise<ImportSummary> {
  const read = await readUpload(input, context)
  refuseQuestions(read.questions)
  const db = new SqliteDatabase(context.dataFile)
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 10000')
  try {
    const answer = input.choices.answers.days_differ as DaysAnswer
    const resolved = resolveLines(read.book.lines, knownLines(db, input.accountId, input.timeZone), answer)
    refuseDiffering(resolved)
    await stage(db, input, read, resolved, context)
    return summary(input, read, resolved)
  } finally {
    db.close()
  }
}

export function refuseDiffering({ differing }: Resolved): void {
  if (differing.length === 0) return
  throw new StatementError(
    'days_differ',
    `A file of another format has told ${differing.length === 1 ? 'one of these days' : 'some of these days'} with other amounts. Answer days_differ with "pair" (equal amounts are the same lines, the rest is new) or "add" (all of it is new), or import other days.`,
    differing.slice(0, 100),
  )
}

async function stage(
  db: Database,
  { importId, accountId }: ImportInput,
  { book }: ReadUpload,
  { resolutions }: Resolved,
  context: TaskContext,
): Promise<void> {
  const queries = stageQueries(db)
  const { lines, statements } = book
  try {
    db.transaction(() => {
      for (const [ordinal, found] of statements.entries())
        queries.statement({ id: randomUUID(), importId, accountId, ordinal }, found)
    }).immediate()
    for (let from = 0; from < lines.length; from += rowsPerTransaction) {
      context.signal.throwIfAborted()
      db.transaction(() => {
        for (let at = from; at < Math.min(from + rowsPerTransaction, lines.length); at += 1) {
          const [line, resolution] = [lines[at], resolutions[at]]
          if (line && resolution) queries.line({ importId, accountId }, line, resolution)
        }
      }).immediate()
      context.progress({ step: 'storing', done: from, of: lines.length, rows: lines.length })
      // A cancel arrives as a message, which is seen between two steps.
      await new Promise((resolve) => setImmediate(resolve))
    }
    context.signal.throwIfAborted()
  } catch (error) {
    queries.clear(importId)
    throw error
  }
}

function summary({ choices }: ImportInput, read: ReadUpload, { resolutions, warnings }: Resolved): ImportSummary {
  const { members, book, filter } = read
  const [first] = members
  const table = members.find(({ mapping }) => mapping !== null)
  const others = filter.others
  return {
    format: first?.format ?? '',
    formatDetail: first?.formatDetail ?? null,
    encoding: first?.encoding ?? '',
    warnings: [...read.warnings, ...warnings.slice(0, 100)],
    totals: totalsOf(book.lines),
    counts: {
      ...countCredits(book.lines, resolutions),
      debits: book.lines.filter(({ amountMinor }) => amountMinor < 0).length,
      notBooked: book.notBooked,
      otherAccounts: others.reduce((sum, { entries }) => sum + entries, 0),
    },
    otherAccounts: others,
    linked: filter.linked ?? choices.account,
    mapping: table?.mapping
      ? { signature: table.mapping.signature, name: table.mapping.name, value: table.mapping }
      : null,
    appliedMapping: members.find(({ applied }) => applied !== null)?.applied?.name ?? null,
  }
}
