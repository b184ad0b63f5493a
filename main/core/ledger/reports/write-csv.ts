import { type CsvCell, csvLine } from '../../http/csv.ts'
import { iso } from '../../time.ts'
import { type CellValue, type ColumnKind, type Currency, decimalText, type Section } from './table.ts'
import type { Report, ReportOptions } from './types.ts'
import { wordsIn } from './words.ts'

export interface CsvForm extends Pick<ReportOptions, 'separator' | 'commaDecimals'> {
  readonly currency: Currency
}

/** A value of a column as a CSV cell: numbers are numbers, everything else is guarded text (12.3). */
function csvValue(kind: ColumnKind, value: CellValue, { currency, commaDecimals }: CsvForm): CsvCell {
  if (typeof value !== 'number') return value
  if (kind === 'instant') return iso(value)
  const text = kind === 'money' ? decimalText(value, currency.precision) : String(value)
  return { number: commaDecimals ? text.replace('.', ',') : text }
}

export const csvSection = ({ columns, rows, currencies }: Section, form: CsvForm): string => {
  const { separator } = form
  const head = csvLine(
    columns.map(({ title }) => title),
    separator,
  )
  const lines = rows.map((row, index) =>
    csvLine(
      columns.map(({ kind }, at) =>
        csvValue(kind, row[at] ?? null, { ...form, currency: currencies?.[index] ?? form.currency }),
      ),
      separator,
    ),
  )
  return head + lines.join('')
}

/** The whole report in one file: each section under its title, an empty line between two. */
export function writeCsv(report: Report, options: ReportOptions): Buffer {
  const word = wordsIn(report.lang)
  const { separator } = options
  const form: CsvForm = { ...options, currency: report.currency }
  const line = (...cells: CsvCell[]) => csvLine(cells, separator)
  const amount = (minor: number | null) => csvValue('money', minor, form)
  const block = (lines: Report['bank']) =>
    lines.map(({ key, amount: minor }) => line(word(key), amount(minor))).join('')
  const head = [
    line(word('title')),
    ...report.head.map(({ key, value }) => line(word(key), value)),
    line(word('run'), report.runId),
    line(word('created_at'), iso(report.createdAt)),
  ].join('')
  const parts = [
    head,
    line(word('block_a')) + block(report.bank),
    line(word('block_b')) + block(report.books),
    line(word('difference'), amount(report.difference)),
    ...report.sections.map((section) => line(section.title) + csvSection(section, form)),
  ]
  return Buffer.from(`\ufeff${parts.join('\r\n')}`)
}
