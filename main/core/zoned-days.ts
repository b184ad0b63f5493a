import { day, hour } from './time.ts'

// Making a format costs a hundred times what using it does, and an import asks for ten thousand days.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format
}

/** The calendar day of an instant at the bank. */
export const dayAt = (at: number, timeZone: string): string =>
  timeZone === 'UTC' ? new Date(at).toISOString().slice(0, 10) : formatOf(timeZone).format(at)

/**
 * The middle of a bank's day: the instant of a line that has only a day. Midnight would be the day before for everybody
 * who looks from further west. Noon of the zone, to the hour.
 */
export function noonOf(bankDay: string, timeZone: string): number {
  const utcNoon = Date.parse(`${bankDay}T12:00:00Z`)
  if (timeZone === 'UTC') return utcNoon
  // The day begins with the first hour that belongs to it; zones lie within 14 hours of UTC.
  let start = utcNoon - 27 * hour
  while (dayAt(start, timeZone) < bankDay) start += hour
  return start + 12 * hour
}

/** An interval that holds every instant of the day in any zone of the world; `until` is exclusive. */
export function aroundDay(bankDay: string): { readonly from: number; readonly until: number } {
  const start = Date.parse(`${bankDay}T00:00:00Z`)
  return { from: start - 15 * hour, until: start + day + 13 * hour }
}
