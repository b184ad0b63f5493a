import type { AmountColumns } from './amounts.ts'
import type { DateOrder, Period } from './date-text.ts'
import type { TablePlace } from './find-table.ts'
import type { CsvMapping, MappedColumn, SignRule } from './mapping.ts'
import type { DecimalSign } from './number-text.ts'
import type { ColumnRole } from './roles.ts'
import { indicatorOf, type SideOf, sidesOf } from './sides.ts'
import type { Row, Shape } from './tokenize.ts'
import type { Transfers } from './transfers.ts'

/** Everything decided about one file, ready to read its rows. */
export interface Plan {
  readonly shape: Shape
  readonly place: TablePlace
  readonly header: readonly string[] | null
  /** Cells a row may have before it is too wide. */
  readonly width: number
  readonly roles: ReadonlyMap<number, ColumnRole>
  readonly decimalSigns: ReadonlyMap<number, DecimalSign>
  /** Columns that count cents. */
  readonly minor: ReadonlySet<number>
  readonly dateOrders: ReadonlyMap<number, DateOrder>
  readonly sign: SignRule
  readonly side: SideOf
  /** Whether a minus among debits takes one back. */
  readonly isDebitSigned: boolean
  readonly currency: string | null
  readonly account: string | null
  readonly owner: string | null
  /** What the lines above the table say they cover. */
  readonly period: Period | null
  readonly footerStarts: readonly string[]
  /** Where every line names both sides of a transfer. */
  readonly transfers: Transfers | null
}

export const firstColumn = (roles: ReadonlyMap<number, ColumnRole>, role: ColumnRole): number => {
  for (const [column, own] of roles) if (own === role) return column
  return -1
}

export const columnsOf = (roles: ReadonlyMap<number, ColumnRole>, role: ColumnRole): number[] =>
  [...roles].flatMap(([column, own]) => (own === role ? [column] : [])).sort((a, b) => a - b)

/** Look-ups by role that cost nothing per row. */
export function amountColumns(
  roles: ReadonlyMap<number, ColumnRole>,
  signs: ReadonlyMap<number, DecimalSign>,
  side: SideOf,
  minor: ReadonlySet<number>,
  isDebitSigned = false,
): AmountColumns {
  const places = new Map<ColumnRole, number>()
  for (const [column, role] of roles) if (!places.has(role)) places.set(role, column)
  return {
    at: (role) => places.get(role) ?? -1,
    decimalSign: (column) => signs.get(column) ?? '.',
    isMinor: (column) => minor.has(column),
    side,
    isDebitSigned,
  }
}

/** How the column of directions names the sides; by the words alone when no column holds them. */
export function sideColumn(
  rows: readonly Row[],
  first: number,
  roles: ReadonlyMap<number, ColumnRole>,
  header: readonly string[] | null,
): SideOf {
  const column = firstColumn(roles, 'indicator')
  if (column < 0) return indicatorOf
  return sidesOf(
    header?.[column] ?? '',
    rows.slice(first).map(({ cells }) => cells[column] ?? ''),
  )
}

/** Number of cells that most rows have, or the header's. */
export function tableWidth(rows: readonly Row[], { first }: TablePlace, header: readonly string[] | null): number {
  const widths = new Map<number, number>()
  const sample = rows.slice(first, first + 300)
  for (const { cells } of sample) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  let width = header?.length ?? 0
  for (const [cells, count] of widths) if (cells > width && count * 2 > sample.length) width = cells
  return width
}

/** The plan as a mapping that can be kept. */
export function toMapping(plan: Plan, signature: string): CsvMapping {
  const header = plan.header ?? []
  const columns: MappedColumn[] = [...plan.roles]
    .sort(([a], [b]) => a - b)
    .map(([index, role]) => {
      const dateOrder = role === 'bookingDate' || role === 'valueDate' ? plan.dateOrders.get(index) : undefined
      const decimalSign = plan.decimalSigns.get(index)
      return {
        index,
        name: (header[index] ?? '').slice(0, 1_000),
        role,
        ...(dateOrder ? { dateOrder } : {}),
        ...(decimalSign ? { decimalSign } : {}),
        ...(plan.minor.has(index) ? { scale: 'minor' as const } : {}),
      }
    })
  const names = columns.filter(({ role, name }) => role !== 'ignore' && name !== '').map(({ name }) => name)
  return {
    version: 1,
    name: names.slice(0, 4).join(', ').slice(0, 200),
    signature,
    delimiter: plan.shape.delimiter,
    quote: plan.shape.quote,
    hasHeader: plan.header !== null,
    columnCount: Math.max(1, plan.width),
    columns,
    sign: plan.sign,
    preamble: { lines: plan.header === null ? plan.place.first : 0 },
    footer: { startsWith: [...plan.footerStarts] },
  }
}
