import { invalidRequest } from '../errors.ts'
import type { CellValue } from '../reports/table.ts'
import type { ExportList } from './columns.ts'
import { cellsOf, type ListRow } from './row-cells.ts'

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function compared(a: CellValue, b: CellValue): number {
  // What is not there stands last in a list that goes up, as in the window.
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
}

/** The rows of a list that answers all of itself, by one of its columns. Throws 400 for a column that it has not. */
export function sortedRows(
  rows: readonly ListRow[],
  list: ExportList,
  { sort, order = 'asc' }: { readonly sort?: string | undefined; readonly order?: 'asc' | 'desc' | undefined },
): readonly ListRow[] {
  if (sort === undefined) return rows
  const column = list.columns.find(({ key }) => key === sort)
  if (!column)
    throw invalidRequest(`sort names an unknown column: ${sort}`, {
      sort: `must be of ${list.columns.map(({ key }) => key).join(', ')}`,
    })
  const sign = order === 'desc' ? -1 : 1
  return rows
    .map((row) => ({ row, cell: cellsOf(row, [column])[0] ?? null }))
    .sort((a, b) => sign * compared(a.cell, b.cell))
    .map(({ row }) => row)
}
