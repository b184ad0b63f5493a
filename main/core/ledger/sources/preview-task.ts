import { AccountFilter } from '../../imports/account-filter.ts'
import { type FileMember, membersNotRead, openMembers, watchBytes } from '../../imports/file-members.ts'
import type { SavedMapping } from '../../imports/types.ts'
import type { ByteSource } from '../../statements/byte-source.ts'
import { type CsvMapping, describeMapping } from '../../statements/csv/mapping.ts'
import { inMember, StatementError } from '../../statements/failure.ts'
import { FileRemarks } from '../../statements/file-remarks.ts'
import { readEvents } from '../../statements/read.ts'
import { applyReading } from '../../statements/signs.ts'
import type {
  RememberedSigns,
  StatementEnd,
  StatementEntry,
  StatementHead,
  StatementQuestion,
  StatementWarning,
} from '../../statements/types.ts'
import { openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import type { AccountIdentifier } from '../books/types.ts'
import { keptMapping } from './kept-mapping.ts'
import { createKnownTeller, type KnownEntry, type KnownFrom, type KnownTeller } from './known-in-ledger.ts'

export interface PreviewInput {
  readonly path: string
  /** The ledger that the file is for, to tell which of its lines are there; null while none is chosen. */
  readonly ledger: { readonly id: string; readonly identifiers: readonly AccountIdentifier[] } | null
  readonly currency: string | null
  readonly precisionOverride: number | null
  readonly mapping: unknown
  readonly mappings: readonly SavedMapping[]
  readonly signs: RememberedSigns
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
  /** The first lines, in the file's order; `knownFrom` of those that the ledger has already. */
  readonly entries: readonly (StatementEntry & { readonly knownFrom: KnownFrom | null })[]
  /** The first of the booked lines that the ledger has already, wherever they stand, and how many they are in all. */
  readonly knownEntries: readonly KnownEntry[]
  readonly knownCount: number
  readonly warnings: readonly StatementWarning[]
  readonly questions: readonly StatementQuestion[]
  /** How a table is read, to show, change and send along with the import; in sentences too. */
  readonly mapping: CsvMapping | null
  readonly description: readonly string[]
  /** The kept mapping that applied itself. */
  readonly applied: { readonly id: string; readonly name: string } | null
}

const shownEntries = 20
const shownKnown = 100

/** Reads a received file whole and stores nothing. The import reads by the same code, so the preview is the result. */
export async function previewStatement(input: PreviewInput, context: TaskContext): Promise<readonly PreviewFile[]> {
  if (input.ledger === null || input.currency === null) return previewFiles(input, null, context)
  const { id: ledgerId, identifiers } = input.ledger
  const { currency } = input
  const db = openWorkerConnection(context.dataFile)
  try {
    const filter = new AccountFilter({ currency, identifiers })
    return await previewFiles(input, { filter, tellerOf: () => createKnownTeller(db, { ledgerId, currency }) }, context)
  } finally {
    db.close()
  }
}

/** What a file is compared with: a teller for each of its files, for statements of the ledger's accounts. */
interface Compared {
  readonly filter: AccountFilter
  readonly tellerOf: () => KnownTeller
}

async function previewFiles(
  input: PreviewInput,
  compared: Compared | null,
  context: TaskContext,
): Promise<readonly PreviewFile[]> {
  const opened = await openMembers(input.path, input.excludeMembers)
  const { members } = opened
  const of = members.reduce((sum, member) => sum + member.bytes, 0)
  const files: PreviewFile[] = []
  let before = 0
  for (const member of members) {
    const watched = watchBytes(member.read(), {
      signal: context.signal,
      onBytes: (read) => context.progress({ step: 'reading', done: before + read, of }),
    })
    try {
      files.push(await readMember(member, watched.bytes, { input, compared, signal: context.signal }))
    } catch (error) {
      if (error instanceof StatementError && member.path !== null) throw inMember(member.path, error)
      throw error
    }
    before += member.bytes
  }
  const [first, ...rest] = files
  return first ? [{ ...first, warnings: [...membersNotRead(opened), ...first.warnings] }, ...rest] : []
}

async function readMember(
  member: FileMember,
  bytes: ByteSource,
  { input, compared, signal }: { input: PreviewInput; compared: Compared | null; signal: AbortSignal },
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
    signs: input.signs,
    signal,
  })
  return {
    member: member.path,
    format: reading.format,
    reason: reading.reason,
    applied: applied && reading.format === 'csv' ? { id: applied.id, name: applied.name } : null,
    ...(await gather(reading, compared)),
  }
}

async function gather(reading: Awaited<ReturnType<typeof readEvents>>, compared: Compared | null) {
  const teller = compared?.tellerOf() ?? null
  let isOurs = false
  let n = 0
  const statements: PreviewStatement[] = []
  const entries: StatementEntry[] = []
  const remarks = new FileRemarks()
  let head: StatementHead | null = null
  let end: StatementEnd | null = null
  /** Lines of the statement at hand whose signs its proof settles, with their numbers. */
  let doubtful: (readonly [number: number, entry: StatementEntry])[] = []
  for await (const group of reading.events)
    for (const event of group) {
      if (event.kind === 'statement') {
        head = event.head
        isOurs = compared?.filter.accepts(event.head) ?? false
        doubtful = []
      } else if (event.kind === 'entry') {
        n += 1
        const { entry } = event
        if (entries.length < shownEntries) entries.push(entry)
        if (entry.isReversal || entry.isNegativeText) doubtful.push([n, entry])
        else if (isOurs && entry.bankStatus === 'booked') teller?.take(n, entry)
      } else if (event.kind === 'end') end = event.end
      else if (event.kind === 'proof' && head !== null && end !== null) {
        const { head: late, ...rest } = end
        const { adopted, booked } = event.proof
        for (const [number, entry] of doubtful) {
          const settled = adopted === null ? entry : applyReading(entry, adopted)
          if (number <= entries.length) entries[number - 1] = settled
          if (isOurs && entry.bankStatus === 'booked') teller?.take(number, settled)
        }
        const { entries: _, ...sums } = booked
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
  teller?.end(reading.format)
  const { formatDetail, warnings, questions, mapping } = remarks
  const description = mapping === null ? [] : describeMapping(mapping)
  return {
    formatDetail,
    encoding: reading.encoding(),
    statements,
    entries: entries.map((entry, at) => ({ ...entry, knownFrom: teller?.fromOf(at + 1) ?? null })),
    knownEntries: teller?.first(shownKnown) ?? [],
    knownCount: teller?.count ?? 0,
    warnings,
    questions,
    mapping,
    description,
  }
}
