import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { type CellValue, type ColumnKind, type Currency, decimalText, type Section } from './table.ts'

/** Sheets as `writeSheets` takes them; a title is at most 31 characters and unique. */
export interface SheetInput {
  readonly title: string
  readonly data: SheetData
  readonly widths: readonly number[]
  readonly frozenRows: number
}

// Zip writes local time; the parts of a date made of local parts are the same everywhere.
const fixedTime = new Date(1990, 0, 1)

const moneyFormat = ({ code, precision }: Currency) =>
  `#,##0${precision === 0 ? '' : `.${'0'.repeat(precision)}`} "${code}"`

/** A value as a typed cell: amounts and days are numbers that calculate, everything else stays text (12.4). */
export function xlsxCell(kind: ColumnKind, value: CellValue, currency: Currency): CellObject | null {
  if (value === null || value === '') return null
  if (typeof value === 'string') {
    const at = kind === 'day' ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
    return Number.isNaN(at)
      ? { value: printable(value), type: String }
      : { value: new Date(at), type: Date, format: 'yyyy-mm-dd' }
  }
  if (kind === 'money')
    return { value: Number(decimalText(value, currency.precision)), type: Number, format: moneyFormat(currency) }
  if (kind === 'instant') return { value: new Date(value), type: Date, format: 'yyyy-mm-dd hh:mm:ss' }
  return { value, type: Number, format: '0' }
}

// XML cannot carry control characters, and a cell holds 32,767 characters.
const printable = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').slice(0, 32_767)

export const bold = (text: string): CellObject => ({ value: printable(text), type: String, fontWeight: 'bold' })

/** One section as a sheet with a frozen header. */
export const sheetOf = ({ title, columns, rows, currencies }: Section, currency: Currency): SheetInput => ({
  title,
  data: [
    columns.map((column) => bold(column.title)),
    ...rows.map((row, index) =>
      columns.map(({ kind }, at) => xlsxCell(kind, row[at] ?? null, currencies?.[index] ?? currency)),
    ),
  ],
  widths: columns.map(({ kind, width }) => (kind === 'text' ? Math.max(12, width * 2) : 16)),
  frozenRows: 1,
})

const sheetName = (title: string, taken: Set<string>): string => {
  const base = title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
  const name = taken.has(base) ? `${base.slice(0, 27)} ${taken.size}` : base
  taken.add(name)
  return name
}

/** The workbook's bytes; the same sheets give the same bytes at any time. */
export async function writeSheets(sheets: readonly SheetInput[]): Promise<Uint8Array> {
  const taken = new Set<string>()
  const written = await writeXlsxFile(
    sheets.map(({ title, data, widths, frozenRows }) => ({
      sheet: sheetName(title, taken),
      data,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: frozenRows,
    })),
  ).toBuffer()
  return zipSync(unzipSync(written), { mtime: fixedTime, level: 6 })
}
