import { bookingDay, splitDate } from '../../../statements/csv/date-text.ts'
import { isNothing, splitNumber, toMinorUnits } from '../../../statements/csv/number-text.ts'
import { indicatorOf } from '../../../statements/csv/sides.ts'
import type { BookRole } from './book-roles.ts'
import type { BooksMapping, ChartEntry, ImportFault } from './types.ts'

/** One row of the export, read; `signed` is minor units, debit positive. */
export interface ReadLine {
  readonly line: number
  readonly date: string
  readonly voucher: string
  readonly ledger: ChartEntry
  readonly contra: ChartEntry | null
  readonly signed: number
  readonly description: string
  readonly document: string
  readonly external: string
  readonly counterparty: string
  readonly journal: string
  readonly valueDate: string | null
  readonly dueDate: string | null
}

export type CellReader = (cells: readonly string[], role: BookRole) => string

export function cellReader(mapping: BooksMapping): CellReader {
  const places = new Map(mapping.columns.flatMap(({ role }, at) => (role ? [[role, at] as const] : [])))
  return (cells, role) => {
    const at = places.get(role)
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
}

class Faulty extends Error {
  readonly code: string
  readonly value: string
  constructor(code: string, value: string, message: string) {
    super(message)
    this.code = code
    this.value = value
  }
}

/** Reads rows of an export; what cannot be read is a fault with its line, never left out in silence. */
export function lineReader(mapping: BooksMapping, chart: readonly ChartEntry[]) {
  const cell = cellReader(mapping)
  const byCode = new Map(chart.map((ledger) => [ledger.code.toLowerCase(), ledger]))
  const byNumber = new Map(chart.map((ledger) => [String(ledger.numId), ledger]))

  function account(text: string, what: string): ChartEntry {
    if (text === '') throw new Faulty('account_missing', '', `The ${what} is empty`)
    // "1810 Bank": many programs write the name behind the code.
    const code = text.toLowerCase()
    const found = byCode.get(code) ?? byCode.get(code.split(/\s+/)[0] ?? '') ?? byNumber.get(code)
    if (found) return found
    throw new Faulty(
      'account_unknown',
      text,
      `The ${what} ${text} is not in the chart. Add the ledger, or correct the code.`,
    )
  }

  function day(text: string, what: string): string {
    const parts = splitDate(text)
    const found = parts && bookingDay(parts, mapping.date_order)
    if (found) return found
    throw new Faulty('date_invalid', text, text === '' ? `The ${what} is empty` : `The ${what} "${text}" is no date`)
  }

  function amount(text: string, precision: number): number {
    if (isNothing(text)) return 0
    const parts = splitNumber(text)
    const minor = parts ? toMinorUnits(parts.body, mapping.decimal, precision) : ('not_a_number' as const)
    if (minor === 'amount_precision')
      throw new Faulty('amount_precision', text, `The amount "${text}" has more than ${precision} decimals`)
    if (!parts || typeof minor !== 'number')
      throw new Faulty('amount_invalid', text, `The amount "${text}" cannot be read`)
    const isNegative = parts.negative !== (parts.mark === 'credit')
    return isNegative ? -minor : minor
  }

  function signedOf(cells: readonly string[], { precision }: ChartEntry): number {
    const debit = amount(cell(cells, 'debit'), precision)
    const credit = amount(cell(cells, 'credit'), precision)
    if (debit !== 0 || credit !== 0) return debit - credit
    const plain = amount(cell(cells, 'amount'), precision)
    const side = cell(cells, 'side')
    if (side === '') return plain
    const kind = /^(?:soll|debe|d\b)/i.test(side)
      ? 'debit'
      : /^(?:haben|haber)/i.test(side)
        ? 'credit'
        : indicatorOf(side)
    if (!kind) throw new Faulty('side_unknown', side, `"${side}" says neither debit nor credit`)
    return kind === 'debit' ? plain : -plain
  }

  function read(line: number, cells: readonly string[]): ReadLine {
    const ledger = account(cell(cells, 'account'), 'account')
    const contraText = cell(cells, 'contra_account')
    const currency = cell(cells, 'currency').toUpperCase()
    if (currency !== '' && currency !== ledger.currency)
      throw new Faulty(
        'currency_differs',
        `${currency} / ${ledger.currency}`,
        `The line is in ${currency}, ledger ${ledger.code} in ${ledger.currency}`,
      )
    const signed = signedOf(cells, ledger)
    const optionalDay = (role: 'value_date' | 'due_date') => {
      const text = cell(cells, role)
      return text === '' ? null : day(text, role.replace('_', ' '))
    }
    return {
      line,
      date: day(cell(cells, 'date'), 'date'),
      voucher: cell(cells, 'voucher'),
      ledger,
      contra: contraText === '' ? null : account(contraText, 'contra account'),
      signed,
      description: cell(cells, 'description').slice(0, 500),
      document: cell(cells, 'document').slice(0, 100),
      external: cell(cells, 'external_document').slice(0, 100),
      counterparty: cell(cells, 'counterparty').slice(0, 200),
      journal: cell(cells, 'journal'),
      valueDate: optionalDay('value_date'),
      dueDate: optionalDay('due_date'),
    }
  }

  return (line: number, cells: readonly string[]): ReadLine | ImportFault => {
    try {
      return read(line, cells)
    } catch (error) {
      if (error instanceof Faulty) return { line, code: error.code, message: error.message, value: error.value }
      throw error
    }
  }
}

export const isFault = (one: ReadLine | ImportFault): one is ImportFault => 'code' in one
