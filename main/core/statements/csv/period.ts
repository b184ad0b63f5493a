import { dayOf } from '../dates.ts'
import { arrange, fits, type Period, splitDate } from './date-text.ts'

const inText =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{1,2}[-. ]*[^\d\s./,;:-]{3,12}[-. ,]*\d{4}/g

/** The first and last day that the lines above a table name, or null when they name none. */
export function periodOf(cells: readonly string[]): Period | null {
  let first = ''
  let last = ''
  for (const cell of cells)
    for (const text of cell.length > 200 ? [] : (cell.match(inText) ?? [])) {
      const parts = splitDate(text)
      const order = parts && (['dmy', 'mdy', 'ymd'] as const).find((one) => fits(parts, one))
      const found = parts && order ? arrange(parts, order) : null
      const day = found && dayOf(...found)
      if (!day) continue
      if (first === '' || day < first) first = day
      if (day > last) last = day
    }
  return first === '' ? null : { first, last }
}
