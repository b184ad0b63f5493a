import { StatementError } from '../../core/statements/failure.ts'
import { readEvents } from '../../core/statements/read.ts'
import { findSuspects, type Suspect } from '../../core/statements/suspects.ts'
import type {
  ProofStatus,
  StatementEnd,
  StatementEntry,
  StatementHead,
  StatementProof,
  StatementQuestion,
  StatementWarning,
} from '../../core/statements/types.ts'
import { type Openable, openPath } from './open-path.ts'

export interface SummarisedStatement
  extends StatementHead,
    Omit<StatementEnd, 'head'>,
    Omit<StatementProof, 'adopted'> {
  /** Lines that may be the cause of a difference. */
  readonly suspects: readonly Suspect[]
}

/** The search for a cause looks at so many lines at most; they are all that is kept of a statement. */
const maxSearched = 50_000

/** What was read of one file; `error` when it was not. */
export interface FileSummary {
  readonly file: string
  readonly format: string | null
  readonly formatDetail: string | null
  readonly encoding: string | null
  readonly reason: string | null
  readonly error: { readonly code: string; readonly message: string } | null
  readonly warnings: readonly StatementWarning[]
  readonly statements: readonly SummarisedStatement[]
}

/** Reads a file, or every member of an archive, without keeping the entries. Never throws. */
export async function summarisePath(path: string): Promise<readonly FileSummary[]> {
  const opened = await openPath(path).catch((error: unknown) => errorOf(error))
  if ('code' in opened) return [{ ...unread(path), error: opened }]
  const summaries: FileSummary[] = []
  for (const file of opened) summaries.push(await summarise(file))
  return summaries
}

const unread = (file: string) => ({
  file,
  format: null,
  formatDetail: null,
  encoding: null,
  reason: null,
  warnings: [],
  statements: [],
})

function errorOf(error: unknown): { code: string; message: string } {
  if (error instanceof StatementError) return { code: error.code, message: error.message }
  return { code: 'internal_error', message: error instanceof Error ? error.message : String(error) }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

async function summarise(file: Openable): Promise<FileSummary> {
  const warnings: StatementWarning[] = []
  const questions: StatementQuestion[] = []
  const statements: SummarisedStatement[] = []
  const summary: Writable<FileSummary> = { ...unread(file.name), error: null, warnings, statements }
  try {
    const reading = await readEvents(file.bytes())
    summary.format = reading.format
    summary.reason = reading.reason
    let head: StatementHead | null = null
    let end: StatementEnd | null = null
    let entries: StatementEntry[] = []
    for await (const group of reading.events)
      for (const event of group) {
        if (event.kind === 'statement') {
          head = event.head
          entries = []
        }
        if (event.kind === 'entry' && entries.length < maxSearched) entries.push(event.entry)
        if (event.kind === 'end') end = event.end
        if (event.kind === 'proof' && head && end) statements.push(whole(head, end, event.proof, entries))
        if (event.kind === 'warning') warnings.push(event.warning)
        if (event.kind === 'question') questions.push(event.question)
        if (event.kind === 'detail') summary.formatDetail = event.formatDetail
      }
    summary.encoding = reading.encoding()
    settle(questions, statements, warnings)
  } catch (error) {
    summary.error = errorOf(error)
    statements.splice(0)
  }
  for (const copy of file.copies)
    warnings.push({
      code: 'archive_duplicate_member',
      message: `"${copy}" holds the same bytes and was not read again.`,
    })
  return summary
}

function whole(
  head: StatementHead,
  end: StatementEnd,
  proof: StatementProof,
  entries: readonly StatementEntry[],
): SummarisedStatement {
  const { head: late, ...rest } = end
  const { adopted: _, ...proved } = proof
  const suspects = findSuspects(entries, proof.proof.difference ?? 0)
  return { ...head, ...late, ...rest, ...proved, suspects }
}

/** A question that changes amounts fails the file unless the balances decide; any other is a warning. */
function settle(
  questions: readonly StatementQuestion[],
  statements: readonly SummarisedStatement[],
  warnings: StatementWarning[],
): void {
  const isProved = statements.every((statement) => statement.proof.status === ('proved' satisfies ProofStatus))
  for (const { code, message, choices, chosen, changesAmounts } of questions) {
    const asked = `${message} (${choices.join(', ')})`
    if (changesAmounts && !isProved) throw new StatementError(`question_${code}`, asked)
    warnings.push({ code, message: `${asked} Read as: ${chosen}.` })
  }
}
