import { type FileMember, openMembers, watchBytes } from '../../imports/file-members.ts'
import type { SavedMapping } from '../../imports/types.ts'
import type { ByteSource } from '../../statements/byte-source.ts'
import { type CsvMapping, describeMapping } from '../../statements/csv/mapping.ts'
import { inMember, StatementError } from '../../statements/failure.ts'
import { FileRemarks } from '../../statements/file-remarks.ts'
import { readEvents } from '../../statements/read.ts'
import type {
  StatementEnd,
  StatementEntry,
  StatementHead,
  StatementQuestion,
  StatementWarning,
} from '../../statements/types.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { keptMapping } from './kept-mapping.ts'

export interface PreviewInput {
  readonly path: string
  readonly currency: string | null
  readonly precisionOverride: number | null
  readonly mapping: unknown
  readonly mappings: readonly SavedMapping[]
  readonly answers: Readonly<Record<string, string>>
  readonly encoding: string | null
  readonly excludeLines: readonly number[]
  /** Paths within an archive that are left out. */
  readonly excludeMembers: readonly string[]
}

export interface PreviewStatement extends StatementHead {
  readonly end: Omit<StatementEnd, 'head'>
  readonly creditCount: number
  readonly creditSum: number
  readonly debitCount: number
  readonly debitSum: number
  readonly notBooked: number
  readonly proof: { readonly status: string; readonly difference: number | null }
}

/** What a file holds, before anything is stored (4.1). */
export interface PreviewFile {
  readonly member: string | null
  readonly format: string
  readonly reason: string
  readonly formatDetail: string | null
  readonly encoding: string
  readonly statements: readonly PreviewStatement[]
  /** The first lines, in the file's order. */
  readonly entries: readonly StatementEntry[]
  readonly warnings: readonly StatementWarning[]
  readonly questions: readonly StatementQuestion[]
  /** How a table is read, to show, change and send along with the import; in sentences too. */
  readonly mapping: CsvMapping | null
  readonly description: readonly string[]
  /** The kept mapping that applied itself. */
  readonly applied: { readonly id: string; readonly name: string } | null
}

const shownEntries = 20

/** Reads a received file whole and stores nothing. The import reads by the same code, so the preview is the result. */
export async function previewStatement(input: PreviewInput, context: TaskContext): Promise<readonly PreviewFile[]> {
  const opened = await openMembers(input.path)
  const members = opened.members.filter(({ path }) => path === null || !input.excludeMembers.includes(path))
  const of = members.reduce((sum, member) => sum + member.bytes, 0)
  const files: PreviewFile[] = []
  let before = 0
  for (const member of members) {
    const watched = watchBytes(member.read(), {
      signal: context.signal,
      onBytes: (read) => context.progress({ step: 'reading', done: before + read, of }),
    })
    try {
      files.push(await readMember(member, watched.bytes, input, context.signal))
    } catch (error) {
      if (error instanceof StatementError && member.path !== null) throw inMember(member.path, error)
      throw error
    }
    before += member.bytes
  }
  return files
}

async function readMember(
  member: FileMember,
  bytes: ByteSource,
  input: PreviewInput,
  signal: AbortSignal,
): Promise<PreviewFile> {
  const applied = await keptMapping(member, input, input.encoding)
  const reading = await readEvents(bytes, {
    ...(input.currency === null ? {} : { currency: input.currency }),
    ...(input.precisionOverride === null || input.currency === null
      ? {}
      : { precision: { [input.currency]: input.precisionOverride } }),
    ...(input.encoding === null ? {} : { encoding: input.encoding }),
    mapping: applied ? applied.mapping : input.mapping,
    answers: { ...applied?.answers, ...input.answers },
    excludeLines: input.excludeLines,
    signal,
  })
  return {
    member: member.path,
    format: reading.format,
    reason: reading.reason,
    applied: applied && reading.format === 'csv' ? { id: applied.id, name: applied.name } : null,
    ...(await gather(reading)),
  }
}

async function gather(reading: Awaited<ReturnType<typeof readEvents>>) {
  const statements: PreviewStatement[] = []
  const entries: StatementEntry[] = []
  const remarks = new FileRemarks()
  let head: StatementHead | null = null
  let end: StatementEnd | null = null
  let sums = emptySums()
  for await (const group of reading.events)
    for (const event of group) {
      if (event.kind === 'statement') {
        head = event.head
        sums = emptySums()
      } else if (event.kind === 'entry') {
        if (entries.length < shownEntries) entries.push(event.entry)
        count(sums, event.entry)
      } else if (event.kind === 'end') end = event.end
      else if (event.kind === 'proof' && head !== null && end !== null) {
        const { head: late, ...rest } = end
        statements.push({
          ...head,
          ...late,
          end: rest,
          ...sums,
          notBooked: event.proof.notBooked,
          proof: event.proof.proof,
        })
      } else remarks.take(event)
    }
  const { formatDetail, warnings, questions, mapping } = remarks
  const description = mapping === null ? [] : describeMapping(mapping)
  return {
    formatDetail,
    encoding: reading.encoding(),
    statements,
    entries,
    warnings,
    questions,
    mapping,
    description,
  }
}

const emptySums = () => ({ creditCount: 0, creditSum: 0, debitCount: 0, debitSum: 0 })

function count(sums: ReturnType<typeof emptySums>, entry: StatementEntry): void {
  if (entry.bankStatus !== 'booked' || entry.amount === null) return
  if (entry.amount >= 0) {
    sums.creditCount += 1
    sums.creditSum += entry.amount
  } else {
    sums.debitCount += 1
    sums.debitSum -= entry.amount
  }
}
