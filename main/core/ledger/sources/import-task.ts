import { randomUUID } from 'node:crypto'
import type { Database } from '../../db/open.ts'
import { AccountFilter } from '../../imports/account-filter.ts'
import { type FileMember, openMembers, watchBytes } from '../../imports/file-members.ts'
import { refuseQuestions } from '../../imports/refuse-questions.ts'
import type { CsvMapping } from '../../statements/csv/mapping.ts'
import { StatementError } from '../../statements/failure.ts'
import { readEvents } from '../../statements/read.ts'
import type { StatementEnd, StatementHead, StatementQuestion, StatementWarning } from '../../statements/types.ts'
import { commitDurably, openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { digestLines } from '../audit/line-digest.ts'
import { enrichKnownLines } from './enrich.ts'
import { fileQueries } from './file-queries.ts'
import { compressedContent } from './keep-content.ts'
import { keptMapping } from './kept-mapping.ts'
import { Stager } from './stager.ts'
import type { ImportedFile, ImportInput, ImportResult } from './types.ts'

/** The error of a file whose import has not ended; a start finds it and clears up. */
export const interrupted = JSON.stringify({ code: 'interrupted', message: 'The program ended during the import.' })

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
  const { members, duplicates } = await openMembers(input.path)
  const wanted = members.filter(({ path }) => path === null || !input.excludeMembers.includes(path))
  const filter = new AccountFilter(input.target)
  const stagers: Stager[] = []
  const questions: StatementQuestion[] = []
  // Beside the reading: packing needs a core of its own.
  const packing = compressedContent(input.path)
  try {
    const staged: StagedFile[] = []
    const of = wanted.reduce((sum, member) => sum + member.bytes, 0)
    let before = 0
    for (const member of wanted) {
      const onProgress = (read: number, rows: number) =>
        context.progress({ step: 'reading', done: before + read, of, rows })
      staged.push(await stageMember(db, member, input, { filter, stagers, questions, context, onProgress }))
      before += member.bytes
    }
    refuseForeign(filter, input)
    refuseQuestions(questions)
    const content = await packing
    context.signal.throwIfAborted()
    return finish(db, input, { staged, stagers, filter, questions, content, duplicates })
  } catch (error) {
    await packing.catch(() => null)
    for (const stager of stagers.toReversed()) stager.clear()
    throw error
  }
}

interface StagedFile extends Omit<ImportedFile, 'lines'> {
  readonly sha256: string
  readonly bytes: number
  readonly formatDetail: string | null
  readonly encoding: string
}

interface Staging {
  readonly filter: AccountFilter
  readonly stagers: Stager[]
  readonly questions: StatementQuestion[]
  readonly context: TaskContext
  readonly onProgress: (read: number, rows: number) => void
}

async function stageMember(
  db: Database,
  member: FileMember,
  input: ImportInput,
  { filter, stagers, questions, context, onProgress }: Staging,
): Promise<StagedFile> {
  const id = randomUUID()
  const { target } = input
  fileQueries(db).insertUnfinished({
    id,
    input,
    member: member.path,
    isFirst: stagers.length === 0,
    bytes: member.bytes,
    error: interrupted,
  })
  const stager = new Stager(db, { ...target, fileId: id, at: input.at })
  stagers.push(stager)
  let rows = 0
  const watched = watchBytes(member.read(), { signal: context.signal, onBytes: (read) => onProgress(read, rows) })
  const warnings: StatementWarning[] = []
  let formatDetail: string | null = null
  let mapping: CsvMapping | null = null
  let skippedOtherAccount = 0
  let current: { head: StatementHead; isOurs: boolean; end: StatementEnd | null } | null = null
  const named = (error: unknown) =>
    error instanceof StatementError && member.path !== null
      ? new StatementError(error.code, `${member.path}: ${error.message}`, error.faults)
      : error
  try {
    const applied = await keptMapping(member, input, null)
    const reading = await readEvents(watched.bytes, {
      currency: target.currency,
      ...(target.precisionOverride === null ? {} : { precision: { [target.currency]: target.precisionOverride } }),
      mapping: applied ? applied.mapping : input.mapping,
      answers: { ...applied?.answers, ...input.answers },
      excludeLines: input.excludeLines,
      signal: context.signal,
    })
    for await (const group of reading.events)
      for (const event of group)
        switch (event.kind) {
          case 'statement':
            current = { head: event.head, isOurs: filter.accepts(event.head), end: null }
            if (current.isOurs) stager.begin(event.head)
            break
          case 'entry':
            rows += 1
            if (current?.isOurs) stager.add(event.entry)
            else if (current) {
              filter.skip(current.head)
              skippedOtherAccount += 1
            }
            break
          case 'end':
            if (current) current.end = event.end
            break
          case 'proof':
            if (current?.isOurs && current.end) stager.end(current.head, current.end, event.proof)
            break
          case 'warning':
            warnings.push(event.warning)
            break
          case 'question':
            questions.push(event.question)
            break
          case 'detail':
            formatDetail = event.formatDetail
            mapping = event.mapping ?? null
            break
        }
    if (applied && reading.format === 'csv')
      warnings.unshift({
        code: 'mapping_applied',
        message: `The table was read with the mapping kept for its header: ${applied.name}.`,
      })
    return {
      id,
      member: member.path,
      format: reading.format,
      formatDetail,
      encoding: reading.encoding(),
      bytes: member.bytes,
      sha256: watched.sha256(),
      imported: stager.counts.imported,
      skippedDuplicates: stager.counts.skippedDuplicates,
      skippedOtherAccount,
      notBooked: stager.counts.notBooked,
      warnings: [...warnings, ...stager.warnings.slice(0, 100)],
      mapping: mapping && { signature: mapping.signature, name: mapping.name, value: mapping },
      appliedMappingId: reading.format === 'csv' ? (applied?.id ?? null) : null,
    }
  } catch (error) {
    throw named(error)
  }
}

function refuseForeign(filter: AccountFilter, { target, fileName }: ImportInput): void {
  if (filter.accepted > 0 || filter.others.length === 0) return
  const found = filter.others.map(({ account, currency }) => `${account || 'no account'} ${currency ?? ''}`.trim())
  const known = target.identifiers.map(({ value }) => value).join(', ') || 'no account yet'
  throw new StatementError(
    'account_mismatch',
    `${fileName} is for ${found.join(', ')}; the ledger has ${known} in ${target.currency}. Choose the ledger of that account, or add the account to this one.`,
  )
}

interface Finished {
  readonly staged: readonly StagedFile[]
  readonly stagers: readonly Stager[]
  readonly filter: AccountFilter
  readonly questions: readonly StatementQuestion[]
  readonly content: Buffer | null
  readonly duplicates: readonly { readonly path: string; readonly sameAs: string }[]
}

/** Makes the whole upload visible at once. */
function finish(db: Database, input: ImportInput, finished: Finished): ImportResult {
  const { staged, stagers, filter, questions, content, duplicates } = finished
  const queries = fileQueries(db)
  const again = duplicates.map(({ path, sameAs }) => ({
    code: 'duplicate_member',
    message: `${path} is the same file as ${sameAs}; it was read once.`,
  }))
  const { ledgerId, currency } = input.target
  const enrichedFiles = new Set<string>()
  const files = commitDurably(db, () =>
    staged.map((read, at) => {
      const recognised = stagers[at]?.recognised ?? new Set<string>()
      const same = enrichKnownLines(
        db,
        { ...read, ledgerId, currency },
        { recognised, force: input.force, at: input.at },
      )
      for (const id of same.fileIds) enrichedFiles.add(id)
      const warnings = [...read.warnings, ...(at === 0 ? again : []), ...(same.count > 0 ? [enriched(same.count)] : [])]
      const file = {
        ...read,
        imported: read.imported - same.count,
        skippedDuplicates: read.skippedDuplicates + same.count,
        warnings,
      }
      queries.finish({ ...file, content: at === 0 ? content : null, excludedLines: input.excludeLines })
      return file
    }),
  )
  const publish = (file: StagedFile): ImportedFile => ({ ...publicFile(file), lines: digestLines(db, file.id) })
  return {
    files: files.map(publish),
    otherAccounts: filter.others,
    linked: filter.linked,
    questions,
    enriched: [...enrichedFiles].map((fileId) => ({ fileId, lines: digestLines(db, fileId) })),
  }
}

const enriched = (count: number): StatementWarning => ({
  code: 'lines_enriched',
  message: 'Lines that came before in another form were completed; none of them was added.',
  count,
})

const publicFile = ({ sha256: _, bytes: __, formatDetail: ___, encoding: ____, ...file }: StagedFile) => file
