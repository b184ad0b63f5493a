import type { Report } from './types.ts'
import { wordsIn } from './words.ts'
import { bold, sheetOf, writeSheets, xlsxCell } from './xlsx-file.ts'

/** The report as a workbook: the two blocks on the first sheet, then one sheet per section; totals are values (12.4). */
export function writeXlsx(report: Report): Promise<Uint8Array> {
  const word = wordsIn(report.lang)
  const { currency } = report
  const text = (value: string | null) => xlsxCell('text', value, currency)
  const amount = (minor: number | null) => xlsxCell('money', minor, currency)
  const block = (lines: Report['bank']) => lines.map(({ key, amount: minor }) => [text(word(key)), amount(minor)])
  const summary = {
    title: word('summary'),
    data: [
      [bold(word('title'))],
      ...report.head.map(({ key, value }) => [text(word(key)), text(value)]),
      [text(word('run')), text(report.runId)],
      [text(word('created_at')), xlsxCell('instant', report.createdAt, currency)],
      [],
      [bold(word('block_a'))],
      ...block(report.bank),
      [],
      [bold(word('block_b'))],
      ...block(report.books),
      [],
      [bold(word('difference')), amount(report.difference)],
    ],
    widths: [52, 40],
    frozenRows: 1,
  }
  return writeSheets([summary, ...report.sections.map((section) => sheetOf(section, currency))])
}
