import { stat } from 'node:fs/promises'
import type { Database } from '../../db/open.ts'
import { AccountFilter } from '../../imports/account-filter.ts'
import { refuseQuestions } from '../../imports/refuse-questions.ts'
import type { StatementWarning } from '../../statements/types.ts'
import { commitDurably, openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import type { LineDigest } from '../audit/line-digest.ts'
import { enrichKnownLines } from './enrich.ts'
import { fileQueries } from './file-queries.ts'
import { keepDone, resultOf } from './import-done.ts'
import { compressedContent } from './keep-content.ts'
import { type LineBatch, readLines } from './read-lines.ts'
import { refuseForeign } from './refuse-foreign.ts'
import { StagedFile, type StagedResult } from './staged-file.ts'
import type { ImportDone, ImportInput, ImportResult } from './types.ts'

/** From here on a file is read in a thread of its own; below, starting one costs more than it saves. */
const largeBytes = 4 * 2 ** 20

/**
 * Reads a received file and stores its statements in a run, in a thread with a connection of its own (4.1). All of it
 * becomes visible in one transaction at the end, or nothing: a failure, a cancel or a crash leaves no line of it.
 */
export async function importStatement(input: ImportInput, context: TaskContext): Promise<ImportResult> {
  const db = openWorkerConnection(context.dataFile)
  try {
    return await importInto(db, input, context)
  } finally {
    db.close()
  }
}

async function importInto(db: Database, input: ImportInput, context: TaskContext): Promise<ImportResult> {
  const staging: Staging = { filter: new AccountFilter(input.target), files: [], notRead: [] }
  // Beside the reading: packing needs a core of its own.
  const packing = compressedContent(input.path)
  let shown: Shown
  try {
    const { size } = await stat(input.path)
    const batches = size < largeBytes ? readLines(input, context) : context.batches<LineBatch>('ledger.read', input)
    await stageBatches(db, batches, input, staging, context)
    refuseForeign(staging.filter, input)
    refuseQuestions(staging.files.flatMap(({ remarks }) => remarks.questions))
    const content = await packing
    context.signal.throwIfAborted()
    shown = show(db, input, staging, content)
  } catch (error) {
    await packing.catch(() => null)
    for (const { stager } of staging.files.toReversed()) stager.clear()
    throw error
  }
  // From here on the lines are there, whatever fails.
  return resultOf(db, input.target, shown.done, shown.digests)
}

interface Shown {
  readonly done: ImportDone
  /** Of files whose lines are as they were staged. */
  readonly digests: ReadonlyMap<string, LineDigest>
}

interface Staging {
  readonly filter: AccountFilter
  readonly files: StagedFile[]
  /** Of the files of an archive that were not read. */
  notRead: readonly StatementWarning[]
}

async function stageBatches(
  db: Database,
  batches: AsyncIterable<LineBatch>,
  input: ImportInput,
  staging: Staging,
  context: TaskContext,
): Promise<void> {
  const { files, filter } = staging
  let of: number | null = null
  let rows = 0
  for await (const { read, events } of batches) {
    for (const event of events) {
      if (event.kind === 'upload') {
        of = event.bytes
        staging.notRead = event.notRead
      } else if (event.kind === 'file')
        files.push(new StagedFile(db, { ...event, isFirst: files.length === 0 }, input, filter))
      else {
        if (event.kind === 'line') rows += 1
        files.at(-1)?.take(event)
      }
    }
    context.progress({ step: 'reading', done: read, of, rows })
    context.signal.throwIfAborted()
  }
}

/** Makes the whole upload visible at once. */
function show(
  db: Database,
  input: ImportInput,
  { files: staged, filter, notRead }: Staging,
  content: Buffer | null,
): Shown {
  const queries = fileQueries(db)
  const { ledgerId, currency } = input.target
  const enrichedFiles = new Set<string>()
  /** Whose lines are no longer as they were staged. */
  const changedFiles = new Set<string>()
  const done = commitDurably(db, () => {
    const files = staged.map((one, at) => {
      const read = one.result()
      const { recognised } = one.stager
      const same = one.stager.hasEarlierLines()
        ? enrichKnownLines(db, { ...read, ledgerId, currency }, { recognised, force: input.force, at: input.at })
        : { count: 0, fileIds: [] }
      if (same.count > 0) changedFiles.add(read.id)
      for (const id of same.fileIds) {
        enrichedFiles.add(id)
        changedFiles.add(id)
      }
      const warnings = [
        ...read.warnings,
        ...(at === 0 ? notRead : []),
        ...(same.count > 0 ? [enriched(same.count)] : []),
      ]
      const file = {
        ...read,
        imported: read.imported - same.count,
        skippedDuplicates: read.skippedDuplicates + same.count,
        warnings,
      }
      queries.finish({ ...file, content: at === 0 ? content : null, excludedLines: input.excludeLines })
      return file
    })
    return keepDone(db, input, {
      files: files.map(publicFile),
      otherAccounts: filter.others,
      linked: filter.linked,
      questions: staged.flatMap(({ remarks }) => remarks.questions),
      learntSigns: staged.flatMap((file) => file.learntSigns ?? []),
      enrichedFiles: [...enrichedFiles],
      isNotification: false,
    })
  })
  const digests = new Map<string, LineDigest>()
  for (const { id, stager } of staged) {
    const digest = changedFiles.has(id) ? null : stager.digest()
    if (digest) digests.set(id, digest)
  }
  return { done, digests }
}

const enriched = (count: number): StatementWarning => ({
  code: 'lines_enriched',
  message: 'Lines that came before in another form were completed; none of them was added.',
  count,
})

const publicFile = ({ sha256: _, bytes: __, formatDetail: ___, encoding: ____, ...file }: StagedResult) => file
