import type { CellValue, Currency } from '../reports/table.ts'
import type { ExportColumn } from './columns.ts'

export type ListRow = Readonly<Record<string, unknown>>
interface Money {
  readonly amount: string
  readonly currency: string
  readonly precision: number
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'precision' in value

/** What a match takes of one side; lists show it, the API answers the legs. */
function sumOfLegs(row: ListRow, side: 'source' | 'ledger'): number | null {
  const legs = row.legs as readonly { readonly side: string; readonly amount: Money }[] | undefined
  if (!legs) return null
  return legs.reduce((sum, leg) => (leg.side === side ? sum + Number(leg.amount.amount) : sum), 0)
}

/** A row of the API as cells: money in minor units, instants in milliseconds. */
export function cellsOf(row: ListRow, columns: readonly ExportColumn[]): CellValue[] {
  return columns.map(({ key, kind }): CellValue => {
    if (key === 'source_amount') return sumOfLegs(row, 'source')
    if (key === 'ledger_amount') return sumOfLegs(row, 'ledger')
    // An entry's amount stands in the column of its side.
    if (key === 'debit' || key === 'credit')
      return isMoney(row.amount) && row.type === key ? Number(row.amount.amount) : null
    const value = row[key]
    if (isMoney(value)) return Number(value.amount)
    if (kind === 'instant' && typeof value === 'string') return Date.parse(value)
    return typeof value === 'number' || typeof value === 'string' ? value : null
  })
}

/** The currency that a row's amounts are in; null where it has none. */
export function currencyIn(row: ListRow): Currency | null {
  const legs = (row.legs as readonly { readonly amount: Money }[] | undefined)?.map(({ amount }) => amount) ?? []
  const found = [...Object.values(row), ...legs].find(isMoney)
  return found ? { code: found.currency, precision: found.precision } : null
}
