import { decimalEvidence, splitNumber } from '../csv/number-text.ts'
import type { ReadOptions, StatementQuestion } from '../types.ts'
import { DateOrders, type Order } from './qif-date.ts'
import type { SectionEvent } from './sections.ts'

/** What a first look at the whole file decides: order of day and month, decimal sign, accounts. */
export interface Survey {
  readonly order: Order
  readonly decimal: '.' | ','
  readonly questions: readonly StatementQuestion[]
}

export class Surveyor {
  private readonly dates = new DateOrders()
  private readonly evidence = { '.': 0, ',': 0, unclear: 0, none: 0 }
  private unclearSign: '.' | ',' = '.'
  private account: string | null = null
  private readonly accounts = new Set<string>()

  take(event: SectionEvent): void {
    if (event.kind === 'date_order') this.dates.declare(event.order)
    if (event.kind === 'account') {
      this.account = event.name === '' ? null : event.name
      this.dates.newAccount()
    }
    if (event.kind !== 'transaction') return
    if (this.account !== null) this.accounts.add(this.account)
    for (const { code, value } of event.transaction.fields) {
      if (code === 'D') this.dates.add(value)
      if (code === 'T' || code === '$') this.addAmount(value)
    }
  }

  finish(options: ReadOptions): Survey {
    const { answers, currency } = options
    const decimalAnswer = answers?.decimal_sign === '.' || answers?.decimal_sign === ',' ? answers.decimal_sign : null
    const decimal = decimalAnswer ?? this.decimal()
    const dateAnswer = answers?.date_order === 'dmy' || answers?.date_order === 'mdy' ? answers.date_order : null
    const found = this.dates.find(hintOf(currency, this.evidence[','] > this.evidence['.'] ? ',' : null))
    const questions: StatementQuestion[] = []
    if (dateAnswer === null && !found.isCertain)
      questions.push({
        code: 'date_order',
        message: 'Nothing in the file tells whether day or month comes first in its dates.',
        choices: ['dmy', 'mdy'],
        chosen: found.order,
        changesAmounts: false,
      })
    if (decimalAnswer === null && this.evidence.unclear > 0 && this.evidence['.'] + this.evidence[','] === 0)
      questions.push({
        code: 'decimal_sign',
        message: 'Nothing in the file tells whether point and comma separate decimals or thousands.',
        choices: ['.', ','],
        chosen: decimal,
        changesAmounts: true,
      })
    const accounts = [...this.accounts]
    if (accounts.length > 1 && answers?.account === undefined)
      questions.push({
        code: 'account',
        message: 'The file holds several accounts without numbers. Which one belongs to the ledger?',
        choices: accounts,
        chosen: accounts[0] ?? '',
        changesAmounts: false,
      })
    return { order: dateAnswer ?? found.order, decimal, questions }
  }

  private addAmount(text: string): void {
    const parts = splitNumber(text)
    if (parts === null) return
    const evidence = decimalEvidence(parts.body)
    this.evidence[evidence] += 1
    if (evidence === 'unclear') this.unclearSign = parts.body.includes(',') ? ',' : '.'
  }

  // 1,234 without a decimal anywhere: the sign is taken for that of thousands, as QIF writers print decimals always.
  private decimal(): '.' | ',' {
    if (this.evidence['.'] + this.evidence[','] === 0)
      return this.evidence.unclear > 0 && this.unclearSign === '.' ? ',' : '.'
    return this.evidence[','] > this.evidence['.'] ? ',' : '.'
  }
}

/** Dollar accounts of the United States write the month first; who writes a decimal comma writes the day first. */
function hintOf(currency: string | undefined, comma: ',' | null): Order | null {
  if (comma !== null) return 'dmy'
  if (currency === 'USD') return 'mdy'
  return currency === undefined || currency === 'CAD' ? null : 'dmy'
}
