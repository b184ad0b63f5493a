import { dayOf } from '../dates.ts'
import { arrange, type DateOrder, fits, type Period, splitDate } from './date-text.ts'
import { normaliseHeader } from './match-header.ts'
import type { Row } from './tokenize.ts'

const inText =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{1,2}[-. ]*[^\d\s./,;:-]{3,12}[-. ,]*\d{4}/g
const dayFirst = ['dmy', 'mdy', 'ymd'] as const
const monthFirst = ['mdy', 'dmy', 'ymd'] as const

/** The days that cells name, in the order in which they stand. */
const daysIn = (cells: readonly string[], order: DateOrder = 'dmy'): string[] =>
  cells.flatMap((cell) =>
    (cell.length > 200 ? [] : (cell.match(inText) ?? [])).flatMap((text) => {
      const parts = splitDate(text)
      const fitting = parts && (order === 'mdy' ? monthFirst : dayFirst).find((one) => fits(parts, one))
      const found = parts && fitting ? arrange(parts, fitting) : null
      return (found && dayOf(...found)) ?? []
    }),
  )

/** The first and last day that the lines above a table name, or null when they name none. */
export function periodOf(cells: readonly string[]): Period | null {
  const days = daysIn(cells).sort()
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

const from =
  /^(?:from|start|von|ab|du|desde|de|dal|da|van|vanaf|fra|fran|od|alkaen|с|от|from date|start date|date from|transaction date from|fecha desde|fecha inicial|data iniziale|data inicial|date de debut|boekingsdatum vanaf|startdatum|datum von|datum vanaf|дата начала|начало)(?= |$)/
const until =
  /^(?:to|until|end|bis|au|hasta|ate|al|tot|til|till|do|asti|по|до|to date|end date|date to|fecha hasta|fecha final|data finale|data final|date de fin|boekingsdatum tot|enddatum|einddatum|datum bis|дата окончания|конец)(?= |$)/

/**
 * The period that the lines above the table say it covers: two days in one line, or a line from and a line to. Null when
 * they say none; `order` is how the table writes its dates.
 */
export function statedPeriod(preamble: readonly Row[], order: DateOrder): Period | null {
  let begin: string | null = null
  for (const { cells } of preamble) {
    const days = daysIn(cells, order)
    const [first, second] = days
    if (days.length === 2 && first !== undefined && second !== undefined && first < second)
      return { first, last: second }
    const label = normaliseHeader(cells.find((cell) => cell !== '') ?? '')
    if (days.length !== 1 || first === undefined) continue
    if (from.test(label)) begin = first
    else if (begin !== null && begin <= first && until.test(label)) return { first: begin, last: first }
  }
  return null
}
