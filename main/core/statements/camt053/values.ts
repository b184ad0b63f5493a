import { exponentOf, exponentOrNull } from '../currencies.ts'
import { isoDay, isoValueDay } from '../dates.ts'
import { amountFault, readAmount } from '../money.ts'
import type { ReadOptions } from '../types.ts'
import { find, textAt, type XmlNode } from './node.ts'
import type { Remarks } from './remarks.ts'

/** What every part of a statement needs while it is read. */
export interface Context {
  readonly options: ReadOptions
  readonly remarks: Remarks
}

/** The amount as written (a minus stays) in its own currency; undefined, and a fault, when it cannot be read. */
export function amountIn(node: XmlNode, currency: string | null, { options, remarks }: Context): number | undefined {
  const exponent = exponentOf(currency, options.precision, node.line)
  const amount = readAmount(node.text, '.', exponent)
  if (typeof amount === 'number') return amount
  remarks.fault(amount, amountFault(amount, node.text, exponent), node.line, node.text)
  return undefined
}

/** An amount that is only information: undefined without any fault when it cannot be read exactly. */
export function informativeAmount(
  node: XmlNode | undefined,
  currency: string | null,
  { options }: Context,
): number | undefined {
  if (node === undefined) return undefined
  const exponent = currency === null ? 2 : exponentOrNull(currency, options.precision)
  if (exponent === null) return undefined
  const amount = readAmount(node.text, '.', exponent)
  return typeof amount === 'number' ? amount : undefined
}

/** The text of a date, whichever of Dt and DtTm holds it. */
export const dateText = (node: XmlNode | undefined): string | undefined =>
  textAt(node, 'Dt') ?? textAt(node, 'DtTm') ?? (node?.text || undefined)

/** A balance's or period's date as written, or null. */
export const plainDate = (text: string | undefined): string | null => (text === undefined ? null : isoDay(text))

/** A booking date; an impossible one is a fault of the line. */
export function bookingDate(node: XmlNode | undefined, { remarks }: Context): string | null {
  const text = dateText(node)
  if (node === undefined || text === undefined) return null
  const day = isoDay(text)
  if (day === null)
    remarks.fault('booking_date_invalid', `"${text.slice(0, 40)}" is not a booking date that exists.`, node.line, text)
  return day
}

/** A value date; a day past its month's end becomes the last day, with a warning. */
export function valueDate(node: XmlNode | undefined, { remarks }: Context): string | null {
  const text = dateText(node)
  if (node === undefined || text === undefined) return null
  const day = isoValueDay(text)
  if (day === null)
    remarks.warn('value_date_invalid', `"${text.slice(0, 40)}" is not a date.`, node.line, { text: text.slice(0, 40) })
  else if (day.isAdjusted)
    remarks.warn('value_date_adjusted', `${text.slice(0, 10)} does not exist; ${day.date} was taken.`, node.line)
  return day?.date ?? null
}

export const isTrue = (text: string | undefined): boolean => text === 'true' || text === '1'

/** +1 for CRDT, −1 for DBIT, undefined for anything else. */
export function signOf(node: XmlNode | undefined): 1 | -1 | undefined {
  const text = textAt(node, 'CdtDbtInd')
  return text === 'CRDT' ? 1 : text === 'DBIT' ? -1 : undefined
}

/** IBAN or other number without blanks, upper case. */
export function accountIn(account: XmlNode | undefined): string | undefined {
  const id = find(account, 'Id')
  const text =
    textAt(id, 'IBAN') ??
    textAt(id, 'Othr', 'Id') ??
    textAt(id, 'BBAN') ??
    textAt(id, 'PrtryAcct', 'Id') ??
    textAt(id, 'UPIC')
  return text?.replace(/\s/g, '').toUpperCase() || undefined
}

/** The text unless it stands for nothing; German cooperative banks say so in words. */
export const meaningful = (text: string | undefined): string | undefined =>
  text === undefined || /^(?:not ?provided|unknown|notavailable|n\/a|keine information vorhanden|-+)$/i.test(text)
    ? undefined
    : text
