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
    if ((key === 'debit' || key === 'credit') && !isMoney(row[key]))
      return isMoney(row.amount) && row.type === key ? Number(row.amount.amount) : null
    const value = valueAt(row, key)
    if (isMoney(value)) return Number(value.amount)
    if (kind === 'instant' && typeof value === 'string') return Date.parse(value)
    return typeof value === 'number' || typeof value === 'string' ? value : textOf(value)
  })
}

/** `ledger.code` is the code of the row's ledger. */
const valueAt = (row: ListRow, key: string): unknown =>
  key.split('.').reduce<unknown>((value, part) => (value as ListRow | null | undefined)?.[part], row)

/** What a list shows of a value with parts: names, accounts and numbers in a row; else its JSON. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined || isMoney(value)) return null
  if (typeof value === 'boolean') return value ? 'x' : null
  if (!Array.isArray(value)) return JSON.stringify(value)
  return value
    .map((each: unknown) => {
      if (typeof each !== 'object' || each === null) return String(each)
      const { text, identifier, value: own } = each as Record<string, unknown>
      return String(text ?? identifier ?? own ?? JSON.stringify(each))
    })
    .join(', ')
}

/** The currency that a row's amounts are in; null where it has none. */
export function currencyIn(row: ListRow): Currency | null {
  const legs = (row.legs as readonly { readonly amount: Money }[] | undefined)?.map(({ amount }) => amount) ?? []
  const inner = typeof row.ledger === 'object' && row.ledger !== null ? Object.values(row.ledger) : []
  const found = [...Object.values(row), ...legs, ...inner].find(isMoney)
  return found ? { code: found.currency, precision: found.precision } : null
}
