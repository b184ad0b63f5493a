export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** Instants are stored as milliseconds UTC and leave the program as ISO 8601 text with `Z`. */
export const iso = (at: number): string => new Date(at).toISOString()
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))

/** The zone that this computer is set to: of banks that state none. */
export const computerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The calendar day of an instant on this computer, `YYYY-MM-DD`: "today" in the books. */
export function localDay(at: number): string {
  const date = new Date(at)
  return iso(at - date.getTimezoneOffset() * minute).slice(0, 10)
}
