import { dayOf, fullYear } from '../dates.ts'
import type { Faults } from '../faults.ts'
import { filled } from '../filled.ts'
import type { StatementEntry } from '../types.ts'
import { type Direction, directionOf, ownDirection } from './direction.ts'
import { readFunds } from './funds.ts'
import { FieldCursor, type LogicalRecord } from './logical-records.ts'
import { minorOf } from './minor.ts'
import { partiesOf } from './parties.ts'

const maxRaw = 4_000
const checkPaid = '475'

export interface TransactionContext {
  readonly currency: string
  readonly bookingDate: string | null
  readonly bookingText: string
  readonly ownCodes: string | undefined
  readonly faults: Faults
}

export interface ReadTransaction {
  readonly entry: StatementEntry
  /** As written, for the control total. */
  readonly control: number
  readonly direction: Direction
}

/** Record 16: type, amount, funds type with its extra fields, bank reference, customer reference, text. */
export function readTransaction(record: LogicalRecord, context: TransactionContext): ReadTransaction | null {
  const { faults } = context
  const cursor = new FieldCursor(record)
  const next = () => cursor.next()
  const type = next()
  const amountText = next()
  const { valueText } = readFunds(next)
  const bankReference = next()
  const customerReference = next()
  const pieces = cursor.rest()
  const direction = directionOf(type)
  const control = minorOf(amountText === '' && direction === 'message' ? '0' : amountText)
  if (direction === 'unknown')
    faults.add('bai2_type_unknown', `The type code "${type.slice(0, 10)}" says neither credit nor debit.`, record.line)
  if (control === null)
    faults.add(
      'amount_invalid',
      `"${amountText.slice(0, 40)}" is not an amount in minor units.`,
      record.line,
      amountText,
    )
  if (context.bookingDate === null)
    faults.add(
      'booking_date_invalid',
      `The as-of date "${context.bookingText.slice(0, 20)}" does not exist.`,
      record.line,
      context.bookingText,
    )
  if (direction === 'unknown' || control === null || context.bookingDate === null) return null
  const isDebit = (direction === 'own' ? ownDirection(type, context.ownCodes) : direction) === 'debit'
  const text = pieces.map((piece) => piece.trim()).join(' ')
  const entry: StatementEntry = {
    position: record.line,
    level: 'entry',
    amount: isDebit && control !== 0 ? -control : control,
    currency: context.currency,
    isReversal: false,
    ...(control < 0 ? { isNegativeText: true } : {}),
    bankStatus: direction === 'message' ? 'info' : 'booked',
    bookingDate: context.bookingDate,
    valueDate: valueText === '' ? null : bai2Day(valueText),
    ...filled<StatementEntry>({
      bookingText: context.bookingText,
      valueText,
      bankReference,
      entryReference: type === checkPaid ? '' : customerReference,
      chequeNo: type === checkPaid && !/^0*$/.test(customerReference) ? customerReference : '',
      ...partiesOf(pieces, type, isDebit ? 'debit' : 'credit'),
      remittanceText: text.replace(/\s+/g, ' '),
      remittanceJoined: pieces.join('').replace(/\s+/g, ' ').trim(),
      bankCode: { proprietary: type, issuer: 'BAI' },
      raw: [`16,${record.pieces[0] ?? ''}`, ...record.pieces.slice(1).map((piece) => `88,${piece}`)]
        .join('\n')
        .slice(0, maxRaw),
    }),
  }
  return { entry, control, direction }
}

/** YYMMDD (some banks YYYYMMDD); null when it does not exist. */
export function bai2Day(text: string): string | null {
  const found = /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(text)
  if (!found) return null
  const year = Number(found[1])
  return dayOf(found[1]?.length === 2 ? fullYear(year) : year, Number(found[2]), Number(found[3]))
}
