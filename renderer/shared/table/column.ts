import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** A grid track, e.g. `120px` or `minmax(160px, 2fr)`. */
  readonly width: string
  readonly align?: 'end'
  /** The column steps aside when the table is narrower than this. */
  readonly from?: number
  /** Hidden until the person asks for it. */
  readonly optional?: true
  /** What the list is sorted by from this column's head, as the program calls it; absent where it has no order. */
  readonly sort?: string
  /** What rows are compared by where the screen holds all of them; beside `sort`. */
  readonly by?: (row: Row) => string | number | bigint | null
  /** Fields of a file that stand for this column, with spaces; absent where a file has none. */
  readonly file?: string
  readonly cell: (row: Row) => ReactNode
}

/** The person's choices per column; a column without one follows the width of the table. */
export type ColumnChoice = Readonly<Record<string, boolean>>

/** Which columns are drawn at this width. The first column always is. */
export function visibleColumns<Row>(
  columns: readonly Column<Row>[],
  choice: ColumnChoice,
  width: number,
): Record<string, boolean> {
  return Object.fromEntries(
    columns.map((column, index) => {
      const wanted = choice[column.id] ?? column.optional !== true
      const fits = column.from === undefined || width === 0 || width >= column.from
      return [column.id, index === 0 || (wanted && (fits || choice[column.id] === true))]
    }),
  )
}

/** The fields of a file for the columns that the person wants to see, whatever the width; undefined: all there are. */
export function fileColumns(
  columns: readonly Pick<Column<never>, 'id' | 'optional' | 'file'>[],
  choice: ColumnChoice,
): string | undefined {
  const wanted = columns.filter(({ id, optional }, index) => index === 0 || (choice[id] ?? optional !== true))
  const keys = wanted.flatMap(({ file }) => file?.split(' ') ?? [])
  return keys.length === 0 ? undefined : keys.join(',')
}
