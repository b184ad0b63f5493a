import { localTime } from '../sessions/quiet-hours.ts'
import { day, hour } from '../time.ts'

/** The calendar day of an instant at the bank. */
export const dayAt = (at: number, timeZone: string): string => localTime(at, timeZone).day

/**
 * Noon of a bank's day: the instant of a line that has only a day. Midnight would be the day before for everybody who
 * looks from further west.
 */
export function noonOf(bankDay: string, timeZone: string): number {
  const guess = Date.parse(`${bankDay}T12:00:00Z`)
  const shown = localTime(guess, timeZone)
  const offset = Date.parse(`${shown.day}T${shown.time}:00Z`) - guess
  return guess - offset
}

/** An interval that holds every instant of the day in any zone of the world; `until` is exclusive. */
export function aroundDay(bankDay: string): { readonly from: number; readonly until: number } {
  const start = Date.parse(`${bankDay}T00:00:00Z`)
  return { from: start - 15 * hour, until: start + day + 13 * hour }
}
