import { pieces } from '../statements/byte-source.ts'
import { analyseCsv, verdictsByLine } from '../statements/csv/analyse.ts'
import type { LineVerdict } from '../statements/csv/items.ts'
import type { CsvMapping } from '../statements/csv/mapping.ts'
import { decode } from '../statements/decode.ts'
import { detect, headBytes } from '../statements/detect.ts'
import { StatementError } from '../statements/failure.ts'
import { openMembers } from './file-members.ts'
import { optionsFor } from './read-upload.ts'
import type { ReadInput } from './types.ts'

/** One line of a table, as it stands in the file. */
export interface TableLine {
  readonly line: number
  readonly verdict: LineVerdict
  readonly cells: readonly string[]
  /** Why it cannot be read, as a code and in words. */
  readonly code: string | null
  readonly message: string | null
}

/** A table as the mapping reads it, line by line. */
export interface TablePreview {
  readonly mapping: CsvMapping | null
  readonly encoding: string
  readonly columns: readonly string[]
  /** The first lines, and behind them those that cannot be read. */
  readonly lines: readonly TableLine[]
  readonly verdicts: Readonly<Partial<Record<LineVerdict, number>>>
}

const shownLines = 30
const shownFaults = 100
/** A larger table is imported, but not shown line by line. */
const mostBytes = 20 * 2 ** 20

/**
 * The lines of the first table of an upload with a verdict each; null when there is none to show. A kept mapping that no
 * longer fits is left aside, so that its place in the new table can be shown.
 */
export async function tableOf(input: ReadInput, signal: AbortSignal): Promise<TablePreview | null> {
  const [member] = (await openMembers(input.path, input.choices.excludeMembers)).members
  if (!member || member.bytes > mostBytes) return null
  try {
    const bytes: Uint8Array[] = []
    for await (const chunk of member.read()) bytes.push(chunk)
    const whole = Buffer.concat(bytes)
    const head = whole.subarray(0, headBytes)
    const { format, declaredEncoding } = detect(head)
    if (format !== 'csv') return null
    const { options } = await optionsFor(member, input, signal)
    const decoding = decode(pieces(whole), head, { format, declared: declaredEncoding, chosen: options.encoding })
    let text = ''
    for await (const piece of decoding.text) text += piece
    return shown(readTable(text, options), decoding.encoding())
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}

function readTable(text: string, options: Parameters<typeof analyseCsv>[1]) {
  try {
    return analyseCsv(text, options)
  } catch (error) {
    if (!(error instanceof StatementError) || error.code !== 'mapping_changed') throw error
    return analyseCsv(text, { ...options, mapping: undefined })
  }
}

function shown(reading: ReturnType<typeof analyseCsv>, encoding: string): TablePreview {
  const all = verdictsByLine(reading)
  const faults = new Map(reading.faults.map((fault) => [fault.line, fault]))
  const counts: Partial<Record<LineVerdict, number>> = {}
  for (const verdict of all) counts[verdict] = (counts[verdict] ?? 0) + 1
  const lines = reading.rows.map(
    (row): TableLine => ({
      line: row.line,
      verdict: all[row.line - 1] ?? 'blank',
      cells: row.cells.slice(0, 60).map((cell) => cell.slice(0, 200)),
      code: faults.get(row.line)?.code ?? null,
      message: faults.get(row.line)?.message ?? null,
    }),
  )
  const unreadable = lines.slice(shownLines).filter(({ verdict }) => verdict === 'unreadable')
  return {
    mapping: reading.mapping,
    encoding,
    columns: reading.plan.header ?? [],
    lines: [...lines.slice(0, shownLines), ...unreadable.slice(0, shownFaults)],
    verdicts: counts,
  }
}
