import { filled } from '../filled.ts'
import type { BankStatus, EntryCharge, StatementEntry } from '../types.ts'
import { bankCodeIn, chargesIn, type Detail } from './detail.ts'
import { all, codeAt, find, textAt, texts, type XmlNode } from './node.ts'
import { counterpartyOf, type Owner } from './parties.ts'
import { amountIn, bookingDate, type Context, dateText, isTrue, meaningful, signOf, valueDate } from './values.ts'

/** What of the statement an entry depends on. */
export interface EntryFrame {
  readonly currency: string | null
  readonly owner: Owner
  /** Stands in for a missing booking and value date. */
  readonly closingDate: string | null
}

export interface Batch {
  readonly node: XmlNode
  readonly details: readonly Detail[]
}

/**
 * One Ntry with its details → an entry; null, and a fault, when it has no amount or direction. The entry's amount is
 * never a detail's; details that explain it only in part are completed by a residual (specification 4.3.4, 4.3.5).
 */
export function readEntry(
  node: XmlNode,
  batches: readonly Batch[],
  position: number,
  raw: string | null,
  frame: EntryFrame,
  context: Context,
): StatementEntry | null {
  const money = moneyOf(node, frame, context)
  if (money === null) return null
  const details = batches.flatMap((batch) => batch.details)
  const single = details.length === 1 ? details[0] : undefined
  const isReversal = isTrue(textAt(node, 'RvslInd'))
  const dates = datesOf(node, frame, context)
  const shared = { currency: money.currency, isReversal, bankStatus: statusOf(node, context), ...dates }
  const charges = chargesIn(node, frame.currency, context)
  const parts: Parts = { shared, money, owner: frame.owner }
  const children = childrenOf(details, parts, charges, node.line, context)
  const text = texts(node, 'AddtlNtryInf').filter((piece) => meaningful(piece) !== undefined)
  return {
    position,
    level: 'entry',
    amount: money.amount,
    ...shared,
    ...(single ? fieldsOf(single, money.sign, isReversal, frame.owner) : {}),
    ...filled({
      children,
      isNegativeText: money.isNegativeText || undefined,
      charges: charges ?? single?.charges,
      entryReference: meaningful(textAt(node, 'NtryRef')),
      bankReference: meaningful(textAt(node, 'AcctSvcrRef')) ?? single?.references.bankReference,
      paymentInfoId: single?.references.paymentInfoId ?? batchId(batches),
      bankCode: single?.bankCode ?? bankCodeIn(find(node, 'BkTxCd')),
      additionalInfo: joined([single?.additionalInfo, ...text]),
      batchWithoutDetails: isBatchWithoutDetails(batches) || undefined,
      raw: raw ?? undefined,
    }),
  }
}

/** Pieces with a blank between them, none twice. */
const joined = (pieces: readonly (string | undefined)[]): string | undefined =>
  [...new Set(pieces.filter((piece) => piece !== undefined))].join(' ') || undefined

interface Money {
  readonly amount: number
  readonly sign: 1 | -1
  readonly currency: string | null
  readonly isNegativeText: boolean
}

function moneyOf(node: XmlNode, frame: EntryFrame, context: Context): Money | null {
  const place = find(node, 'Amt')
  const indicated = signOf(node)
  if (place === undefined || place.text === '') {
    context.remarks.fault('entry_amount_missing', 'The entry has no amount (Amt).', node.line)
    return null
  }
  if (indicated === undefined) {
    context.remarks.fault('entry_direction_missing', 'The entry does not say credit or debit (CdtDbtInd).', node.line)
    return null
  }
  const currency = frame.currency ?? place.currency
  if (place.currency !== null && place.currency !== currency)
    context.remarks.warn(
      'entry_currency_differs',
      `The line names ${place.currency}, the account is in ${currency ?? 'no currency'}; the number was taken as the account's.`,
      node.line,
      { own: place.currency, account: currency ?? '–' },
    )
  const written = amountIn(place, currency, context)
  if (written === undefined) return null
  const amount = written * indicated || 0
  return { amount, sign: amount < 0 ? -1 : amount > 0 ? 1 : indicated, currency, isNegativeText: written < 0 }
}

function datesOf(node: XmlNode, frame: EntryFrame, context: Context) {
  const booked = find(node, 'BookgDt')
  const valued = find(node, 'ValDt')
  const value = valueDate(valued, context)
  const booking = bookingDate(booked, context)
  const inferred = booking ?? value ?? frame.closingDate
  if (booking === null && inferred !== null)
    context.remarks.warn('booking_date_inferred', `The line has no booking date; ${inferred} was taken.`, node.line)
  return {
    bookingDate: inferred,
    valueDate: value,
    ...filled({ bookingText: dateText(booked), valueText: dateText(valued) }),
  }
}

const statuses: Readonly<Record<string, BankStatus>> = { BOOK: 'booked', PDNG: 'pending', INFO: 'info', FUTR: 'future' }

/** What a bank means by a word of its own. */
const ownStatus = (code: string): BankStatus | null => {
  if (/^(?:book(?:ed)?|posted|settled|final)$/i.test(code)) return 'booked'
  if (/pend|pdng|reserv|vorgemerkt|prelim|unbooked|not ?booked/i.test(code)) return 'pending'
  return /^futur/i.test(code) ? 'future' : /^info/i.test(code) ? 'info' : null
}

function statusOf(node: XmlNode, { remarks }: Context): BankStatus {
  const code = codeAt(node, 'Sts') ?? textAt(node, 'Sts')
  if (code === undefined) return 'booked'
  const known = statuses[code.toUpperCase()] ?? ownStatus(code)
  if (known !== null) return known
  remarks.warn('entry_status_unknown', `The status "${code.slice(0, 40)}" is not known; taken as booked.`, node.line, {
    status: code.slice(0, 40),
  })
  return 'booked'
}

const batchId = (batches: readonly Batch[]): string | undefined =>
  batches.map(({ node }) => meaningful(textAt(node, 'Btch', 'PmtInfId'))).find((id) => id !== undefined)

const isBatchWithoutDetails = (batches: readonly Batch[]): boolean =>
  batches.every(({ details }) => details.length === 0) &&
  batches.some(({ node }) => all(node, 'Btch').some((one) => Number(textAt(one, 'NbOfTxs') ?? 0) > 1))

function fieldsOf(detail: Detail, sign: 1 | -1, isReversal: boolean, owner: Owner) {
  const isReturn = isReversal || detail.returnReason !== undefined
  const party = counterpartyOf(detail.parties, sign, isReturn, owner)
  const { originalAmount } = detail
  return filled({
    ...detail.references,
    ...detail.remittance,
    counterpartyName: party.name,
    counterpartyAccount: party.account,
    counterpartyBank: party.bank,
    ultimatePartyName: party.ultimateName,
    creditorId: detail.parties.creditor.creditorId,
    originalAmount: originalAmount === undefined ? undefined : originalAmount * sign,
    originalCurrency: detail.originalCurrency,
    exchangeRate: detail.exchangeRate,
    charges: detail.charges,
    additionalInfo: detail.additionalInfo,
    bankCode: detail.bankCode,
    purpose: detail.purpose,
    returnReason: detail.returnReason,
  })
}

interface Parts {
  readonly shared: Pick<
    StatementEntry,
    'currency' | 'isReversal' | 'bankStatus' | 'bookingDate' | 'valueDate' | 'bookingText' | 'valueText'
  >
  readonly money: Money
  readonly owner: Owner
}

/** Parts of a batch; of a single detail only when it explains the entry in part. */
function childrenOf(
  details: readonly Detail[],
  parts: Parts,
  charges: readonly EntryCharge[] | undefined,
  line: number,
  context: Context,
): readonly StatementEntry[] | undefined {
  const amounts = details.map(({ amount, sign }) => (amount === null ? null : amount * (sign ?? parts.money.sign) || 0))
  const [first] = amounts
  if (details.length === 0) return undefined
  if (details.length === 1 && (first === null || first === 0 || first === parts.money.amount)) return undefined
  const children = details.map((detail, i) => childOf(detail, amounts[i] ?? null, i + 1, parts))
  if (amounts.includes(null)) return children
  const left = parts.money.amount - amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
  if (left === 0) return children
  const found = [...(charges ?? []), ...details.flatMap((detail) => detail.charges ?? [])]
  const explaining = explainedBy(Math.abs(left), found, parts.money.currency)
  if (explaining === undefined)
    context.remarks.warn(
      'batch_sum_mismatch',
      'The parts of a batch do not add up to the line, and its charges do not explain the rest.',
      line,
    )
  const residual: StatementEntry = {
    position: children.length + 1,
    level: 'residual',
    amount: left,
    ...parts.shared,
    ...filled({ charges: explaining, additionalInfo: explaining === undefined ? 'difference' : 'charge' }),
  }
  return [...children, residual]
}

function childOf(detail: Detail, amount: number | null, position: number, { shared, money, owner }: Parts) {
  const sign = detail.sign ?? money.sign
  return { position, level: 'detail' as const, amount, ...shared, ...fieldsOf(detail, sign, shared.isReversal, owner) }
}

/** The charges that are exactly the rest: all together, or one alone. */
function explainedBy(rest: number, charges: readonly EntryCharge[], currency: string | null) {
  const own = charges.filter((charge) => charge.currency === currency)
  const sum = own.reduce((total, charge) => total + charge.amount, 0)
  if (own.length > 0 && Math.abs(sum) === rest) return own
  const one = own.find((charge) => Math.abs(charge.amount) === rest)
  return one === undefined ? undefined : [one]
}
