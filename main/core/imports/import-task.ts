import { stat } from 'node:fs/promises'
import { StatementError, type StatementFault } from '../statements/failure.ts'
import { openWorkerConnection } from '../worker/connection.ts'
import { cancelled } from '../worker/failures.ts'
import type { TaskContext } from '../worker/messages.ts'
import { knownLines } from './known-lines.ts'
import { createLineTable, type LineTable } from './line-table.ts'
import type { ReadBatch } from './read-task.ts'
import { type ReadUpload, readUpload } from './read-upload.ts'
import { refuseQuestions } from './refuse-questions.ts'
import type { DaysAnswer } from './resolve-lines.ts'
import { createStaging, type Staging } from './staging.ts'
import { type Told, tellLines } from './tell-lines.ts'
import { totalsOf } from './totals.ts'
import type { ImportInput, ImportSummary } from './types.ts'

/** From here on a file is read in a thread of its own; below, starting one costs more than it saves. */
const largeBytes = 4 * 2 ** 20

/**
 * Reads a received file for an account and stages its lines, in a thread with a connection of its own. Nothing of it
 * counts until the import is marked (apply.ts): a failure, a cancel or a crash leaves no line that anybody sees.
 */
export async function importMovements(input: ImportInput, context: TaskContext): Promise<ImportSummary> {
  const db = openWorkerConnection(context.dataFile)
  try {
    const table = createLineTable(db)
    const known = knownLines(db, input.accountId, input.timeZone)
    const staging = createStaging(db, input, context)
    try {
      const read = await readInto(table, known.hasAny() ? null : staging, input, context)
      refuseQuestions(read.questions)
      const answer = input.choices.answers.days_differ as DaysAnswer
      const told = tellLines(table, known, answer, read.members.length, context)
      refuseDiffering(told.differing)
      stage(staging, read, told, table.count, context)
      return summary(input, read, told, table)
    } catch (error) {
      staging.clear()
      throw error
    }
  } finally {
    db.close()
  }
}

/**
 * A large file is read beside this thread, which keeps the lines meanwhile. Where nothing is known that they could be, it
 * stages them as well, and has most of them staged when the file ends.
 */
async function readInto(
  table: LineTable,
  ahead: Staging | null,
  input: ImportInput,
  context: TaskContext,
): Promise<ReadUpload> {
  if ((await stat(input.path)).size < largeBytes) return readUpload(input, context, table)
  for await (const { steps, progress, read } of context.batches<ReadBatch>('movements.read', input)) {
    table.take(steps)
    ahead?.follow(steps)
    ahead?.ahead(table.count)
    if (progress) context.progress(progress)
    context.signal.throwIfAborted()
    if (read) return read
  }
  throw cancelled()
}

function refuseDiffering(differing: readonly StatementFault[]): void {
  if (differing.length === 0) return
  throw new StatementError(
    'days_differ',
    `A file of another format has told ${differing.length === 1 ? 'one of these days' : 'some of these days'} with other amounts. Answer days_differ with "pair" (equal amounts are the same lines, the rest is new) or "add" (all of it is new), or import other days.`,
    differing,
  )
}

function stage(staging: Staging, { statements }: ReadUpload, told: Told, lines: number, context: TaskContext): void {
  if (!told.isAllNew || !staging.isWhole) staging.clear()
  staging.statements(statements)
  while (staging.count < lines) {
    staging.next(lines)
    context.progress({ step: 'storing', done: staging.count, of: lines, rows: lines })
    context.signal.throwIfAborted()
  }
}

function summary({ choices }: ImportInput, read: ReadUpload, { warnings }: Told, table: LineTable): ImportSummary {
  const { members, otherAccounts } = read
  const [first] = members
  const mapped = members.find(({ mapping }) => mapping !== null)
  return {
    format: first?.format ?? '',
    formatDetail: first?.formatDetail ?? null,
    encoding: first?.encoding ?? '',
    warnings: [...read.warnings, ...warnings],
    totals: totalsOf(table.totals()),
    counts: {
      ...table.counts(),
      notBooked: read.notBooked,
      otherAccounts: otherAccounts.reduce((sum, { entries }) => sum + entries, 0),
    },
    otherAccounts,
    linked: read.linked ?? choices.account,
    mapping: mapped?.mapping
      ? { signature: mapped.mapping.signature, name: mapped.mapping.name, value: mapped.mapping }
      : null,
    appliedMapping: members.find(({ applied }) => applied !== null)?.applied?.name ?? null,
    learntSigns: read.learntSigns,
  }
}
