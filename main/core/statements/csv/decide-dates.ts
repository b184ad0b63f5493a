import type { StatementQuestion } from '../types.ts'
import {
  arrange,
  bookingDay,
  type DateOrder,
  type DateParts,
  fits,
  type Period,
  splitDate,
  splitYearless,
} from './date-text.ts'
import type { Row } from './tokenize.ts'

const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd']

/** Reads the dates of one column; the same texts repeat, so each is taken apart once. */
export class DateCells {
  private readonly known = new Map<string, DateParts | null>()
  private readonly days = new Map<DateParts, Map<DateOrder, string | null>>()
  private readonly period: Period | null

  /** `period` gives the year to dates that have none. */
  constructor(period: Period | null = null) {
    this.period = period
  }

  parts(text: string): DateParts | null {
    let found = this.known.get(text)
    if (found === undefined) {
      found = splitDate(text) ?? (this.period === null ? null : splitYearless(text, this.period))
      if (this.known.size < 50_000) this.known.set(text, found)
    }
    return found
  }

  /** The booking day of a text; equal texts share one string. */
  day(parts: DateParts, order: DateOrder): string | null {
    let byOrder = this.days.get(parts)
    if (byOrder === undefined) {
      byOrder = new Map()
      if (this.days.size < 50_000) this.days.set(parts, byOrder)
    }
    let day = byOrder.get(order)
    if (day === undefined) {
      day = bookingDay(parts, order)
      byOrder.set(order, day)
    }
    return day
  }
}

interface DateVotes {
  readonly possible: readonly DateOrder[]
  readonly isOpen: boolean
  readonly isDotted: boolean
}

/** The orders under which most cells of the column are dates. */
function countDateVotes(rows: readonly Row[], first: number, column: number, cells: DateCells): DateVotes {
  const valid = { dmy: 0, mdy: 0, ymd: 0 }
  let open = 0
  let dotted = 0
  const firstParts = new Set<number>()
  const lastParts = new Set<number>()
  for (let index = first; index < rows.length; index += 1) {
    const cell = rows[index]?.cells[column]
    if (!cell) continue
    const parts = cells.parts(cell)
    if (!parts || parts.kind === 'fixed' || parts.kind === 'serial') continue
    open += 1
    if (cell.includes('.') && cell.indexOf('.') < 3) dotted += 1
    for (const order of orders) if (fits(parts, order)) valid[order] += 1
    if (parts.kind === 'open') {
      firstParts.add(parts.parts[0])
      lastParts.add(parts.parts[2])
    }
  }
  const most = Math.max(valid.dmy, valid.mdy, valid.ymd)
  return {
    possible:
      open === 0
        ? orders
        : likely(
            orders.filter((order) => valid[order] === most),
            firstParts,
            lastParts,
          ),
    isOpen: open > 0,
    isDotted: dotted * 2 > open,
  }
}

/** Of 25-01-30 and 30-01-25 the part that stays the same in every row is the year; the year comes last otherwise. */
function likely(
  possible: readonly DateOrder[],
  first: ReadonlySet<number>,
  last: ReadonlySet<number>,
): readonly DateOrder[] {
  if (!possible.includes('ymd') || possible.length === 1 || first.size === 0) return possible
  const isYearFirst = first.size === 1 && last.size > 1
  return possible.filter((order) => (order === 'ymd') === isYearFirst)
}

export interface DateHints {
  readonly saved: ReadonlyMap<number, DateOrder>
  readonly answer: string | undefined
  readonly currency: string | null
  readonly language: string | null
  /** Cells of the preamble, whose dates follow the same habit. */
  readonly preamble: readonly string[]
}

export interface DateDecision {
  readonly orders: ReadonlyMap<number, DateOrder>
  readonly question: StatementQuestion | null
  readonly interpretation: readonly string[]
}

const words: Readonly<Record<DateOrder, string>> = {
  dmy: 'day before month',
  mdy: 'month before day',
  ymd: 'year, month, day',
}

/** Decides day before month or month before day per column over all rows; asks once when nothing tells. */
export function decideDates(
  rows: readonly Row[],
  first: number,
  columns: readonly number[],
  cells: DateCells,
  hints: DateHints,
): DateDecision {
  const decided = new Map<number, DateOrder>()
  const fixed = new Map<number, DateOrder>()
  const undecided: { column: number; votes: DateVotes }[] = []
  const interpretation: string[] = []
  for (const column of columns) {
    const votes = countDateVotes(rows, first, column, cells)
    const only = votes.possible.length === 1 ? votes.possible[0] : undefined
    if (!votes.isOpen) fixed.set(column, 'ymd')
    else if (only) decided.set(column, only)
    else undecided.push({ column, votes })
  }
  const certain = columns.flatMap((column) => {
    const order = decided.get(column)
    return order && countable(rows, first, column, cells) ? [order] : []
  })
  let question: StatementQuestion | null = null
  for (const { column, votes } of undecided) {
    const among = (order: DateOrder | null | undefined): DateOrder | null =>
      order && votes.possible.includes(order) ? order : null
    const choice =
      among(hints.saved.get(column)) ??
      among(hints.answer as DateOrder | undefined) ??
      among(monotonicOrder(rows, first, column, votes.possible, cells)) ??
      among(certain[0]) ??
      among(closestOrder(rows, first, column, columns, new Map([...decided, ...fixed]), votes.possible, cells)) ??
      among(preambleOrder(hints.preamble)) ??
      among(habit(votes, hints))
    if (choice) decided.set(column, choice)
    else {
      const chosen: DateOrder = hints.currency === 'USD' ? 'mdy' : 'dmy'
      decided.set(column, chosen)
      question ??= {
        code: 'date_order',
        params: { context: 'example', example: exampleOf(rows, first, column) },
        message: `Dates such as ${exampleOf(rows, first, column)} can be read with the day or with the month first. Which does this bank mean?`,
        choices: votes.possible,
        chosen,
        changesAmounts: false,
      }
    }
  }
  for (const [column, order] of decided)
    if (countable(rows, first, column, cells)) interpretation.push(`dates: ${words[order]}`)
  return { orders: decided, question, interpretation: [...new Set(interpretation)] }
}

const exampleOf = (rows: readonly Row[], first: number, column: number): string =>
  rows.slice(first).find((row) => splitDate(row.cells[column] ?? ''))?.cells[column] ?? ''

const countable = (rows: readonly Row[], first: number, column: number, cells: DateCells): boolean => {
  for (let index = first; index < Math.min(rows.length, first + 50); index += 1) {
    const parts = cells.parts(rows[index]?.cells[column] ?? '')
    if (parts && (parts.kind === 'open' || parts.kind === 'compact')) return true
  }
  return false
}

/** The only order under which the rows run in one direction, at least three different days given. */
function monotonicOrder(
  rows: readonly Row[],
  first: number,
  column: number,
  possible: readonly DateOrder[],
  cells: DateCells,
): DateOrder | null {
  const sorted = possible.filter((order) => {
    let rises = 0
    let falls = 0
    let last = ''
    for (let index = first; index < rows.length; index += 1) {
      const parts = cells.parts(rows[index]?.cells[column] ?? '')
      const day = parts ? bookingDay(parts, order) : null
      if (!day) continue
      if (last !== '' && day > last) rises += 1
      if (last !== '' && day < last) falls += 1
      last = day
      if (rises > 0 && falls > 0) return false
    }
    return rises + falls >= 2
  })
  return sorted.length === 1 ? (sorted[0] ?? null) : null
}

/** The only order under which the dates stay within ten days of an already decided date column. */
function closestOrder(
  rows: readonly Row[],
  first: number,
  column: number,
  columns: readonly number[],
  decided: ReadonlyMap<number, DateOrder>,
  possible: readonly DateOrder[],
  cells: DateCells,
): DateOrder | null {
  const other = columns.find((one) => one !== column && decided.has(one))
  if (other === undefined) return null
  const otherOrder = decided.get(other) ?? 'ymd'
  const number = (parts: DateParts | null, order: DateOrder): number | null => {
    const found = parts ? arrange(parts, order) : null
    return found ? Date.UTC(found[0], found[1] - 1, found[2]) / 86_400_000 : null
  }
  const near = possible.filter((order) => {
    let compared = 0
    for (let index = first; index < Math.min(rows.length, first + 2_000); index += 1) {
      const own = number(cells.parts(rows[index]?.cells[column] ?? ''), order)
      const reference = number(cells.parts(rows[index]?.cells[other] ?? ''), otherOrder)
      if (own === null || reference === null) continue
      compared += 1
      if (Math.abs(own - reference) > 10) return false
    }
    return compared > 0
  })
  return near.length === 1 ? (near[0] ?? null) : null
}

function preambleOrder(preamble: readonly string[]): DateOrder | null {
  const found = new Set<DateOrder>()
  for (const cell of preamble)
    for (const text of cell.match(/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/g) ?? []) {
      const parts = splitDate(text)
      if (parts?.kind !== 'open') continue
      const possible = (['dmy', 'mdy'] as const).filter((order) => fits(parts, order))
      if (possible.length === 1 && possible[0]) found.add(possible[0])
    }
  return found.size === 1 ? ([...found][0] ?? null) : null
}

const monthFirst: ReadonlySet<string> = new Set(['USD', 'CAD', 'PHP'])

/** Points between the numbers, a language other than English, a currency of a country that writes the day first. */
function habit({ possible, isDotted }: DateVotes, { currency, language }: DateHints): DateOrder | null {
  if (!possible.includes('dmy')) return null
  if (isDotted) return 'dmy'
  if (language !== null && language !== 'en') return 'dmy'
  return currency !== null && !monthFirst.has(currency) ? 'dmy' : null
}
