import { exponentOf } from '../currencies.ts'
import { StatementError } from '../failure.ts'
import type { Faults } from '../faults.ts'
import type { DeclaredTotals, ReadEvent, ReadOptions, StatementBalance, StatementHead } from '../types.ts'
import { readAccount } from './account-text.ts'
import { type BalanceLine, readBalance } from './balance-line.ts'
import { entryOf } from './entry.ts'
import type { Field } from './field-splitter.ts'
import { declaredIn } from './statement-info.ts'

/** How many lines are kept while no balance has named the currency. */
const maxWaiting = 50_000

type Tick = (code: 'value_date_adjusted' | 'booking_date_inferred', line: number) => void

/** One statement while its fields arrive: collects the head, makes entries once the currency is known, and the end. */
export class Message {
  account: string | null = null
  closing: BalanceLine | null = null
  opening: BalanceLine | null = null
  private currency: string | null = null
  private sequenceNo: string | null = null
  private pageNo: number | null = null
  private isHeadSent = false
  private readonly others: StatementBalance[] = []
  private declared: DeclaredTotals | null = null
  private pending: Field[] = []
  private readonly waiting: Field[][] = []
  private readonly out: ReadEvent[] = []
  private readonly reference: string | null
  private readonly options: ReadOptions
  private readonly faults: Faults
  private readonly tick: Tick

  constructor(reference: string | null, options: ReadOptions, faults: Faults, tick: Tick) {
    this.reference = reference
    this.options = options
    this.faults = faults
    this.tick = tick
  }

  get hasContent(): boolean {
    return this.opening !== null || this.closing !== null || this.isHeadSent || this.pending.length > 0
  }

  /** The events that are ready. */
  drain(): ReadEvent[] {
    return this.out.splice(0)
  }

  takeAccount(field: Field): void {
    const { account, currency } = readAccount(field.lines[0] ?? '', this.options.precision)
    this.account = account
    this.currency ??= currency
  }

  takeNumber(field: Field): void {
    const [number = '', page] = (field.lines[0] ?? '').trim().split('/')
    this.sequenceNo = number === '' ? null : number
    this.pageNo = page !== undefined && /^\d{1,9}$/.test(page) ? Number(page) : null
  }

  takeOpening(field: Field): void {
    const balance = this.balance(field)
    if (balance === null) return
    // A second page under the same :20: goes on where the first stopped.
    if (this.opening === null) this.opening = balance
    else this.closing = null
    this.know(balance.currency)
  }

  takeEntry(field: Field): void {
    this.finishEntry()
    this.pending = [field]
  }

  /** :86: belongs to the :61: before it, else to the statement. */
  takeText(field: Field): void {
    if (this.pending.length > 0) this.pending.push(field)
    else this.declare(field)
  }

  declare(field: Field): void {
    const declared = declaredIn(field, this.exponent(field.line))
    if (declared !== null) this.declared = { ...this.declared, ...declared }
  }

  takeClosing(field: Field): void {
    this.finishEntry()
    const balance = this.balance(field)
    if (balance === null) return
    this.closing = balance
    const account = this.opening?.currency ?? balance.currency
    this.know(account)
    if (balance.currency !== account) this.out.push(currencyDiffers(balance.currency, account, field.line))
  }

  takeOther(field: Field): void {
    this.finishEntry()
    const balance = this.balance(field)
    if (balance === null) return
    this.know(balance.currency)
    const { currency: _, ...other } = balance
    this.others.push(other)
  }

  finishEntry(): void {
    if (this.pending.length === 0) return
    this.waiting.push(this.pending)
    this.pending = []
    if (this.currency !== null) this.makeEntries()
    else if (this.waiting.length > maxWaiting) throw noCurrency(this.waiting[0]?.[0]?.line ?? 1)
  }

  end(): void {
    this.finishEntry()
    this.currency ??= this.options.currency ?? null
    this.makeEntries()
    this.sendHead()
    const isInterim = this.closing?.kind === '62M'
    const isLast = this.closing === null ? null : !isInterim
    const plain = (balance: BalanceLine | null): StatementBalance | null =>
      balance && { amount: balance.amount, date: balance.date, kind: balance.kind }
    this.out.push({
      kind: 'end',
      end: {
        fromDate: this.opening?.date ?? null,
        toDate: this.closing?.date ?? null,
        opening: plain(this.opening),
        closing: plain(this.closing),
        otherBalances: this.others,
        declared: this.declared,
        interpretation: [],
        head: { lastPage: this.pageNo === null && !isInterim ? null : isLast },
      },
    })
  }

  private balance(field: Field): BalanceLine | null {
    const balance = readBalance(field, this.options.precision)
    const text = field.lines.join(' ').trim()
    if (balance === null && text !== '')
      this.faults.add('balance_invalid', `"${text.slice(0, 60)}" is not a balance.`, field.line, text)
    return balance
  }

  private know(currency: string): void {
    if (this.currency === null || !this.isHeadSent) this.currency = currency
    this.makeEntries()
  }

  private exponent(line: number): number {
    return exponentOf(this.currency, this.options.precision, line)
  }

  private makeEntries(): void {
    for (const [field, ...details] of this.waiting.splice(0)) {
      if (field === undefined) continue
      this.sendHead()
      const entry = entryOf(field, details, {
        account: this.account,
        currency: this.currency,
        exponent: this.exponent(field.line),
        precision: this.options.precision,
        faults: this.faults,
        warn: this.tick,
      })
      if (entry !== null) this.out.push({ kind: 'entry', entry })
    }
  }

  private sendHead(): void {
    if (this.isHeadSent) return
    this.isHeadSent = true
    const head: StatementHead = {
      account: this.account,
      currency: this.currency,
      statementRef: this.reference,
      sequenceNo: this.sequenceNo,
      legalSequenceNo: null,
      pageNo: this.pageNo,
      lastPage: null,
      copyFlag: 'original',
      accountOwner: null,
    }
    this.out.push({ kind: 'statement', head })
  }
}

function currencyDiffers(own: string, account: string, line: number): ReadEvent {
  const message = `A balance is given in ${own}, the account is in ${account}; its number was taken as it stands.`
  return { kind: 'warning', warning: { code: 'balance_currency_differs', message, line, params: { own, account } } }
}

function noCurrency(line: number): StatementError {
  const message =
    'No balance before these lines names their currency. The opening balance (:60F:) is missing; download the file again.'
  return new StatementError('currency_missing', message, [{ line, code: 'currency_missing', message }])
}
