import { StatementError } from '../failure.ts'
import { looksLikeDate } from './date-text.ts'
import { tableOfBlocks } from './labelled-blocks.ts'
import { headerScore } from './match-header.ts'
import { isBigWhole, isNumber } from './number-text.ts'
import { isBlank, type Row, type Shape, tokenize } from './tokenize.ts'

const delimiters = [',', ';', '\t', '|'] as const
const sampleChars = 150_000
const sampleRows = 400

/** Whether the row holds a date and, in another cell, an amount. */
export function isDated(cells: readonly string[]): boolean {
  let date = -1
  for (let index = 0; index < cells.length && date < 0; index += 1) if (looksLikeDate(cells[index] ?? '')) date = index
  if (date < 0) return false
  if (cells.some((cell, index) => index !== date && cell.length < 30 && isNumber(cell) && !looksLikeDate(cell)))
    return true
  // An amount and its balance, both in tens of millions without a separator.
  return cells.filter((cell, index) => index !== date && isBigWhole(cell) && !looksLikeDate(cell)).length > 1
}

/** `sep=;` in the first line, as a spreadsheet program understands it. */
export function declaredDelimiter(text: string): string | null {
  const found = /^"?sep=(.)"?[ \t]*(?:\r|\n|$)/i.exec(text.slice(0, 20))
  return found?.[1] ?? null
}

const tokenizeSample = (text: string, shape: Shape): Row[] => {
  try {
    return tokenize(text, shape, { maxRows: sampleRows, isPartial: true })
  } catch (error) {
    // A million of one candidate's columns may be sensible under another one.
    if (error instanceof StatementError && error.code === 'csv_too_many_columns') return []
    throw error
  }
}

/** Whole lines from the front of a text, enough to find out how it is built. */
export function frontOf(text: string): string {
  if (text.length <= sampleChars) return text
  const end = Math.max(text.lastIndexOf('\n', sampleChars), text.lastIndexOf('\r', sampleChars))
  return end > 0 ? text.slice(0, end) : text.slice(0, sampleChars)
}

const score = (rows: readonly Row[]): readonly [dated: number, header: number, even: number, width: number] => {
  const widths = new Map<number, number>()
  let dated = 0
  let header = 0
  for (const row of rows) {
    if (isBlank(row)) continue
    const width = row.cells.length
    if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1)
    if (isDated(row.cells)) dated += 1
    else if (header === 0 && width > 2 && headerScore(row.cells).hasEssentials) header = 1
  }
  const [width, even] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return [dated, header, even, width]
}

const isBetter = (a: readonly number[], b: readonly number[]): boolean => {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index] ?? 0
    const right = b[index] ?? 0
    if (left !== right) return left > right
  }
  return false
}

const isEnclosed = (cell: string): boolean => cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')

const hasApostropheCells = (rows: readonly Row[]): boolean => {
  let enclosed = 0
  let filled = 0
  for (const row of rows)
    for (const cell of row.cells) {
      if (cell === '') continue
      filled += 1
      if (cell.length > 1 && cell.startsWith("'") && cell.endsWith("'")) enclosed += 1
    }
  return enclosed * 2 > filled
}

/** Whether the text is a table with a date and an amount, or at least the header of one; for cells that span lines. */
export function holdsTable(source: string): boolean {
  const text = tableOfBlocks(source) ?? source
  const shape = chooseShape(text)
  if (!shape) return false
  const [dated, header] = score(tokenizeSample(frontOf(text), shape))
  return dated > 0 || header > 0
}

/** Delimiter and quotation mark: those under which most rows hold a date and an amount in evenly many cells. */
export function chooseShape(text: string): Shape | null {
  const front = frontOf(text)
  const declared = declaredDelimiter(front)
  let best: { shape: Shape; score: readonly number[]; rows: readonly Row[] } | null = null
  for (const delimiter of declared ? [declared] : delimiters)
    for (const quote of ['"', null]) {
      const rows = tokenizeSample(front, { delimiter, quote })
      // Without a quotation mark is only for files where that mark is a mere letter.
      if (quote === null && rows.some(({ cells }) => cells.some(isEnclosed))) continue
      const found = score(rows)
      if (!best || isBetter(found, best.score)) best = { shape: { delimiter, quote }, score: found, rows }
      if (!front.includes('"')) break
    }
  if (!best || (best.score[3] ?? 0) < 2) return null
  if (hasApostropheCells(best.rows)) {
    const shape = { delimiter: best.shape.delimiter, quote: "'" }
    const rows = tokenizeSample(front, shape)
    if (!isBetter(best.score.slice(0, 1), score(rows).slice(0, 1))) return shape
  }
  return best.shape
}
