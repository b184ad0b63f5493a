import { exponentOrNull, isCurrency, type Precision } from '../currencies.ts'
import type { Faults } from '../faults.ts'
import { filled } from '../filled.ts'
import { amountFault } from '../money.ts'
import type { StatementEntry } from '../types.ts'
import type { Leaf } from './aggregates.ts'
import { ofxAmount, ofxDay } from './fields.ts'
import { remittanceOf } from './remittance.ts'

const maxRaw = 4_000
const maxValues = 200
const nothing = /^(?:0*|none|n\/a)$/i

/** One STMTTRN (or STMTTRNP) while its leaves arrive. */
export class Transaction {
  readonly line: number
  readonly isPending: boolean
  private readonly values = new Map<string, { readonly text: string; readonly line: number }>()
  private raw = ''

  constructor(line: number, isPending: boolean) {
    this.line = line
    this.isPending = isPending
  }

  /** The first value of a name counts; a leaf inside PAYEE, BANKACCTTO … is known by both names. */
  take(leaf: Leaf): void {
    const parent = leaf.path.at(-1) ?? ''
    const name = parent.startsWith('STMTTRN') ? leaf.name : `${parent}.${leaf.name}`
    if (this.raw.length < maxRaw) this.raw += `<${leaf.name}>${leaf.value}`
    if (this.values.size > maxValues) return
    if (!this.values.has(name) && leaf.value !== '') this.values.set(name, { text: leaf.value, line: leaf.line })
    else if (name === 'DTPOSTED' && !this.values.has(name)) this.values.set(name, { text: '', line: leaf.line })
  }

  text(name: string): string {
    return this.values.get(name)?.text ?? ''
  }

  private at(name: string): number {
    return this.values.get(name)?.line ?? this.line
  }

  /** The currency TRNAMT is in where it is not the statement's (CURRENCY aggregate). */
  get currency(): string {
    return this.text('CURRENCY.CURSYM').toUpperCase()
  }

  /** The entry, or null (and faults) when date or amount cannot be read. */
  entry(currency: string | null, exponent: number, precision: Precision, faults: Faults): StatementEntry | null {
    const fitId = this.text('FITID')
    const who = fitId === '' ? 'A transaction without FITID' : `The transaction with FITID ${fitId}`
    const dateName = this.isPending && this.text('DTPOSTED') === '' ? 'DTTRAN' : 'DTPOSTED'
    const bookingText = this.text(dateName)
    const bookingDate = ofxDay(bookingText)
    if (bookingDate === null) {
      const state = bookingText === '' ? 'has no date (DTPOSTED)' : `has the impossible date "${bookingText}"`
      faults.add('booking_date_invalid', `${who} ${state}.`, this.at(dateName), bookingText)
    }
    const amountText = this.text('TRNAMT')
    // Some banks write the balance of a day as a transaction whose amount is a lone point: a note, not a movement.
    const isNote = /^[.,\s+-]*[.,][.,\s]*$/.test(amountText)
    const amount = isNote ? 0 : ofxAmount(amountText, this.exponentOf(exponent, precision))
    if (typeof amount !== 'number') {
      const words = amountText === '' ? 'The amount is missing.' : amountFault(amount, amountText, exponent)
      faults.add(amount, `${who} cannot be read. ${words}`, this.at('TRNAMT'), amountText)
    }
    if (bookingDate === null || typeof amount !== 'number') return null
    const valueText = this.text('DTAVAIL') || this.text('VALUEDATE')
    const action = this.text('CORRECTACTION').toUpperCase()
    const corrects = this.text('CORRECTFITID')
    // PAYEE is an aggregate; some banks write it as a plain value.
    const name = this.text('PAYEE.NAME') || this.text('NAME') || this.text('PAYEE')
    const chequeNo = this.text('CHECKNUM')
    const original = this.text('ORIGCURRENCY.CURSYM').toUpperCase()
    return {
      position: this.line,
      level: 'entry',
      amount,
      currency,
      isReversal: false,
      // A correction changes an earlier line; it is no movement of its own and waits for a person.
      bankStatus: corrects !== '' || isNote ? 'info' : this.isPending ? 'pending' : 'booked',
      bookingDate,
      valueDate: valueText === '' ? null : ofxDay(valueText),
      ...filled<StatementEntry>({
        bookingText,
        valueText,
        bankReference: fitId,
        entryReference: this.text('REFNUM') || this.text('SRVRTID'),
        chequeNo: nothing.test(chequeNo) ? '' : chequeNo,
        counterpartyName: name.replace(/\s+/g, ' '),
        counterpartyAccount: (this.text('BANKACCTTO.ACCTID') || this.text('CCACCTTO.ACCTID')).replace(/\s+/g, ''),
        counterpartyBank: this.text('BANKACCTTO.BANKID'),
        ...remittanceOf(name, this.text('NAME'), this.text('MEMO')),
        originalCurrency: isCurrency(original, precision) && original !== currency ? original : '',
        exchangeRate: this.text('ORIGCURRENCY.CURRATE'),
        bankCode: this.text('TRNTYPE') === '' ? undefined : { proprietary: this.text('TRNTYPE').toUpperCase() },
        additionalInfo: corrects === '' ? '' : `${action === 'DELETE' ? 'DELETE' : 'REPLACE'} ${corrects}`,
        structuredReferences:
          corrects === '' ? undefined : [{ scheme: 'CORRECTFITID', value: corrects, check: 'none' }],
        raw: this.raw.slice(0, maxRaw),
      }),
    }
  }

  private exponentOf(exponent: number, precision: Precision): number {
    return this.currency === '' ? exponent : (exponentOrNull(this.currency, precision) ?? exponent)
  }
}

const debitTypes = new Set('DEBIT CHECK FEE SRVCHG ATM POS PAYMENT CASH DIRECTDEBIT REPEATPMT'.split(' '))

/** Whether the type itself says that money left the account. */
export const isDebitType = (entry: StatementEntry): boolean => debitTypes.has(entry.bankCode?.proprietary ?? '')
