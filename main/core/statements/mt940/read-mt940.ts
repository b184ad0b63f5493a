import { StatementError } from '../failure.ts'
import { Faults } from '../faults.ts'
import { textLines } from '../text-lines.ts'
import type { ReadEvent, ReadOptions, StatementReader } from '../types.ts'
import { WarningTally } from '../warning-tally.ts'
import { restoreLineEnds } from './at-breaks.ts'
import { type Field, FieldSplitter } from './field-splitter.ts'
import { Message } from './message.ts'

/** Reads MT940 message by message (specification 4.4). */
export const readMt940: StatementReader = async function* (text, options) {
  const splitter = new FieldSplitter()
  const file = new Mt940File(options)
  for await (const lines of textLines(restoreLineEnds(text), options.signal)) {
    const events = lines.flatMap((line) => splitter.push(line).flatMap((field) => file.take(field)))
    if (events.length > 0) yield events
  }
  const last = splitter.finish().flatMap((field) => file.take(field))
  yield [...last, ...file.finish()]
}

class Mt940File {
  private message: Message | null = null
  private count = 0
  private isBlockOpen = false
  private lastLine = 1
  private readonly faults = new Faults()
  private readonly tally = new WarningTally()
  private readonly options: ReadOptions

  constructor(options: ReadOptions) {
    this.options = options
  }

  take(field: Field): ReadEvent[] {
    this.lastLine = field.line
    switch (field.tag) {
      case '{':
        this.isBlockOpen = true
        return []
      case '-':
        this.isBlockOpen = false
        return this.close()
      case '20':
        return this.reopen(field.lines[0]?.trim() || null)
      case '25':
      case '25P': {
        // Some banks write one :20: for several accounts.
        const before = this.message?.closing ? this.reopen(null) : []
        this.current().takeAccount(field)
        return before
      }
      case '28':
      case '28C':
        this.current().takeNumber(field)
        return []
      case '60':
      case '60F':
      case '60M':
        return this.takeOpening(field)
      case '61':
        return this.within((message) => message.takeEntry(field))
      case '86':
        return this.message === null ? [] : this.within((message) => message.takeText(field))
      case '62':
      case '62F':
      case '62M':
        return this.within((message) => message.takeClosing(field))
      case '64':
      case '65':
        return this.within((message) => message.takeOther(field))
      case '34F':
      case '90':
      case '90C':
      case '90D':
        return this.takeInterimTag(field)
      default:
        return []
    }
  }

  finish(): ReadEvent[] {
    const message = this.message
    if (message?.hasContent && message.closing === null) throw truncated(this.lastLine)
    if (this.isBlockOpen) throw truncated(this.lastLine)
    const events = this.close()
    this.faults.throwIfAny()
    if (this.count === 0)
      throw new StatementError(
        'no_statement',
        'The file has SWIFT tags, but no statement with balances or lines. Download the MT940 from the bank again.',
      )
    return [...events, ...this.tally.warnings(words), { kind: 'detail', formatDetail: 'MT940' }]
  }

  private current(): Message {
    this.message ??= this.newMessage(null)
    return this.message
  }

  private reopen(reference: string | null): ReadEvent[] {
    const events = this.close()
    this.message = this.newMessage(reference)
    return events
  }

  private newMessage(reference: string | null): Message {
    return new Message(reference, this.options, this.faults, (code, line) => this.tally.add(code, line))
  }

  private within(act: (message: Message) => void): ReadEvent[] {
    const message = this.current()
    act(message)
    return message.drain()
  }

  private takeOpening(field: Field): ReadEvent[] {
    const before: ReadEvent[] = []
    if (this.message?.closing && field.tag !== '60M') {
      const { account } = this.message
      before.push(...this.reopen(null))
      this.current().account = account
    }
    const message = this.current()
    message.takeOpening(field)
    return [...before, ...message.drain()]
  }

  private takeInterimTag(field: Field): ReadEvent[] {
    if (this.message?.opening)
      return field.tag === '34F' || field.tag === '90' ? [] : this.within((message) => message.declare(field))
    throw new StatementError(
      'mt942_intraday',
      'This is an interim report (MT942). Its lines come again in the end-of-day statement; import the MT940 instead.',
      [{ line: field.line, code: 'mt942_intraday', message: `:${field.tag}: stands here without an opening balance.` }],
    )
  }

  private close(): ReadEvent[] {
    const message = this.message
    this.message = null
    if (message === null || !message.hasContent) return []
    message.end()
    this.count += 1
    if (message.closing === null) this.tally.add('closing_balance_missing', this.lastLine)
    return message.drain()
  }
}

const words = {
  value_date_adjusted:
    'The value date lies past its month’s end (banks count 30 days); the last day of the month is used.',
  booking_date_inferred: 'The line has no entry date; the value date is used.',
  closing_balance_missing: 'A statement ends without a closing balance; it cannot be proved.',
}

function truncated(line: number): StatementError {
  const message = 'The file stops before the closing balance. It was not downloaded completely; download it again.'
  return new StatementError('file_truncated', message, [{ line, code: 'file_truncated', message }])
}
