import { dayOf, daysBetween, fullYear, valueDayOf } from '../dates.ts'
import { withComma } from './amount-text.ts'

/** A :61: taken apart, before its amount is read. */
export interface StatementLine {
  readonly valueDate: string
  readonly valueText: string
  readonly isValueAdjusted: boolean
  /** Null when the line has no entry date. */
  readonly bookingDate: string | null
  readonly bookingText: string | null
  readonly mark: 'C' | 'D' | 'RC' | 'RD' | 'EC' | 'ED'
  readonly isNegativeText: boolean
  /** With a decimal comma, without sign and groups. */
  readonly amount: string
  readonly type: string
  readonly customerReference: string
  readonly bankReference: string
  readonly supplement: readonly string[]
}

export interface LineProblem {
  readonly code: 'line_invalid' | 'value_date_invalid' | 'booking_date_invalid'
  readonly message: string
}

// The letter after C or D is a funds code, so CR and DR are no reversals; RC and RD are. Blanks and line breaks may
// stand between any two parts.
const lead = /^\s*(\d{6})\s*?(\d{4})?\s*(R[CD]|E[CD]|[CD])\s*([A-Z])?\s*(-?)\s*(\d[\d.,]*|,\d+)[^\S\n]*/

/** Reads :61: from left to right with tolerant lengths. */
export function readStatementLine(lines: readonly string[]): StatementLine | LineProblem {
  const text = lines.join('\n')
  const found = lead.exec(text)
  if (!found) return { code: 'line_invalid', message: `"${text.slice(0, 60)}" is not a :61: line.` }
  const [all, valueText = '', entryText, mark, , minus, amount = ''] = found
  const value = valueDayOf(fullYear(part(valueText, 0)), part(valueText, 2), part(valueText, 4))
  if (value === null) return { code: 'value_date_invalid', message: `The value date "${valueText}" does not exist.` }
  const bookingText = entryText === undefined || entryText === '0000' ? null : entryText
  const bookingDate = bookingText === null ? null : entryDay(bookingText, value.date)
  if (bookingText !== null && bookingDate === null)
    return { code: 'booking_date_invalid', message: `The entry date "${bookingText}" does not exist.` }
  const [first = '', ...supplement] = text.slice(all.length).split('\n')
  // A bank that writes no type goes straight on to the reference that stands for none.
  const type = /^(?!NONREF\s*(?:\/\/|$))[A-Z](?:[A-Za-z0-9]{3}|[A-Z]{2} )/.exec(first)?.[0] ?? ''
  // Where the references do not fit the line, the bank's begins the next one.
  const isWrapped = !first.includes('//') && supplement[0]?.trim().startsWith('//') === true
  const [references = '', ...tags] = atTags(first.slice(type.length) + (isWrapped ? supplement.shift()?.trim() : ''))
  supplement.unshift(...tags)
  const slashes = references.indexOf('//')
  return {
    valueDate: value.date,
    valueText,
    isValueAdjusted: value.isAdjusted,
    bookingDate,
    bookingText,
    mark: mark as StatementLine['mark'],
    isNegativeText: minus === '-',
    amount: withComma(amount),
    type: type.trim(),
    customerReference: (slashes < 0 ? references : references.slice(0, slashes)).trim(),
    bankReference: (slashes < 0 ? '' : references.slice(slashes + 2)).trim(),
    supplement: supplement.map((line) => line.trim()).filter((line) => line !== ''),
  }
}

// Original amount and charges belong under the line; some banks write them behind its references.
function atTags(text: string): readonly string[] {
  const found = /\/{1,2}(?=(?:OCMT|CHGS|EXCH)\/)/.exec(text)
  return found ? [text.slice(0, found.index), `/${text.slice(found.index + found[0].length)}`] : [text]
}

const part = (text: string, at: number) => Number(text.slice(at, at + 2))

/** The entry date has no year: the one that brings it nearest to the value date. */
function entryDay(monthDay: string, valueDate: string): string | null {
  const year = Number(valueDate.slice(0, 4))
  const days = [year, year - 1, year + 1]
    .map((candidate) => dayOf(candidate, part(monthDay, 0), part(monthDay, 2)))
    .filter((day) => day !== null)
  const distance = (day: string) => Math.abs(daysBetween(valueDate, day))
  return days.reduce<string | null>((best, day) => (best === null || distance(day) < distance(best) ? day : best), null)
}

/** Credit to the account is plus; a reversal of a credit takes back, a reversal of a debit gives back. */
export const isCredit = (mark: StatementLine['mark']): boolean => mark === 'C' || mark === 'RD' || mark === 'EC'
