/** Calendar days as `YYYY-MM-DD` text, without clock and without zone (ledger specification 2.2). */

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month, 1-based month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const written = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The day, or null when it does not exist (30 February, month 13, year 0). For booking dates. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null
  return day <= daysIn(year, month) ? written(year, month, day) : null
}

export interface ValueDay {
  readonly date: string
  /** True when the day was past its month's end: warn `value_date_adjusted`. */
  readonly isAdjusted: boolean
}

/** As `dayOf`, but a day up to 31 past the month's end becomes the month's last day: banks count 30-day months. */
export function valueDayOf(year: number, month: number, day: number): ValueDay | null {
  const date = dayOf(year, month, day)
  if (date !== null) return { date, isAdjusted: false }
  if (day > 31) return null
  const last = dayOf(year, month, 1) === null || day < 1 ? null : written(year, month, daysIn(year, month))
  return last === null ? null : { date: last, isAdjusted: true }
}

/** 70–99 → 19xx, 00–69 → 20xx. */
export const fullYear = (twoDigits: number): number => (twoDigits >= 70 ? 1900 : 2000) + twoDigits

const isoText = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T Z+-])/

/** ISO date or date-time text → its calendar date as written, never converted to another zone; null when impossible. */
export function isoDay(text: string): string | null {
  const found = isoText.exec(text.trim())
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

/** As `isoDay`, for value dates. */
export function isoValueDay(text: string): ValueDay | null {
  const found = isoText.exec(text.trim())
  return found ? valueDayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

/** Whole days from `a` to `b` (both `YYYY-MM-DD`); negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 86_400_000
