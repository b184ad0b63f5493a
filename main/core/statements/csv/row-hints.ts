import { type DateOrder, looksLikeDate } from './date-text.ts'
import type { DateCells } from './decide-dates.ts'
import { findAccount, findCurrency } from './harvest.ts'
import { isNumber } from './number-text.ts'
import type { Plan } from './plan.ts'
import type { Row } from './tokenize.ts'

interface Section {
  readonly account: string
  readonly currency: string | null
  /** The line that names the account. */
  readonly at: number
}

/** The account that the lines between one table and the next name, with its currency where they name one. */
export function sectionBefore(rows: readonly Row[], header: number, last: number): Section | null {
  for (let at = header - 1; at > Math.max(last, header - 20); at -= 1) {
    const account = findAccount(rows[at]?.cells ?? [])
    if (account === null) continue
    const named = rows.slice(at, header).map(({ cells }) => findCurrency(cells))
    return { account, at, currency: named.find((one) => one !== null) ?? null }
  }
  return null
}

/** Whether a row goes on behind its last column with more than further words of a text that the bank parted. */
export function hasForeignCells(
  cells: readonly string[],
  { width }: Plan,
  isText: (column: number) => boolean,
): boolean {
  const more = cells.slice(width).filter((cell) => cell !== '')
  return more.length > 0 && (!isText(width - 1) || more.some((cell) => isNumber(cell) || looksLikeDate(cell)))
}

export const latest = (a: string, b: string): string => (a > b ? a : b)

const dayText = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/

/** The day that a line above the table names. */
export function dayIn(cells: readonly string[], order: DateOrder, dates: DateCells): string | null {
  for (const cell of cells) {
    const text = cell.length < 60 ? dayText.exec(cell)?.[0] : undefined
    const parts = text === undefined ? null : dates.parts(text)
    if (parts) return dates.day(parts, order === 'ymd' && parts.kind === 'open' ? 'dmy' : order)
  }
  return null
}
