import { exponentOf, type Precision } from '../currencies.ts'
import { dayOf, fullYear } from '../dates.ts'
import { amountOf } from '../money.ts'
import type { StatementBalance } from '../types.ts'
import { withComma } from './amount-text.ts'
import type { Field } from './field-splitter.ts'

const form = /^\s*R?([CD])R?\s*(\d{6})\s*([A-Za-z]{3})\s*(-?)\s*(\d[\d.,]*|,\d+)/

export interface BalanceLine extends StatementBalance {
  readonly currency: string
}

/** :60:, :62:, :64:, :65: with the tag as `kind`; null when the text is not a balance. Throws on amount or currency. */
export function readBalance(field: Field, precision: Precision): BalanceLine | null {
  const found = form.exec(field.lines.join('\n'))
  if (!found) return null
  const [, mark, date = '', code = '', minus, amount = ''] = found
  const currency = code.toUpperCase()
  const minor = amountOf(withComma(amount), ',', exponentOf(currency, precision, field.line), field.line)
  const isNegative = (mark === 'D') !== (minus === '-')
  return { amount: isNegative && minor !== 0 ? -minor : minor, date: shortDay(date), kind: field.tag, currency }
}

/** YYMMDD; null when it does not exist (some banks write zeros). */
const shortDay = (text: string): string | null =>
  dayOf(fullYear(Number(text.slice(0, 2))), Number(text.slice(2, 4)), Number(text.slice(4, 6)))
