import type { Column } from './column.ts'

/** The order of a list: by what, and from the highest down or from the lowest up. */
export interface Sort {
  readonly key: string
  readonly order: 'asc' | 'desc'
}

/** An order as an address keeps it: `amount`, or `-amount` from the highest down. */
export const sortText = ({ key, order }: Sort): string => (order === 'asc' ? key : `-${key}`)

/** The order that an address asks for; null where no column of the list has it. */
export function readSort(text: string | null, columns: readonly Pick<Column<never>, 'sort'>[]): Sort | null {
  const key = text?.replace(/^-/, '') ?? ''
  if (key === '' || !columns.some(({ sort }) => sort === key)) return null
  return { key, order: text?.startsWith('-') === true ? 'desc' : 'asc' }
}

/** What the head of a column leads to: up, then down, then the list's own order again. */
export function nextSort(now: Sort | null, key: string): Sort | null {
  if (now?.key !== key) return { key, order: 'asc' }
  return now.order === 'asc' ? { key, order: 'desc' } : null
}

const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compared(a: string | number | bigint | null, b: string | number | bigint | null): number {
  // What is not there stands last in a list that goes up.
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'string' || typeof b === 'string') return words.compare(String(a), String(b))
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rows that the screen holds whole, in the order that was chosen; equal ones keep their place. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const by = sort === null ? undefined : columns.find((column) => column.sort === sort.key)?.by
  if (sort === null || !by) return rows
  const sign = sort.order === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => sign * compared(by(a), by(b)))
}
