import type { StatementFault } from '../failure.ts'
import { quoting } from '../faults.ts'
import type { AmountFailure } from './amounts.ts'
import type { Row } from './tokenize.ts'

const faultWords = (failure: AmountFailure, shown: string): string => {
  switch (failure) {
    case 'not_a_number':
      return `"${shown}" is not an amount.`
    case 'amount_precision':
      return `"${shown}" has more decimals than the currency. Raise the precision of the ledger if the bank counts so fine; nothing is rounded.`
    case 'amount_not_cents':
      return `"${shown}" has decimals, and the mapping says that the column counts cents.`
    case 'amount_too_large':
      return `"${shown}" is beyond the exact range of amounts.`
    case 'amount_missing':
      return 'There is a date but no amount.'
    case 'amount_two_sides':
      return 'Debit and credit are both filled.'
    case 'amount_columns_conflict':
      return 'The amount and the debit or credit column disagree.'
  }
}

/** Faults of what stands in the cell itself. */
const quoted: ReadonlySet<AmountFailure> = new Set([
  'not_a_number',
  'amount_precision',
  'amount_not_cents',
  'amount_too_large',
])

/** Why a row is no item, in words. */
export function faultOf(
  row: Row,
  dateText: string,
  date: string | null,
  amount: number | AmountFailure,
  isTooWide: boolean,
  amountText: string,
): StatementFault {
  const fault = (code: string, message: string, text = ''): StatementFault => ({
    line: row.line,
    code,
    message,
    ...quoting(text),
  })
  if (isTooWide) return fault('row_width', 'The row has more cells than the table has columns.')
  if (date === null && dateText === '') return fault('date_missing', 'There is no date.')
  if (date === null) return fault('date_invalid', `"${dateText.slice(0, 40)}" is not a date.`, dateText)
  if (typeof amount !== 'number') {
    const code = amount === 'not_a_number' ? 'amount_invalid' : amount
    return fault(code, faultWords(amount, amountText.slice(0, 40)), quoted.has(amount) ? amountText : '')
  }
  return fault('row_unreadable', 'The row cannot be read.')
}
