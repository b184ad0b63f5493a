import { membersNotRead, openMembers, watchBytes } from '../../imports/file-members.ts'
import { inMember, StatementError } from '../../statements/failure.ts'
import { readEvents } from '../../statements/read.ts'
import type { FrameEvent, StatementFormat, StatementWarning } from '../../statements/types.ts'
import { keptMapping } from './kept-mapping.ts'
import { type PreparedLine, prepareLine } from './prepared-line.ts'
import type { ImportInput } from './types.ts'

/** What is known of a file when it was read to its end. */
export interface ReadEnd {
  readonly format: StatementFormat
  readonly encoding: string
  readonly sha256: string
  /** The kept mapping that applied itself to a table. */
  readonly applied: { readonly id: string; readonly name: string } | null
}

export type LineEvent =
  | { readonly kind: 'upload'; readonly bytes: number; readonly notRead: readonly StatementWarning[] }
  | { readonly kind: 'file'; readonly member: string | null; readonly bytes: number }
  | Exclude<FrameEvent, { kind: 'entry' }>
  | { readonly kind: 'line'; readonly line: PreparedLine }
  | { readonly kind: 'file-end'; readonly end: ReadEnd }

/** Events in order, and how many bytes of the upload were read so far. */
export interface LineBatch {
  readonly read: number
  readonly events: readonly LineEvent[]
}

/**
 * Reads every wanted file of an upload and prepares its lines for the rows they become; stores nothing and needs no data
 * file, so that it can run beside the thread that stores. Throws `StatementError`, with the member named.
 */
export async function* readLines(
  input: ImportInput,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<LineBatch, void, undefined> {
  const opened = await openMembers(input.path, input.excludeMembers)
  const bytes = opened.members.reduce((sum, member) => sum + member.bytes, 0)
  yield { read: 0, events: [{ kind: 'upload', bytes, notRead: membersNotRead(opened) }] }
  let before = 0
  for (const member of opened.members) {
    yield { read: before, events: [{ kind: 'file', member: member.path, bytes: member.bytes }] }
    let read = 0
    const onBytes = (count: number) => {
      read = count
    }
    const watched = watchBytes(member.read(), { signal, onBytes })
    try {
      const applied = await keptMapping(member, input, input.encoding)
      const reading = await readEvents(watched.bytes, readOptions(input, applied, signal))
      for await (const group of reading.events)
        yield { read: before + read, events: group.map((event) => asLine(event, input.target.currency)) }
      const end: ReadEnd = {
        format: reading.format,
        encoding: reading.encoding(),
        sha256: watched.sha256(),
        applied: applied && reading.format === 'csv' ? { id: applied.id, name: applied.name } : null,
      }
      before += member.bytes
      yield { read: before, events: [{ kind: 'file-end', end }] }
    } catch (error) {
      if (error instanceof StatementError && member.path !== null) throw inMember(member.path, error)
      throw error
    }
  }
}

const asLine = (event: FrameEvent, currency: string): LineEvent =>
  event.kind === 'entry' ? { kind: 'line', line: prepareLine(event.entry, currency) } : event

const readOptions = (
  { target, mapping, answers, encoding, excludeLines, signs }: ImportInput,
  applied: Awaited<ReturnType<typeof keptMapping>>,
  signal: AbortSignal,
) => ({
  currency: target.currency,
  ...(target.precisionOverride === null ? {} : { precision: { [target.currency]: target.precisionOverride } }),
  mapping: applied ? applied.mapping : mapping,
  answers: { ...applied?.answers, ...answers },
  ...(encoding === null ? {} : { encoding }),
  excludeLines,
  signs,
  signal,
})
