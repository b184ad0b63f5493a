import { hash } from 'node:crypto'
import type { CsvMapping } from '../statements/csv/mapping.ts'
import { inMember, StatementError } from '../statements/failure.ts'
import { FileRemarks } from '../statements/file-remarks.ts'
import { readEvents } from '../statements/read.ts'
import type {
  ReadOptions,
  StatementEnd,
  StatementHead,
  StatementQuestion,
  StatementWarning,
} from '../statements/types.ts'
import type { TaskContext } from '../worker/messages.ts'
import { AccountFilter } from './account-filter.ts'
import { csvSignature, mappingFor } from './csv-header.ts'
import { type FileMember, membersNotRead, openMembers, watchBytes } from './file-members.ts'
import { LineBook } from './line-book.ts'
import type { LineSink } from './line-table.ts'
import type { FileStatement, LearntSigns, OtherAccount, ReadInput, SavedMapping } from './types.ts'

/** One file of an upload, as far as it concerns all of its statements. */
export interface ReadMember {
  readonly member: string | null
  readonly format: string
  readonly reason: string
  readonly formatDetail: string | null
  readonly encoding: string
  readonly mapping: CsvMapping | null
  /** The kept mapping that applied itself. */
  readonly applied: SavedMapping | null
}

export interface ReadUpload {
  readonly members: readonly ReadMember[]
  readonly statements: readonly FileStatement[]
  /** Lines that are announced or pending. */
  readonly notBooked: number
  readonly otherAccounts: readonly OtherAccount[]
  /** The account that the file named while none was known. */
  readonly linked: string | null
  readonly warnings: readonly StatementWarning[]
  readonly questions: readonly StatementQuestion[]
  /** What its files tell of the bank's signs. */
  readonly learntSigns: readonly LearntSigns[]
}

/** Mapping and answers that a file is read with: those sent along, else those kept for its header. */
export async function optionsFor(member: FileMember, input: ReadInput, signal: AbortSignal) {
  const { mapping, answers, encoding, excludeLines, currency, useSavedMapping } = input.choices
  const wantsSaved = useSavedMapping && (mapping === undefined || mapping === null) && input.mappings.length > 0
  const signature = wantsSaved ? await csvSignature(member, encoding) : null
  const applied = signature === null ? null : mappingFor(signature, input.mappings)
  const options: ReadOptions = {
    ...(currency === null ? {} : { currency }),
    ...(encoding === null ? {} : { encoding }),
    mapping: applied ? applied.mapping : mapping,
    answers: { ...applied?.answers, ...answers },
    excludeLines,
    signs: input.signs,
    signal,
  }
  return { options, applied }
}

/** Which files of one kind carry the same texts: the format, or the header of a table. */
const layoutOf = (format: string, mapping: CsvMapping | null): string =>
  mapping === null ? format : `${format} ${hash('sha256', mapping.hasHeader ? mapping.signature : '').slice(0, 10)}`

/**
 * Reads a received file whole, with every line of the account in it. The preview and the import read by this, so what
 * the one shows is what the other stores. Lines go to `table`.
 */
export async function readUpload(input: ReadInput, context: ReadContext, table: LineSink): Promise<ReadUpload> {
  const steps = readSteps(input, context, table)
  for (;;) {
    const { done, value } = await steps.next()
    if (done) return value
  }
}

type ReadContext = Pick<TaskContext, 'signal' | 'progress'>

/** `readUpload`, some lines at a step. */
export async function* readSteps(
  input: ReadInput,
  context: ReadContext,
  table: LineSink,
): AsyncGenerator<void, ReadUpload, undefined> {
  const opened = await openMembers(input.path, input.choices.excludeMembers)
  const { members } = opened
  const of = members.reduce((sum, member) => sum + member.bytes, 0)
  const { account, currency } = input.choices
  const identifiers = account === null ? input.identifiers : [...input.identifiers, { value: account }]
  const filter = new AccountFilter({ currency: null, identifiers })
  const book = new LineBook(table, currency)
  const warnings = membersNotRead(opened)
  const questions: StatementQuestion[] = []
  const read: ReadMember[] = []
  const learntSigns: LearntSigns[] = []
  let before = 0
  for (const member of members) {
    const bytesBefore = before
    const watched = watchBytes(member.read(), {
      signal: context.signal,
      onBytes: (bytes) => context.progress({ step: 'reading', done: bytesBefore + bytes, of, rows: table.count }),
    })
    try {
      const { options, applied } = await optionsFor(member, input, context.signal)
      const reading = await readEvents(watched.bytes, options)
      const remarks = new FileRemarks()
      let head: StatementHead | null = null
      let isOurs = false
      let end: StatementEnd | null = null
      book.beginFile(member.path, layoutOf(reading.format, null))
      for await (const group of reading.events) {
        for (const event of group) {
          remarks.take(event)
          if (event.kind === 'detail') book.layout = layoutOf(reading.format, remarks.mapping)
          else if (event.kind === 'statement') {
            head = event.head
            isOurs = filter.accepts(head)
            if (isOurs) book.begin(head)
          } else if (event.kind === 'entry') {
            if (isOurs) book.add(event.entry)
            else if (head) filter.skip(head)
          } else if (event.kind === 'end') end = event.end
          else if (event.kind === 'proof' && isOurs && end) book.end(end, event.proof)
        }
        yield
      }
      read.push({
        member: member.path,
        format: reading.format,
        reason: reading.reason,
        formatDetail: remarks.formatDetail,
        encoding: reading.encoding(),
        mapping: remarks.mapping,
        applied,
      })
      warnings.push(...remarks.warnings)
      questions.push(...remarks.questions)
      if (remarks.learntSigns !== null) learntSigns.push({ ...remarks.learntSigns, format: reading.format })
    } catch (error) {
      if (error instanceof StatementError && member.path !== null) throw inMember(member.path, error)
      throw error
    }
    before += member.bytes
  }
  refuseForeign(filter, identifiers)
  return {
    members: read,
    statements: book.statements,
    notBooked: book.notBooked,
    otherAccounts: filter.others,
    linked: filter.linked,
    warnings,
    questions,
    learntSigns,
  }
}

function refuseForeign(filter: AccountFilter, identifiers: readonly { readonly value: string }[]): void {
  if (filter.accepted > 0 || filter.others.length === 0) return
  const found = filter.others.map(({ account, currency }) => `${account || 'no account'} ${currency ?? ''}`.trim())
  const here = identifiers.map(({ value }) => value).join(', ')
  throw new StatementError(
    'account_mismatch',
    `The file is for ${found.join(', ')}; this account is ${here}. Choose the account it belongs to, or say that this one is it.`,
    [
      ...filter.others.map(({ account, entries }) => ({
        code: 'account',
        message: `${account} (${entries} lines)`,
        params: { account, entries },
      })),
      { code: 'account_here', message: `This account is ${here}.`, params: { known: here } },
    ],
  )
}
