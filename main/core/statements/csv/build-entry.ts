import { exponentOrNull, isCurrency, type Precision } from '../currencies.ts'
import type { StatementEntry } from '../types.ts'
import { readCell } from './amounts.ts'
import { currencyCode } from './currency-code.ts'
import type { Item } from './items.ts'
import { columnsOf, firstColumn, type Plan } from './plan.ts'

const rawLimit = 4_000

/** Makes entries of items; the columns are looked up once. */
export function entryBuilder(text: string, plan: Plan, precision: Precision): (item: Item) => StatementEntry {
  const { roles, decimalSigns } = plan
  const one = (role: Parameters<typeof firstColumn>[1]) => firstColumn(roles, role)
  const remittance = columnsOf(roles, 'remittance')
  const references = columnsOf(roles, 'reference')
  const [
    booking,
    value,
    name,
    payer,
    payee,
    account,
    payerAccount,
    payeeAccount,
    bank,
    id,
    type,
    endToEnd,
    mandate,
    creditor,
    cheque,
    rate,
    original,
    originalCurrency,
  ] = [
    one('bookingDate'),
    one('valueDate'),
    one('counterpartyName'),
    one('payerName'),
    one('payeeName'),
    one('counterpartyAccount'),
    one('payerAccount'),
    one('payeeAccount'),
    one('counterpartyBank'),
    one('transactionId'),
    one('type'),
    one('endToEndId'),
    one('mandateId'),
    one('creditorId'),
    one('chequeNo'),
    one('rate'),
    one('originalAmount'),
    one('originalCurrency'),
  ]

  return (item) => {
    const { row, amount } = item
    const { cells } = row
    const cell = (column: number): string | undefined => (column < 0 ? undefined : cells[column] || undefined)
    const pieces: string[] = []
    for (const column of remittance) {
      const piece = cells[column]
      if (piece && !pieces.includes(piece)) pieces.push(piece)
    }
    for (const piece of cells.slice(plan.width)) if (piece !== '') pieces.push(piece)
    for (const more of item.continued ?? []) for (const piece of more.cells) if (piece !== '') pieces.push(piece)
    const display = pieces.join(' ').replace(/\s+/g, ' ')
    const isIncoming = amount >= 0
    const party = cell(name) ?? cell(isIncoming ? payer : payee)
    const partyAccount = cell(account) ?? cell(isIncoming ? payerAccount : payeeAccount)
    const own = item.account
    const otherAccount = partyAccount?.replace(/\s/g, '').toUpperCase()
    const end = item.continued?.at(-1)?.end ?? row.end
    const entry: { -readonly [Key in keyof StatementEntry]: StatementEntry[Key] } = {
      position: row.line,
      level: 'entry',
      amount,
      currency: item.currency,
      isReversal: false,
      bankStatus: item.status,
      bookingDate: item.bookingDate,
      valueDate: item.valueDate,
      raw: text.slice(row.start, Math.min(end, row.start + rawLimit)),
    }
    const bookingText = cell(booking)
    if (bookingText) entry.bookingText = bookingText
    const valueText = cell(value)
    if (valueText) entry.valueText = valueText
    if (item.balance !== null) entry.balance = item.balance
    if (party) entry.counterpartyName = party
    if (otherAccount && otherAccount !== own) entry.counterpartyAccount = otherAccount
    const bankText = cell(bank)
    if (bankText) entry.counterpartyBank = bankText
    const endToEndId = cell(endToEnd)
    if (endToEndId) entry.endToEndId = endToEndId
    const mandateId = cell(mandate)
    if (mandateId) entry.mandateId = mandateId
    const creditorId = cell(creditor)
    if (creditorId) entry.creditorId = creditorId
    const chequeNo = cell(cheque)
    if (chequeNo && !/^0+$/.test(chequeNo)) entry.chequeNo = chequeNo
    const transactionId = cell(id)
    if (transactionId) {
      entry.transactionId = transactionId
      entry.bankReference = transactionId
    }
    const reference = references.map((column) => cells[column] ?? '').filter((text) => text !== '')
    if (reference.length > 0) entry.entryReference = reference.join(' ')
    const exchangeRate = cell(rate)
    if (exchangeRate && exchangeRate !== '0') entry.exchangeRate = exchangeRate
    if (display !== '') {
      entry.remittanceText = display
      entry.remittanceJoined = pieces.join('').replace(/\s+/g, '')
    }
    const typeText = cell(type)
    if (typeText) {
      entry.additionalInfo = typeText
      entry.bankCode = { proprietary: typeText }
    }
    if (item.fee > 0 && item.currency) entry.charges = [{ amount: item.fee, currency: item.currency }]
    addOriginal(entry, cell(original), cell(originalCurrency), decimalSigns.get(original) ?? '.', precision)
    return entry
  }
}

function addOriginal(
  entry: { -readonly [Key in keyof StatementEntry]: StatementEntry[Key] },
  amount: string | undefined,
  code: string | undefined,
  sign: '.' | ',',
  precision: Precision,
): void {
  const currency = code === undefined ? undefined : (currencyCode(code) ?? code.toUpperCase())
  if (!amount || !currency || !isCurrency(currency, precision)) return
  const read = readCell(amount, sign, exponentOrNull(currency, precision) ?? 2)
  if (!read || typeof read === 'string') return
  entry.originalAmount = read.value
  entry.originalCurrency = currency
}
