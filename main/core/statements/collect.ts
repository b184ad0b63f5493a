import { applyReading } from './signs.ts'
import type {
  FrameEvent,
  ReadFile,
  ReadStatement,
  StatementEnd,
  StatementEntry,
  StatementHead,
  StatementQuestion,
  StatementWarning,
} from './types.ts'

type Collected = Pick<ReadFile, 'formatDetail' | 'statements' | 'warnings' | 'questions'>

/** Gathers a proved stream of events into whole statements. For files of ordinary size: it keeps every entry. */
export async function collect(events: AsyncIterable<readonly FrameEvent[]>): Promise<Collected> {
  const statements: ReadStatement[] = []
  const warnings: StatementWarning[] = []
  const questions: StatementQuestion[] = []
  let formatDetail: string | null = null
  let head: StatementHead | null = null
  let end: StatementEnd | null = null
  let entries: StatementEntry[] = []
  for await (const group of events)
    for (const event of group)
      switch (event.kind) {
        case 'statement':
          head = event.head
          entries = []
          break
        case 'entry':
          entries.push(event.entry)
          break
        case 'end':
          end = event.end
          break
        case 'proof': {
          if (head === null || end === null) break
          const { head: late, ...rest } = end
          const { adopted, ...proved } = event.proof
          const read = adopted === null ? entries : entries.map((entry) => applyReading(entry, adopted))
          statements.push({ ...head, ...late, ...rest, entries: read, ...proved })
          break
        }
        case 'warning':
          warnings.push(event.warning)
          break
        case 'question':
          questions.push(event.question)
          break
        case 'detail':
          formatDetail = event.formatDetail
          break
      }
  return { formatDetail, statements, warnings, questions }
}
