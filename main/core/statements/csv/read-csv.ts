import { StatementError, type StatementFault } from '../failure.ts'
import type { ReadOptions, StatementReader } from '../types.ts'
import { analyseCsv, verdictsByLine } from './analyse.ts'
import { readEmptyTable } from './empty-table.ts'
import type { LineVerdict } from './items.ts'
import type { CsvMapping } from './mapping.ts'
import { toEvents } from './to-statements.ts'

const maxLine = 1_000_000
const maxText = 400_000_000
const maxFaults = 100

/** Holds the text, because number format and date order are decided over all rows (specification 4.5.2, 4.5.3). */
async function gather(text: AsyncIterable<string>, signal: AbortSignal | undefined): Promise<string> {
  const pieces: string[] = []
  let total = 0
  let sinceBreak = 0
  for await (const piece of text) {
    signal?.throwIfAborted()
    pieces.push(piece)
    total += piece.length
    const lastBreak = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'))
    sinceBreak = lastBreak < 0 ? sinceBreak + piece.length : piece.length - lastBreak
    if (sinceBreak > maxLine)
      throw new StatementError(
        'csv_line_too_long',
        'A line is longer than a million characters, so this is not a table of a bank. Download the file again as CSV.',
      )
    if (total > maxText)
      throw new StatementError(
        'file_too_large',
        'The table is too large to be read at once. Ask the bank for a shorter period.',
      )
  }
  return pieces.join('')
}

/**
 * Reads delimited text (specification 4.5): one statement per own account and currency. Throws `rows_unreadable`,
 * `mapping_changed`, `amount_columns_conflict`, `csv_quote_unclosed` and the refusals of 4.2.
 */
export const readCsv: StatementReader = async function* (text, options) {
  const source = await gather(text, options.signal)
  const empty = readEmptyTable(source, options)
  if (empty !== null) {
    yield empty
    return
  }
  const reading = analyseCsv(source, options)
  refuseFaults(reading.faults)
  if (reading.read.items.length === 0)
    throw new StatementError(
      'csv_no_entries',
      'The table has a header but no lines. Choose a period with transactions and download the file again.',
    )
  yield* toEvents(reading, options)
}

function refuseFaults(faults: readonly StatementFault[]): void {
  if (faults.length === 0) return
  const lines = faults
    .slice(0, 20)
    .map(({ line }) => line)
    .join(', ')
  const isPrecision = faults.every(({ code }) => code === 'amount_precision')
  throw new StatementError(
    isPrecision ? 'amount_precision' : 'rows_unreadable',
    `${faults.length === 1 ? 'One line' : `${faults.length} lines`} cannot be read (line ${lines}${faults.length > 20 ? ', …' : ''}). Change the mapping, or exclude these lines by number.`,
    faults.slice(0, maxFaults),
  )
}

/** The mapping that would be used for the text, to show and to keep. */
export const proposeMapping = (text: string, options: ReadOptions = {}): CsvMapping => analyseCsv(text, options).mapping

/** What becomes of each physical line, in order: `verdicts[0]` is line 1. For a preview; unreadable lines do not throw. */
export const lineVerdicts = (text: string, options: ReadOptions = {}): readonly LineVerdict[] =>
  verdictsByLine(analyseCsv(text, options))
