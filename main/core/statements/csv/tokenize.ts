import { StatementError } from '../failure.ts'

// csv-parse is not used here: the preview owes a verdict to every physical line (mixed CR, LF, CR CR LF in one file),
// an open quote must be named by the line it starts on, and a stray quote must stay text without changing the rest.

/** How a file separates and encloses its cells. */
export interface Shape {
  readonly delimiter: string
  readonly quote: string | null
}

/** One record. `line` is its first physical line (from 1), `lines` how many it covers, `start`/`end` its place. */
export interface Row {
  readonly line: number
  readonly lines: number
  readonly start: number
  readonly end: number
  readonly cells: readonly string[]
}

const maxColumns = 2_000
const maxRecord = 1_000_000
const maxQuoted = 100_000
const lf = 10
const cr = 13

/** Length of the line end at `at`; CR CR LF counts as one end. */
function lineEndLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === lf) return 1
  if (code !== cr) return 0
  const next = text.charCodeAt(at + 1)
  if (next === lf) return 2
  return next === cr && text.charCodeAt(at + 2) === lf ? 3 : 1
}

/** Where a cell without enclosing marks ends: before the next delimiter or line end. */
function endOfCell(text: string, from: number, delimiter: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === lf || code === cr) return at
  }
  return text.length
}

function countLineEnds(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const length = lineEndLength(text, at)
    if (length > 0) {
      count += 1
      at += length - 1
    }
  }
  return count
}

const trimCell = (cell: string): string => {
  const last = cell.length - 1
  if (last < 0) return cell
  const first = cell.charCodeAt(0)
  const end = cell.charCodeAt(last)
  return first <= 32 || end <= 32 || first === 160 || end === 160 ? cell.trim() : cell
}

const tooLong = (line: number): StatementError =>
  new StatementError(
    'csv_line_too_long',
    `Line ${line} is longer than a million characters, so this is not a table of a bank. Download the file again as CSV.`,
    [{ line, code: 'csv_line_too_long', message: 'Line too long' }],
  )

const openQuote = (line: number): StatementError =>
  new StatementError(
    'csv_quote_unclosed',
    `A quotation mark opened in line ${line} is never closed. Correct that line, or exclude it and read the file again.`,
    [{ line, code: 'csv_quote_unclosed', message: 'A quotation mark is opened here and never closed' }],
  )

export interface TokenizeLimits {
  readonly maxRows?: number
  /** Physical lines to leave out; a record that starts on one is skipped up to its line end. */
  readonly skip?: ReadonlySet<number>
  /** Where to begin, and the number of that line. */
  readonly from?: number
  readonly line?: number
  /** For samples: end before an open quote instead of refusing. */
  readonly isPartial?: boolean
}

/**
 * A record with its cells. A class and a copied array, because V8 takes a literal whose first objects outlive a collection
 * for one of long life and puts all later ones where only full collections find them: 200 MB more for 250,000 rows.
 */
class HeldRow implements Row {
  readonly line: number
  readonly lines: number
  readonly start: number
  readonly end: number
  readonly cells: readonly string[]

  constructor(line: number, lines: number, start: number, end: number, cells: readonly string[]) {
    this.line = line
    this.lines = lines
    this.start = start
    this.end = end
    this.cells = cells
  }
}

/** Splits text into records. Throws `csv_quote_unclosed`, `csv_line_too_long`, `csv_too_many_columns`. */
export const tokenize = (text: string, shape: Shape, limits: TokenizeLimits = {}): Row[] => [
  ...records(text, shape, limits),
]

function* records(text: string, shape: Shape, limits: TokenizeLimits): Generator<Row, void, undefined> {
  let count = 0
  const length = text.length
  const delimiter = shape.delimiter.charCodeAt(0)
  const quote = shape.quote
  const quoteCode = quote ? quote.charCodeAt(0) : -1
  const maxRows = limits.maxRows ?? Number.POSITIVE_INFINITY
  let at = limits.from ?? 0
  let line = limits.line ?? 1
  const cells: string[] = []

  while (at < length && count < maxRows) {
    const start = at
    const firstLine = line
    if (limits.skip?.has(line)) {
      while (at < length && lineEndLength(text, at) === 0) at += 1
      at += lineEndLength(text, at)
      line += 1
      continue
    }
    cells.length = 0
    for (;;) {
      let open = at
      if (quoteCode >= 0) {
        while (text.charCodeAt(open) === 32) open += 1
        if (text.charCodeAt(open) === 61 && text.charCodeAt(open + 1) === quoteCode) open += 1
      }
      if (quote && text.charCodeAt(open) === quoteCode) {
        let from = open + 1
        let value = ''
        // Quotation marks inside that nobody doubled: `"UAB "Naktis"",` ends at its last mark.
        let isInner = false
        let firstStray = -1
        for (;;) {
          const close = text.indexOf(quote, from)
          if (close < 0 || close - open > maxQuoted) {
            const stop = firstStray < 0 ? -1 : endOfCell(text, firstStray, delimiter)
            if (stop >= 0) {
              // `"Downloaded" today, 9:11`: the words around the marks are the cell, up to the next delimiter.
              value = text.slice(open, stop)
              at = stop
              break
            }
            if (limits.isPartial) return
            throw openQuote(line)
          }
          if (text.charCodeAt(close + 1) === quoteCode) {
            const next = text.charCodeAt(close + 2)
            if (isInner && (next === delimiter || next === lf || next === cr)) {
              value += text.slice(from, close + 1)
              at = close + 2
              break
            }
            value += text.slice(from, close + 1)
            from = close + 2
            continue
          }
          let after = close + 1
          // `"1.00"<tab>,`: what fills up a cell behind its mark.
          while (
            (text.charCodeAt(after) === 32 || text.charCodeAt(after) === 9) &&
            text.charCodeAt(after) !== delimiter
          )
            after += 1
          const code = text.charCodeAt(after)
          if (after >= length || code === delimiter || code === lf || code === cr) {
            value = value === '' ? text.slice(from, close) : value + text.slice(from, close)
            at = after
            break
          }
          value += text.slice(from, close + 1)
          from = close + 1
          isInner = !isInner
          if (firstStray < 0) firstStray = close
        }
        if (value.includes('\n') || value.includes('\r')) line += countLineEnds(value)
        cells.push(trimCell(value))
      } else {
        let end = at
        for (; end < length; end += 1) {
          const code = text.charCodeAt(end)
          if (code === delimiter || code === lf || code === cr) break
        }
        cells.push(trimCell(text.slice(at, end)))
        at = end
      }
      if (cells.length > maxColumns)
        throw new StatementError(
          'csv_too_many_columns',
          `Line ${firstLine} has more than ${maxColumns} columns, so this is not a bank's table. Download the file again as CSV.`,
          [{ line: firstLine, code: 'csv_too_many_columns', message: 'Too many columns' }],
        )
      if (at - start > maxRecord) throw tooLong(firstLine)
      if (at < length && text.charCodeAt(at) === delimiter) {
        at += 1
        continue
      }
      break
    }
    const end = at
    at += lineEndLength(text, at)
    line += 1
    count += 1
    yield new HeldRow(firstLine, line - firstLine, start, end, cells.slice())
  }
}

export const isBlank = (row: Row): boolean => row.cells.every((cell) => cell === '')

/** A record whose cells are taken from the text when they are asked for: a large table is held by its places only. */
class PlacedRow implements Row {
  readonly line: number
  readonly lines: number
  readonly start: number
  readonly end: number
  private readonly reader: CellReader

  constructor({ line, lines, start, end }: Row, reader: CellReader) {
    this.line = line
    this.lines = lines
    this.start = start
    this.end = end
    this.reader = reader
  }

  get cells(): readonly string[] {
    return this.reader.cellsOf(this)
  }
}

/** Reads cells at their place and keeps those of the row asked for last. */
class CellReader {
  private readonly text: string
  private readonly shape: Shape
  private row: Row | null = null
  private cells: readonly string[] = []

  constructor(text: string, shape: Shape) {
    this.text = text
    this.shape = shape
  }

  cellsOf(row: Row): readonly string[] {
    if (row !== this.row) {
      this.cells = tokenize(this.text, this.shape, { from: row.start, line: row.line, maxRows: 1 })[0]?.cells ?? []
      this.row = row
    }
    return this.cells
  }
}

const heldRows = 5_000

/** Like `tokenize`, but of tables with many rows only the places are held; their cells are read again at each use. */
export function tokenizeSparsely(text: string, shape: Shape, skip: ReadonlySet<number>): Row[] {
  const reader = new CellReader(text, shape)
  const rows: Row[] = []
  for (const row of records(text, shape, { skip })) rows.push(rows.length < heldRows ? row : new PlacedRow(row, reader))
  return rows
}
