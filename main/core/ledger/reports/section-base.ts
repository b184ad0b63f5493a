import type { Database } from '../../db/open.ts'
import type { CellValue, ColumnKind, Section } from './table.ts'
import type { ReportInput } from './types.ts'
import { type Word, wordsIn } from './words.ts'

/** A column of a section: its word, how it is written, its share of the width on paper, and its cell of a row. */
export type SectionColumn<Row> = readonly [key: Word, kind: ColumnKind, width: number, cell: (row: Row) => CellValue]

/** What the makers of appendices share: the run, the words of the report's language, and how a section is put together. */
export function sectionBase(db: Database, { run, options }: ReportInput) {
  const word = wordsIn(options.lang)
  return {
    db,
    run,
    lang: options.lang,
    word,
    section: <Row>(key: Word, columns: readonly SectionColumn<Row>[], rows: readonly Row[]): Section => ({
      key,
      title: word(key),
      columns: columns.map(([name, kind, width]) => ({ key: name, kind, width, title: word(name) })),
      rows: rows.map((row) => columns.map(([, , , cell]) => cell(row))),
    }),
    named: (group: string, value: string | null) => (value === null ? null : word(`${group}.${value}`)),
  }
}
export type SectionBase = ReturnType<typeof sectionBase>

/** A text in one line. */
export const clip = (text: string | null): string | null => text?.replace(/\s+/gu, ' ').trim() ?? null

/** What a person knows a line by. */
export interface LineRow {
  readonly booking_date: string
  readonly counterparty_name: string | null
  readonly remittance_text: string | null
}
export const lineColumns = (day: number, party: number, text: number): readonly SectionColumn<LineRow>[] => [
  ['date', 'day', day, (row) => row.booking_date],
  ['counterparty', 'text', party, (row) => clip(row.counterparty_name)],
  ['text', 'text', text, (row) => clip(row.remittance_text)],
]
