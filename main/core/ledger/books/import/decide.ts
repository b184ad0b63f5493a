import { bookingDay, type DateOrder, fits, splitDate } from '../../../statements/csv/date-text.ts'
import { type DecimalSign, decimalEvidence, splitNumber } from '../../../statements/csv/number-text.ts'
import type { ImportQuestion } from './types.ts'

interface Decided<T> {
  readonly value: T
  readonly question: ImportQuestion | null
}

const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

/**
 * Order of day and month over all dates of the file (4.5.3): the one under which all are dates; then the one under which
 * the rows are in order of time; else it is asked.
 */
export function decideDateOrder(texts: readonly string[], answer: string | undefined): Decided<DateOrder> {
  const parts = texts
    .flatMap((text) => splitDate(text) ?? [])
    .filter(({ kind }) => kind === 'open' || kind === 'compact')
  const possible = orders.filter((order) => parts.every((one) => fits(one, order)))
  const chosen = possible.find((order) => order === answer)
  if (chosen) return { value: chosen, question: null }
  const [first = 'dmy', ...others] = possible
  const days = (order: DateOrder) => parts.map((one) => bookingDay(one, order) ?? '')
  const isOrdered = (list: readonly string[]) => list.every((day, at) => at === 0 || day >= (list[at - 1] ?? ''))
  const alike = others.every((order) => days(order).join() === days(first).join())
  if (parts.length === 0 || alike) return { value: first, question: null }
  const ordered = possible.filter((order) => isOrdered(days(order)) || isOrdered(days(order).toReversed()))
  const [only, ...rest] = ordered
  if (only && rest.length === 0) return { value: only, question: null }
  const best = only ?? first
  return {
    value: best,
    question: {
      code: 'date_order',
      message: `The dates can be read in more than one order: is "${texts[0]}" ${possible.map((order) => days(order)[0]).join(' or ')}?`,
      choices: possible,
      chosen: best,
    },
  }
}

/** Decimal sign over all amounts of the file (4.5.2). */
export function decideDecimal(texts: readonly string[], answer: string | undefined): Decided<DecimalSign> {
  if (answer === '.' || answer === ',') return { value: answer, question: null }
  const votes = { '.': 0, ',': 0, none: 0, unclear: 0 }
  for (const text of texts) {
    const parts = splitNumber(text)
    if (parts) votes[decimalEvidence(parts.body)] += 1
  }
  if (votes['.'] !== votes[',']) return { value: votes['.'] > votes[','] ? '.' : ',', question: null }
  if (votes.unclear === 0) return { value: '.', question: null }
  const written = texts.some((text) => text.includes('.')) ? '.' : ','
  const value = written === '.' ? ',' : '.'
  return {
    value,
    question: {
      code: 'decimal_sign',
      message: `Every amount is written like 1${written}234. Is the ${written === '.' ? 'point' : 'comma'} a decimal sign or does it part thousands?`,
      choices: ['.', ','],
      chosen: value,
    },
  }
}
