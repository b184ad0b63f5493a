import { precisionOf } from '../money.ts'

/** How a column is written: money is signed minor units, days `YYYY-MM-DD`, instants milliseconds UTC. */
export type ColumnKind = 'text' | 'money' | 'day' | 'instant' | 'integer'
export type CellValue = string | number | null

export interface Column {
  /** Name of the field in JSON. */
  readonly key: string
  readonly title: string
  readonly kind: ColumnKind
  /** Share of the width on paper. */
  readonly width: number
}

export interface Section {
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Where the rows of a list are of several currencies: each row's own. */
  readonly currencies?: readonly (Currency | null)[]
}

export interface Currency {
  readonly code: string
  readonly precision: number
}

export const currencyOf = (code: string, override: number | null): Currency => ({
  code,
  precision: precisionOf(code, override),
})

/** 123456 at precision 2 is "1234.56": plain, with a point, exact. */
export function decimalText(minor: number, precision: number): string {
  const digits = String(Math.abs(minor)).padStart(precision + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return precision === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -precision)}.${digits.slice(-precision)}`
}
