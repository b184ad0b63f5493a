const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** The person's own variant of the language that is shown (`es` with a browser set to es-UY gives `es-UY`). */
export const localeFor = (language: string, preferred: readonly string[]): string =>
  preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language

export interface Formats {
  /** `"1500.00"` → `1,500.00`, exactly: amounts never pass through a floating-point number. */
  money(amount: string): string
  number(value: number): string
  /** `12 May`, with the year when it is not this year's. */
  date(iso: string, now: number): string
  /** `Sep 2026`. */
  month(iso: string): string
  dateTime(iso: string, now: number): string
  /** Every part, for titles and copies. */
  exact(iso: string): string
  /** `2 min ago`, `in 18 min`; a date beyond a week. */
  relative(iso: string, now: number): string
  /** `16 ms`, `1.6 secs`, `3 mins 18 secs`. */
  duration(ms: number): string
  list(items: readonly string[]): string
}

/** Dates and numbers in one locale; instants in the computer's own time zone. */
export function createFormats(locale: string): Formats {
  const money = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: 'always',
  })
  const number = new Intl.NumberFormat(locale, { useGrouping: 'always' })
  const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 1 })
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', maximumFractionDigits: 0 })
  const wholeSeconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 0 })
  const milliseconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 })
  const thisYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const anyYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  // Twelve-hour forms ("11:30 a. m.") are too wide for a column and easy to misread in one.
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' })
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })

  const date = (iso: string, now: number) => {
    const at = new Date(iso)
    const format = at.getFullYear() === new Date(now).getFullYear() ? thisYear : anyYear
    // Spanish abbreviates months with a dot, which would meet the dot of a sentence.
    return format
      .formatToParts(at)
      .map(({ type, value }) => (type === 'month' ? value.replace(/\.$/, '') : value))
      .join('')
  }

  return {
    money: (amount) => money.format(amount as Intl.StringNumericLiteral),
    number: (value) => number.format(value),
    date,
    month: (iso) => month.format(new Date(iso)),
    dateTime: (iso, now) => `${date(iso, now)} ${time.format(new Date(iso))}`,
    exact: (iso) => exact.format(new Date(iso)),
    relative: (iso, now) => {
      const ms = Date.parse(iso) - now
      const far = Math.abs(ms)
      // Never zero: "read now" would sound like something to do. What just happened may lie a moment after the last tick.
      if (ms > 0 && ms < 5 * second) return ago.format(-1, 'second')
      if (far < 45 * second) return ago.format(Math.round(ms / second) || -1, 'second')
      if (far < 59.5 * minute) return ago.format(Math.round(ms / minute), 'minute')
      if (far < 23.5 * hour) return ago.format(Math.round(ms / hour), 'hour')
      if (far < 7 * day) return ago.format(Math.round(ms / day), 'day')
      return date(iso, now)
    },
    duration: (ms) => {
      if (ms < second) return milliseconds.format(ms)
      if (ms < minute) return seconds.format(ms / second)
      const whole = Math.round(ms / second)
      return `${minutes.format(Math.floor(whole / 60))} ${wholeSeconds.format(whole % 60)}`
    },
    list: (items) => list.format(items),
  }
}
