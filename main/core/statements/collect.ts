import { FileRemarks } from './file-remarks.ts'
import { applyReading } from './signs.ts'
import type { FrameEvent, ReadFile, ReadStatement, StatementEnd, StatementEntry, StatementHead } from './types.ts'

type Collected = Pick<ReadFile, 'formatDetail' | 'statements' | 'warnings' | 'questions'>

/** Gathers a proved stream of events into whole statements. For files of ordinary size: it keeps every entry. */
export async function collect(events: AsyncIterable<readonly FrameEvent[]>): Promise<Collected> {
  const statements: ReadStatement[] = []
  const remarks = new FileRemarks()
  let head: StatementHead | null = null
  let end: StatementEnd | null = null
  let entries: StatementEntry[] = []
  for await (const group of events)
    for (const event of group)
      if (event.kind === 'statement') {
        head = event.head
        entries = []
      } else if (event.kind === 'entry') entries.push(event.entry)
      else if (event.kind === 'end') end = event.end
      else if (event.kind !== 'proof') remarks.take(event)
      else if (head !== null && end !== null) {
        const { head: late, ...rest } = end
        const { adopted, learnt: _, ...proved } = event.proof
        const read = adopted === null ? entries : entries.map((entry) => applyReading(entry, adopted))
        statements.push({ ...head, ...late, ...rest, entries: read, ...proved })
      }
  const { formatDetail, warnings, questions } = remarks
  return { formatDetail, statements, warnings, questions }
}
