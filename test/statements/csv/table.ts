import { readCsv } from '../../../main/core/statements/csv/read-csv.ts'
import type { ReadOptions } from '../../../main/core/statements/types.ts'
import { entriesOf, failureOf, readText, warningCodes } from '../read-text.ts'

/** Reads one CSV text, with what tests look at. */
export async function readTable(text: string, options: ReadOptions = {}) {
  const file = await readText(readCsv, text, options)
  const entries = entriesOf(file)
  const booked = entries.filter(({ bankStatus }) => bankStatus === 'booked')
  return {
    file,
    entries,
    booked,
    amounts: booked.map(({ amount }) => amount),
    dates: booked.map(({ bookingDate }) => bookingDate),
    texts: booked.map(({ remittanceText }) => remittanceText),
    sum: booked.reduce((total, { amount }) => total + (amount ?? 0), 0),
    statement: file.statements[0],
    questions: file.questions.map(({ code }) => code),
    warnings: warningCodes(file),
  }
}

export const refuse = (text: string, options: ReadOptions = {}) => failureOf(readCsv, text, options)

export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
