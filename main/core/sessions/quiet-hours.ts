/** Local times `HH:MM` between which nothing is started on schedule; over midnight when `from` is the later one. */
export interface QuietHours {
  readonly from: string
  readonly until: string
}

/** Calendar day `YYYY-MM-DD` and time `HH:MM` of an instant in a zone. */
export function localTime(at: number, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

export function isQuiet(hours: QuietHours | null, at: number, timeZone: string): boolean {
  if (!hours || hours.from === hours.until) return false
  const { time } = localTime(at, timeZone)
  return hours.from < hours.until ? time >= hours.from && time < hours.until : time >= hours.from || time < hours.until
}
