import { iso } from '../../time.ts'
import type { CellValue, Column } from './table.ts'
import type { Report } from './types.ts'

/** The report as data: amounts as money objects of the API, instants and days as text, sections as lists of objects. */
export function writeJson(report: Report): Buffer {
  const { code, precision } = report.currency
  const money = (minor: number | null) => (minor === null ? null : { amount: String(minor), currency: code, precision })
  const shown = ({ kind }: Column, value: CellValue) => {
    if (typeof value !== 'number') return value
    if (kind === 'money') return money(value)
    return kind === 'instant' ? iso(value) : value
  }
  const block = (lines: Report['bank']) => Object.fromEntries(lines.map(({ key, amount }) => [key, money(amount)]))
  const sections = report.sections.map((section) => [
    section.key,
    section.rows.map((row) =>
      Object.fromEntries(section.columns.map((column, at) => [column.key, shown(column, row[at] ?? null)])),
    ),
  ])
  return Buffer.from(
    `${JSON.stringify(
      {
        run_id: report.runId,
        created_at: iso(report.createdAt),
        ...Object.fromEntries(report.head.map(({ key, value }) => [key, value])),
        bank: block(report.bank),
        books: block(report.books),
        difference: money(report.difference),
        ...Object.fromEntries(sections),
      },
      null,
      2,
    )}\n`,
  )
}
