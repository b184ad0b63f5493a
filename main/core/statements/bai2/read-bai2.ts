import { exponentOf } from '../currencies.ts'
import { StatementError } from '../failure.ts'
import { Faults } from '../faults.ts'
import { textLines } from '../text-lines.ts'
import type { DeclaredTotals, ReadEvent, ReadOptions, StatementBalance, StatementReader } from '../types.ts'
import { type AccountRecord, readAccountRecord } from './account-record.ts'
import { ownCodeChoices } from './direction.ts'
import { fieldsOf, type LogicalRecord, RecordJoiner } from './logical-records.ts'
import { Level, trailerDifference } from './trailers.ts'
import { bai2Day, readTransaction } from './transaction-record.ts'

/** Reads BAI2 record by record (specification 4.8). */
export const readBai2: StatementReader = async function* (text, options) {
  const joiner = new RecordJoiner()
  const file = new Bai2File(options)
  for await (const lines of textLines(text, options.signal)) {
    const events = lines.flatMap((line) => joiner.push(line).flatMap((record) => file.take(record)))
    if (events.length > 0) yield events
  }
  const last = joiner.finish().flatMap((record) => file.take(record))
  yield [...last, ...file.finish()]
}

interface Group {
  readonly asOf: string | null
  readonly asOfText: string
  readonly currency: string
}

class Bai2File {
  private fileId: string | null = null
  private group: Group | null = null
  private account: AccountRecord | null = null
  private currency = 'USD'
  private isDone = false
  private hasAskedOwn = false
  private line = 1
  private accountLevel = new Level()
  private groupLevel = new Level()
  private readonly fileLevel = new Level()
  private readonly faults = new Faults()
  private readonly options: ReadOptions

  constructor(options: ReadOptions) {
    this.options = options
  }

  take(record: LogicalRecord): ReadEvent[] {
    this.line = record.line
    switch (record.code) {
      case '01':
        this.fileId = fieldsOf(record)[4] || null
        this.fileLevel.records += record.count
        return []
      case '02':
        return this.beginGroup(record)
      case '03':
        return this.beginAccount(record)
      case '16':
        return this.takeTransaction(record)
      case '49':
        return this.endAccount(record)
      case '98':
        return this.endGroup(record)
      case '99':
        return this.endFile(record)
      default:
        throw this.misplaced(record)
    }
  }

  finish(): ReadEvent[] {
    if (!this.isDone) {
      const message = 'The file stops before its trailer (99). It was not downloaded completely; download it again.'
      throw new StatementError('file_truncated', message, [{ line: this.line, code: 'file_truncated', message }])
    }
    this.faults.throwIfAny()
    return [{ kind: 'detail', formatDetail: 'BAI2' }]
  }

  private beginGroup(record: LogicalRecord): ReadEvent[] {
    if (this.group !== null) throw this.misplaced(record)
    const [, , status = '', asOfText = '', , currency = '', modifier = ''] = fieldsOf(record)
    if (status !== '1' && status !== '') throw refusedStatus(status, record.line)
    this.group = { asOf: bai2Day(asOfText), asOfText, currency: currency.toUpperCase() || 'USD' }
    this.groupLevel = new Level()
    this.groupLevel.records = record.count
    if (modifier !== '1' && modifier !== '3') return []
    return [
      warning(
        'interim_statement',
        'The group is marked as interim. Its lines may come again in the final report of the day.',
        record.line,
      ),
    ]
  }

  private beginAccount(record: LogicalRecord): ReadEvent[] {
    if (this.group === null || this.account !== null) throw this.misplaced(record)
    const account = readAccountRecord(record, this.faults)
    this.account = account
    this.currency = account.currency || this.group.currency
    exponentOf(this.currency, this.options.precision, record.line)
    this.accountLevel = new Level()
    this.accountLevel.records = record.count
    this.accountLevel.control = account.summaries.reduce((sum, { amount }) => sum + amount, 0)
    return [
      {
        kind: 'statement',
        head: {
          account: account.account.replace(/\s+/g, '').toUpperCase() || null,
          currency: this.currency,
          statementRef: this.fileId,
          sequenceNo: null,
          legalSequenceNo: null,
          pageNo: null,
          lastPage: null,
          copyFlag: 'original',
          accountOwner: null,
        },
      },
    ]
  }

  private takeTransaction(record: LogicalRecord): ReadEvent[] {
    if (this.group === null || this.account === null) throw this.misplaced(record)
    this.accountLevel.records += record.count
    const ownCodes = this.options.answers?.amount_sign
    const read = readTransaction(record, {
      currency: this.currency,
      bookingDate: this.group.asOf,
      bookingText: this.group.asOfText,
      ownCodes,
      faults: this.faults,
    })
    if (read === null) return []
    this.accountLevel.control += read.control
    const entry: ReadEvent = { kind: 'entry', entry: read.entry }
    const isAnswered = ownCodeChoices.some((choice) => choice === ownCodes)
    if (read.direction !== 'own' || isAnswered || this.hasAskedOwn) return [entry]
    this.hasAskedOwn = true
    return [entry, ownCodeQuestion]
  }

  private endAccount(record: LogicalRecord): ReadEvent[] {
    if (this.group === null || this.account === null) throw this.misplaced(record)
    const { account, group } = this
    this.account = null
    this.accountLevel.records += record.count
    const events = this.compare(record, this.accountLevel)
    this.groupLevel.add(this.accountLevel)
    const balance = (type: string): StatementBalance | null => {
      const found = account.summaries.find((summary) => summary.type === type)
      return found === undefined ? null : { amount: found.amount, date: group.asOf, kind: type }
    }
    const others = ['040', '045'].map(balance).filter((other) => other !== null)
    return [
      ...events,
      {
        kind: 'end',
        end: {
          fromDate: group.asOf,
          toDate: group.asOf,
          opening: balance('010'),
          closing: balance('015'),
          otherBalances: others,
          declared: declaredBy(account),
          interpretation: [],
        },
      },
    ]
  }

  private endGroup(record: LogicalRecord): ReadEvent[] {
    if (this.group === null || this.account !== null) throw this.misplaced(record)
    this.group = null
    this.groupLevel.records += record.count
    const events = this.compare(record, this.groupLevel)
    this.fileLevel.add(this.groupLevel)
    return events
  }

  private endFile(record: LogicalRecord): ReadEvent[] {
    if (this.group !== null) throw this.misplaced(record)
    this.isDone = true
    this.fileLevel.records += record.count
    return this.compare(record, this.fileLevel)
  }

  private compare(record: LogicalRecord, level: Level): ReadEvent[] {
    const difference = trailerDifference(record, level)
    if (difference === null) return []
    const message = `The trailer ${record.code} differs from what was read (${difference}). Lines may be missing.`
    return [warning('declared_totals_differ', message, record.line)]
  }

  private misplaced({ code, line }: LogicalRecord): StatementError {
    const message = `The record ${code} stands where it cannot. The file is damaged, or records are missing; download it again.`
    return new StatementError('bai2_record_misplaced', `Line ${line}: ${message}`, [
      { line, code: 'bai2_record_misplaced', message },
    ])
  }
}

/** The account's own totals (100 credits, 400 debits). Without a count nothing says that they cover the details. */
function declaredBy({ summaries }: AccountRecord): DeclaredTotals | null {
  const credit = summaries.find(({ type, count }) => type === '100' && count !== null)
  const debit = summaries.find(({ type, count }) => type === '400' && count !== null)
  if (credit === undefined && debit === undefined) return null
  return {
    ...(credit?.count == null ? {} : { creditCount: credit.count, creditSum: credit.amount }),
    ...(debit?.count == null ? {} : { debitCount: debit.count, debitSum: debit.amount }),
  }
}

const warning = (code: string, message: string, line: number): ReadEvent => ({
  kind: 'warning',
  warning: { code, message, line },
})

const ownCodeQuestion: ReadEvent = {
  kind: 'question',
  question: {
    code: 'amount_sign',
    params: { context: 'own_codes' },
    message:
      'The file has type codes of the bank’s own list (900–999). Are they credits, debits, or as the ranges say?',
    choices: ownCodeChoices,
    chosen: 'by_range',
    changesAmounts: true,
  },
}

const statuses: Readonly<Record<string, string>> = { '2': 'a deletion', '3': 'a correction', '4': 'a test' }

function refusedStatus(status: string, line: number): StatementError {
  const what = statuses[status] ?? `of the unknown status "${status.slice(0, 10)}"`
  const message = `The group is marked as ${what} and is not imported. Ask the bank for a plain report (status 1).`
  return new StatementError('bai2_group_status', message, [{ line, code: 'bai2_group_status', message }])
}
