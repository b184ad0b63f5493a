import type { Database } from '../../db/open.ts'
import type { CellValue, ColumnKind, Section } from './table.ts'
import type { ReportInput } from './types.ts'
import { type Word, wordsIn } from './words.ts'

export type ColumnList = readonly (readonly [key: Word, kind: ColumnKind, width: number])[]

/** What the makers of appendices share: the run, the words of the report's language, and how a section is put together. */
export function sectionBase(db: Database, { run, options }: ReportInput) {
  const word = wordsIn(options.lang)
  return {
    db,
    run,
    lang: options.lang,
    word,
    section: (key: Word, columns: ColumnList, rows: readonly (readonly CellValue[])[]): Section => ({
      key,
      title: word(key),
      columns: columns.map(([name, kind, width]) => ({ key: name, kind, width, title: word(name) })),
      rows,
    }),
    named: (group: string, value: string | null) => (value === null ? null : word(`${group}.${value}`)),
  }
}
export type SectionBase = ReturnType<typeof sectionBase>

/** A text in one line. */
export const clip = (text: string | null): string | null => text?.replace(/\s+/gu, ' ').trim() ?? null
