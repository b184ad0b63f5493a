import { balanceKind } from '../csv/balance-words.ts'
import { exponentOf } from '../currencies.ts'
import { StatementError } from '../failure.ts'
import { Faults } from '../faults.ts'
import { type TextLine, textLines } from '../text-lines.ts'
import type { ReadEvent, ReadOptions, StatementEntry, StatementHead, StatementReader } from '../types.ts'
import { WarningTally } from '../warning-tally.ts'
import { RecordCutter } from './records.ts'
import { type Placed, type SectionEvent, Sections } from './sections.ts'
import { type Survey, Surveyor } from './survey.ts'
import { entryOf } from './transaction.ts'

const maxLength = 200 * 1024 * 1024

/** Reads QIF (specification 4.7). The text is kept and read twice: what the dates mean is known only at its end. */
export const readQif: StatementReader = async function* (text, options) {
  const chunks: string[] = []
  const surveyor = new Surveyor()
  for await (const events of sectionEvents(remembered(text, chunks), options.signal))
    for (const event of events) surveyor.take(event)
  const survey = surveyor.finish(options)
  const file = new QifFile(survey, options)
  yield survey.questions.map((question) => ({ kind: 'question', question }))
  for await (const events of sectionEvents(again(chunks), options.signal)) {
    const out = events.flatMap((event) => file.take(event))
    if (out.length > 0) yield out
  }
  yield file.finish()
}

async function* remembered(text: AsyncIterable<string>, chunks: string[]) {
  let length = 0
  for await (const chunk of text) {
    length += chunk.length
    if (length > maxLength)
      throw new StatementError(
        'file_too_large',
        'The file is too large for QIF, which has to be held in memory. Export a shorter period, or another format.',
      )
    chunks.push(chunk)
    yield chunk
  }
}

async function* again(chunks: readonly string[]) {
  yield* chunks
}

async function* sectionEvents(text: AsyncIterable<string>, signal: AbortSignal | undefined) {
  const cutter = new RecordCutter()
  const sections = new Sections()
  const eventsOf = (lines: readonly TextLine[]): SectionEvent[] =>
    lines.flatMap((line) => cutter.push(line).flatMap((part) => sections.take(part)))
  for await (const lines of textLines(text, signal)) yield eventsOf(lines)
  yield cutter.finish().flatMap((part) => sections.take(part))
}

class QifFile {
  private account: string | null = null
  private openAccount: string | null = null
  private isOpen = false
  private statements = 0
  private first: string | null = null
  private last: string | null = null
  private readonly faults = new Faults()
  private readonly tally = new WarningTally()
  private investments = 0
  private readonly survey: Survey
  private readonly options: ReadOptions
  private readonly exponent: number

  constructor(survey: Survey, options: ReadOptions) {
    this.survey = survey
    this.options = options
    this.exponent = exponentOf(options.currency ?? null, options.precision)
  }

  take(event: SectionEvent): ReadEvent[] {
    switch (event.kind) {
      case 'account':
        this.account = event.name === '' ? null : event.name
        return []
      case 'investment':
        this.investments += 1
        this.tally.add('investment_not_supported', event.line)
        return []
      case 'date_order':
        return []
      case 'unknown_type':
        this.tally.add('qif_type_unknown', event.line)
        return []
      case 'transaction':
        return this.takeTransaction(event)
    }
  }

  finish(): ReadEvent[] {
    this.faults.throwIfAny()
    const events = this.close()
    if (this.statements === 0 && this.investments > 0)
      throw new StatementError('investment_not_supported', words.investment_not_supported)
    if (this.statements === 0)
      throw new StatementError(
        'no_statement',
        'The file holds no transaction of an account. Export the transactions of the account, not lists or categories.',
      )
    return [...events, ...this.tally.warnings(words), { kind: 'detail', formatDetail: `QIF (${this.survey.order})` }]
  }

  private takeTransaction({ transaction }: SectionEvent & { kind: 'transaction' }): ReadEvent[] {
    const before = this.isOpen && this.openAccount === this.account ? [] : this.reopen()
    const entry = entryOf(transaction, {
      survey: this.survey,
      currency: this.options.currency ?? null,
      exponent: this.exponent,
      faults: this.faults,
    })
    if (entry === null) return before
    if (this.isOpening(transaction, entry)) this.tally.add('opening_balance_record', entry.position)
    const day = entry.bookingDate ?? ''
    if (this.first === null || day < this.first) this.first = day
    if (this.last === null || day > this.last) this.last = day
    return [...before, { kind: 'entry', entry }]
  }

  /** Programs write what an account began with as a transfer from itself, or name it so in their language. */
  private isOpening({ fields }: Placed, { counterpartyName = '' }: StatementEntry): boolean {
    const from = fields.find(({ code }) => code === 'L')?.value
    return (this.account !== null && from === `[${this.account}]`) || balanceKind(counterpartyName) === 'opening'
  }

  private reopen(): ReadEvent[] {
    const before = this.close()
    this.isOpen = true
    this.openAccount = this.account
    const head: StatementHead = {
      account: this.account,
      currency: this.options.currency ?? null,
      statementRef: null,
      sequenceNo: null,
      legalSequenceNo: null,
      pageNo: null,
      lastPage: null,
      copyFlag: 'original',
      accountOwner: null,
    }
    return [...before, { kind: 'statement', head }]
  }

  private close(): ReadEvent[] {
    if (!this.isOpen) return []
    const [fromDate, toDate] = [this.first, this.last]
    this.isOpen = false
    this.first = null
    this.last = null
    this.statements += 1
    const noBalance = { opening: null, closing: null, otherBalances: [], declared: null }
    return [{ kind: 'end', end: { fromDate, toDate, ...noBalance, interpretation: [] } }]
  }
}

const words = {
  investment_not_supported:
    'Investment records are in the file. Securities are not statements of money and are left out; export the cash account.',
  qif_type_unknown:
    'The file names a type of account that is not known; its records were read as those of a bank account.',
  opening_balance_record:
    'A record of an opening balance is no movement of the bank. Leave the line out if it is only the balance to begin with.',
}
