import { readFile } from 'node:fs/promises'
import { readSheet } from 'read-excel-file/node'
import { pieces } from '../../../statements/byte-source.ts'
import { chooseShape } from '../../../statements/csv/choose-shape.ts'
import { prepareText } from '../../../statements/csv/prepare-text.ts'
import { tokenize } from '../../../statements/csv/tokenize.ts'
import { decode } from '../../../statements/decode.ts'
import { StatementError } from '../../../statements/failure.ts'

/** A table as text: what a person sees in its cells. */
export interface Grid {
  readonly format: 'csv' | 'xlsx'
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

const mostBytes = 200 * 2 ** 20

/** Reads a CSV or XLSX file whole. Throws a `StatementError` for anything else. */
export async function readGrid(path: string): Promise<Grid> {
  const bytes = await readFile(path)
  if (bytes.length > mostBytes)
    throw new StatementError('file_too_large', 'The file is larger than 200 MiB. Export a shorter period.')
  const isZip = bytes.length > 4 && bytes.readUInt32BE(0) === 0x504b0304
  return isZip ? readXlsx(bytes) : readCsv(bytes)
}

async function readXlsx(bytes: Buffer): Promise<Grid> {
  const sheet = await readSheet(bytes).catch((cause: unknown) => {
    throw new StatementError(
      'format_unknown',
      `The file is no workbook that can be read (${cause instanceof Error ? cause.message : 'unknown'}). Save it again as XLSX, or as CSV.`,
    )
  })
  return { format: 'xlsx', rows: sheet.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) })) }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // Fifteen digits are what a spreadsheet holds; more is the noise of binary fractions.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return cell === null || cell === undefined ? '' : String(cell).trim()
}

async function readCsv(bytes: Buffer): Promise<Grid> {
  let source = ''
  for await (const part of decode(pieces(bytes), bytes.subarray(0, 65_536), { format: 'csv', declared: null }).text)
    source += part
  const text = prepareText(source)
  const shape = chooseShape(text)
  if (!shape)
    throw new StatementError(
      'format_unknown',
      'The file is no table with a date and an amount. Export the general ledger as CSV or XLSX.',
    )
  return { format: 'csv', rows: tokenize(text, shape).map(({ line, cells }) => ({ line, cells })) }
}
