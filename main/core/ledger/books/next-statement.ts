/** The period of a statement, days `YYYY-MM-DD`. */
export interface Period {
  readonly from: string | null
  readonly to: string
}

const dayMs = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Last day of the month that is `months` after the month of a day. */
const monthEnd = (day: string, months: number): string => {
  const date = new Date(at(day))
  return iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0))
}

/**
 * The day by which the next statement of an account ends: as long after the last one as that one covered, in whole months
 * where it ends with a month and is about as long as months are. Null without a statement whose length is known.
 */
export function nextStatement(last: Period | null, before: Period | null): string | null {
  if (!last) return null
  const begin = before && before.to < last.to ? at(before.to) + dayMs : last.from === null ? null : at(last.from)
  if (begin === null) return null
  const days = Math.round((at(last.to) - begin) / dayMs) + 1
  const months = Math.round(days / 30.44)
  if (months >= 1 && Math.abs(days - months * 30.44) <= 3 && last.to === monthEnd(last.to, 0))
    return monthEnd(last.to, months)
  return iso(at(last.to) + days * dayMs)
}
