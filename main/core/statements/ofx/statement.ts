import { exponentOf, exponentOrNull } from '../currencies.ts'
import type { Faults } from '../faults.ts'
import { amountFault } from '../money.ts'
import type { ReadEvent, ReadOptions, StatementBalance, StatementEntry, StatementHead } from '../types.ts'
import type { WarningTally } from '../warning-tally.ts'
import type { Leaf } from './aggregates.ts'
import { converted } from './convert.ts'
import { ofxAmount, ofxDay } from './fields.ts'
import { isDebitType, Transaction } from './transaction.ts'

/** How many entries are kept back while all amounts are positive and their sign may have to come from the type. */
const maxHeldBack = 20_000

/** FITIDs looked at for repetitions. */
const maxFitIds = 500_000
const wanted = new Set(
  (
    'CURDEF BANKACCTFROM.ACCTID CCACCTFROM.ACCTID BANKTRANLIST.DTSTART BANKTRANLIST.DTEND LEDGERBAL.BALAMT ' +
    'LEDGERBAL.DTASOF AVAILBAL.BALAMT AVAILBAL.DTASOF'
  ).split(' '),
)

/** One STMTRS or CCSTMTRS while its leaves arrive. */
export class Statement {
  private readonly values = new Map<string, { readonly text: string; readonly line: number }>()
  private transaction: Transaction | null = null
  private isHeadSent = false
  private currency: string | null = null
  /** Currencies of CURRENCY aggregates where CURDEF is empty. */
  private readonly named = new Set<string>()
  private held: StatementEntry[] | null = []
  private isByType = false
  private lastBooking = ''
  private readonly fitIds = new Set<string>()
  private out: ReadEvent[] = []
  private readonly options: ReadOptions
  private readonly faults: Faults
  private readonly tally: WarningTally

  constructor(options: ReadOptions, faults: Faults, tally: WarningTally) {
    this.options = options
    this.faults = faults
    this.tally = tally
  }

  drain(): ReadEvent[] {
    return this.out.splice(0)
  }

  take(leaf: Leaf): void {
    if (this.transaction !== null) {
      this.transaction.take(leaf)
      return
    }
    const parent = leaf.path.at(-1) ?? ''
    const name = parent === 'STMTRS' || parent === 'CCSTMTRS' ? leaf.name : `${parent}.${leaf.name}`
    if (!wanted.has(name)) return
    if (leaf.value !== '' && !this.values.has(name)) this.values.set(name, { text: leaf.value, line: leaf.line })
  }

  beginTransaction(line: number, isPending: boolean): void {
    this.transaction = new Transaction(line, isPending)
  }

  endTransaction(): void {
    const transaction = this.transaction
    this.transaction = null
    if (transaction === null) return
    this.sendHead()
    const exponent = exponentOf(this.currency, this.options.precision)
    const entry = transaction.entry(this.currency, exponent, this.options.precision, this.faults)
    if (entry === null) return
    if (entry.bankStatus === 'booked' && entry.bookingDate !== null && entry.bookingDate > this.lastBooking)
      this.lastBooking = entry.bookingDate
    if (entry.bankReference !== undefined) {
      if (this.fitIds.has(entry.bankReference)) this.tally.add('fitid_repeated', entry.position)
      if (this.fitIds.size < maxFitIds) this.fitIds.add(entry.bankReference)
    }
    if (entry.bankStatus === 'info' && entry.structuredReferences !== undefined)
      this.tally.add('bank_correction', entry.position)
    this.send(this.inStatementCurrency(entry, transaction, exponent))
  }

  end(): void {
    this.sendHead()
    this.release()
    const closing = this.balance('LEDGERBAL')
    const available = this.balance('AVAILBAL')
    const isStale = closing?.date != null && closing.date < this.lastBooking
    if (isStale) this.tally.add('ledger_balance_stale', this.values.get('LEDGERBAL.BALAMT')?.line ?? 1)
    const [only] = this.named
    const late = this.currency === null && this.named.size === 1 ? only : undefined
    const others = [isStale ? closing : null, available].filter((balance) => balance !== null)
    this.out.push({
      kind: 'end',
      end: {
        fromDate: ofxDay(this.text('BANKTRANLIST.DTSTART')),
        toDate: ofxDay(this.text('BANKTRANLIST.DTEND')),
        opening: null,
        closing: isStale ? null : closing,
        otherBalances: others,
        declared: null,
        interpretation: this.isByType ? ['sign taken from the transaction type'] : [],
        ...(late === undefined ? {} : { head: { currency: late } }),
      },
    })
  }

  private text(name: string): string {
    return this.values.get(name)?.text ?? ''
  }

  private balance(name: string): StatementBalance | null {
    const value = this.values.get(`${name}.BALAMT`)
    if (value === undefined) return null
    const exponent = exponentOf(this.currency, this.options.precision)
    const amount = ofxAmount(value.text, exponent)
    if (typeof amount === 'number') return { amount, date: ofxDay(this.text(`${name}.DTASOF`)), kind: name }
    this.faults.add('balance_invalid', amountFault(amount, value.text, exponent), value.line, value.text)
    return null
  }

  private inStatementCurrency(entry: StatementEntry, transaction: Transaction, exponent: number): StatementEntry {
    const own = transaction.currency
    const ownExponent = own === '' ? null : exponentOrNull(own, this.options.precision)
    if (ownExponent === null || own === this.currency) return entry
    if (this.currency === null) {
      this.named.add(own)
      return { ...entry, currency: own }
    }
    const from = { currency: own, exponent: ownExponent }
    const to = { currency: this.currency, exponent }
    const result = converted(entry, from, to, transaction.text('CURRENCY.CURRATE'))
    if (result !== null) this.tally.add('currency_converted', entry.position)
    else
      this.faults.add('exchange_rate_invalid', `An amount in ${own} has no rate to ${this.currency}.`, entry.position)
    return result ?? entry
  }

  private sendHead(): void {
    if (this.isHeadSent) return
    this.isHeadSent = true
    this.currency = this.text('CURDEF').toUpperCase() || this.options.currency || null
    exponentOf(this.currency, this.options.precision, this.values.get('CURDEF')?.line)
    const account = this.text('BANKACCTFROM.ACCTID') || this.text('CCACCTFROM.ACCTID')
    const head: StatementHead = {
      account: account.replace(/\s+/g, '').toUpperCase() || null,
      currency: this.currency,
      statementRef: null,
      sequenceNo: null,
      legalSequenceNo: null,
      pageNo: null,
      lastPage: null,
      copyFlag: 'original',
      accountOwner: null,
    }
    this.out.push({ kind: 'statement', head })
  }

  // Some banks write every amount without a sign and leave the direction to TRNTYPE (specification 4.6, point 5). One
  // negative amount shows that this file does not.
  private send(entry: StatementEntry): void {
    if (this.held === null) {
      this.push(entry)
      return
    }
    this.held.push(entry)
    if ((entry.amount ?? 0) < 0 || this.held.length > maxHeldBack) this.release()
  }

  private release(): void {
    const held = this.held
    if (held === null) return
    this.held = null
    const isUnsigned = held.every((entry) => (entry.amount ?? 0) >= 0) && held.some(isDebitType)
    const answer = this.options.answers?.amount_sign
    this.isByType = isUnsigned && answer !== 'as_written'
    if (isUnsigned && answer !== 'as_written' && answer !== 'by_type') this.ask()
    for (const entry of held) this.push(entry)
  }

  private push(entry: StatementEntry): void {
    const amount = entry.amount ?? 0
    const isTurned = this.isByType && amount > 0 && isDebitType(entry)
    this.out.push({ kind: 'entry', entry: isTurned ? { ...entry, amount: -amount } : entry })
  }

  private ask(): void {
    this.out.push({
      kind: 'question',
      question: {
        code: 'amount_sign',
        params: { context: 'types' },
        message:
          'All amounts are positive, also those of debits, cheques and fees. Is the sign to be taken from the type of the transaction?',
        choices: ['by_type', 'as_written'],
        chosen: 'by_type',
        changesAmounts: true,
      },
    })
  }
}
