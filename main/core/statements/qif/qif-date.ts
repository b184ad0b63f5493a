import { arrange, type DateOrder, type DateParts, fits, splitDate } from '../csv/date-text.ts'

/**
 * Takes a D field apart: blanks pad the numbers, an apostrophe stands before years from 2000 on ("1/ 2'24"). Some programs
 * write the apostrophe, or two separators, elsewhere ("1'2'24", "1-2/2024").
 */
export function splitQifDate(text: string): DateParts | null {
  const bare = text.replace(/\s+/g, ' ').trim()
  const short = /^(\d{1,2})\s*[-/.']\s*(\d{1,2})\s*'\s*(\d{1,4})$/.exec(bare)
  if (short) {
    const year = Number(short[3])
    const full = year < 100 ? 2000 + year : year
    return { kind: 'open', parts: [Number(short[1]), Number(short[2]), full], orders: ['dmy', 'mdy'] }
  }
  const tight = bare.replace(/\s/g, '')
  return splitDate(bare) ?? splitDate(tight) ?? splitDate(tight.replace(/(?<=\d)[-/.'](?=\d)/g, '/'))
}

export type Order = 'dmy' | 'mdy'

export interface OrderFinding {
  readonly order: Order
  /** False when nothing in the file decides. */
  readonly isCertain: boolean
}

const isOpen = (parts: DateParts) => parts.kind === 'open' || parts.kind === 'compact'

/** What the dates of a file say about the order of day and month (specification 4.5.3), gathered one by one. */
export class DateOrders {
  private readonly impossible = { dmy: 0, mdy: 0 }
  private readonly turns = { dmy: { up: 0, down: 0 }, mdy: { up: 0, down: 0 } }
  private last: { dmy: string; mdy: string } | null = null
  private isMixed = false
  private declared: Order | null = null

  /** The file says its order (`!Option:MDY`). */
  declare(order: Order): void {
    this.declared ??= order
  }

  /** A new account begins; its dates are in no order to those before. */
  newAccount(): void {
    this.last = null
  }

  add(text: string): void {
    const parts = splitQifDate(text)
    if (parts === null || !isOpen(parts)) return
    for (const order of ['dmy', 'mdy'] as const) if (!fits(parts, order)) this.impossible[order] += 1
    const now = { dmy: sortable(parts, 'dmy'), mdy: sortable(parts, 'mdy') }
    if (now.dmy !== now.mdy) this.isMixed = true
    for (const order of ['dmy', 'mdy'] as const) {
      if (this.last === null) break
      if (now[order] > this.last[order]) this.turns[order].up += 1
      if (now[order] < this.last[order]) this.turns[order].down += 1
    }
    this.last = now
  }

  /** The reading in which fewer dates are impossible; else what the file says, or whose dates run one way; else open. */
  find(hint: Order | null): OrderFinding {
    const { dmy, mdy } = this.impossible
    if (dmy !== mdy) return { order: dmy < mdy ? 'dmy' : 'mdy', isCertain: true }
    if (this.declared !== null) return { order: this.declared, isCertain: true }
    const isOneWay = (order: Order) => Math.min(this.turns[order].up, this.turns[order].down) === 0
    if (isOneWay('dmy') !== isOneWay('mdy')) return { order: isOneWay('dmy') ? 'dmy' : 'mdy', isCertain: true }
    if (hint !== null) return { order: hint, isCertain: true }
    return { order: 'dmy', isCertain: !this.isMixed }
  }
}

function sortable(parts: DateParts, order: DateOrder): string {
  const [year, month, day] = arrange(parts, order) ?? [0, 0, 0]
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
