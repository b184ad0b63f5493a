import { bookingDay } from '../csv/date-text.ts'
import type { Faults } from '../faults.ts'
import { filled } from '../filled.ts'
import { looseAmount } from '../loose-amount.ts'
import { amountFault } from '../money.ts'
import type { StatementEntry } from '../types.ts'
import { splitQifDate } from './qif-date.ts'
import type { QifField } from './records.ts'
import type { Placed } from './sections.ts'
import type { Survey } from './survey.ts'

const maxRaw = 4_000

export interface QifContext {
  readonly survey: Survey
  readonly currency: string | null
  readonly exponent: number
  readonly faults: Faults
}

/** One record as an entry; null (and faults) when date or amount cannot be read. */
export function entryOf(record: Placed, context: QifContext): StatementEntry | null {
  const { survey, exponent, faults } = context
  const field = (code: string): QifField | undefined => record.fields.find((candidate) => candidate.code === code)
  const value = (code: string) => field(code)?.value ?? ''
  const dateText = value('D')
  const parts = splitQifDate(dateText)
  const bookingDate = parts && bookingDay(parts, survey.order)
  if (bookingDate === null)
    faults.add(
      'booking_date_invalid',
      dateText === '' ? 'The record has no date (D).' : `"${dateText.slice(0, 40)}" is not a date.`,
      field('D')?.line ?? record.line,
      dateText,
    )
  const amountField = field('T') ?? field('U')
  const amount = looseAmount(amountField?.value ?? '', exponent, () => survey.decimal)
  if (typeof amount !== 'number')
    faults.add(
      amount,
      amountField === undefined ? 'The record has no amount (T).' : amountFault(amount, amountField.value, exponent),
      amountField?.line ?? record.line,
      amountField?.value,
    )
  if (bookingDate === null || typeof amount !== 'number') return null
  const number = value('N')
  const isCheque = /^\d+$/.test(number) && !/^0+$/.test(number)
  const memo = value('M')
  return {
    position: record.line,
    level: 'entry',
    amount,
    currency: context.currency,
    isReversal: false,
    bankStatus: 'booked',
    bookingDate,
    valueDate: null,
    ...filled<StatementEntry>({
      bookingText: dateText,
      counterpartyName: value('P'),
      remittanceText: memo.replace(/\s+/g, ' '),
      remittanceJoined: memo.replace(/\s+/g, ' '),
      chequeNo: isCheque ? number : '',
      entryReference: isCheque ? '' : number,
      additionalInfo: additional(record.fields),
      raw: record.fields
        .map(({ code, value: text }) => code + text)
        .join('\n')
        .slice(0, maxRaw),
    }),
  }
}

/** Category or transfer, address, and splits as text, one to a line. */
function additional(fields: readonly QifField[]): string {
  const lines: string[] = []
  const address = fields.filter(({ code, value }) => code === 'A' && value !== '').map(({ value }) => value)
  const category = fields.find(({ code }) => code === 'L')?.value ?? ''
  if (category !== '') lines.push(placed(category))
  if (address.length > 0) lines.push(`Address: ${address.join(', ')}`)
  let split: string[] = []
  const close = () => {
    if (split.length > 0) lines.push(`Split: ${split.join('; ')}`)
    split = []
  }
  for (const { code, value } of fields) {
    if (code === 'S') {
      close()
      split = [value === '' ? '-' : placed(value)]
    } else if ((code === 'E' || code === '$' || code === '%') && value !== '') split.push(value)
  }
  close()
  return lines.join('\n')
}

/** A name in square brackets is another account. */
const placed = (category: string): string => {
  const transfer = /^\[(.+)\](.*)$/.exec(category)
  return transfer ? `Transfer: ${transfer[1]}${transfer[2]}` : `Category: ${category}`
}
