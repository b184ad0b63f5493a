import { localeFor } from '../../shared/formats.ts'
import { useLanguage } from '../preferences/language.ts'
import { decimalOf } from './amounts.ts'
import type { Money } from './ledger-api.ts'

export interface BookFormats {
  /** `1,234.56`, with the decimals of its currency. */
  amount(value: Money): string
  /** A bank day; never shifted by a time zone. */
  day(day: string): string
}

const made = new Map<string, BookFormats>()

/** Amounts with the decimals that the books give them, and bank days, in one locale. */
export function createBookFormats(locale: string): BookFormats {
  const numbers = new Map<number, Intl.NumberFormat>()
  const number = (precision: number) => {
    const known = numbers.get(precision)
    if (known) return known
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: precision,
      maximumFractionDigits: precision,
      useGrouping: 'always',
    })
    numbers.set(precision, format)
    return format
  }
  // A bank day has no time; read in UTC it is the same day everywhere.
  const days = new Intl.DateTimeFormat(locale, { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return {
    amount: (value) => number(value.precision).format(decimalOf(value) as Intl.StringNumericLiteral),
    day: (day) =>
      days
        .formatToParts(new Date(`${day}T00:00:00Z`))
        .map(({ type, value }) => (type === 'month' ? value.replace(/\.$/, '') : value))
        .join(''),
  }
}

export function useBookFormats(): BookFormats {
  const locale = localeFor(
    useLanguage((state) => state.language),
    navigator.languages,
  )
  const formats = made.get(locale) ?? createBookFormats(locale)
  made.set(locale, formats)
  return formats
}
