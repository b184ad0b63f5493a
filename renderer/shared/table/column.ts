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
