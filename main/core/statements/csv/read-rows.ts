import { exponentOf, exponentOrNull, type Precision } from '../currencies.ts'
import type { StatementFault } from '../failure.ts'
import { readCell, readRowAmount } from './amounts.ts'
import { type BalanceKind, balanceKind } from './balance-words.ts'
import { type DateOrder, valueDay } from './date-text.ts'
import type { DateCells } from './decide-dates.ts'
import { isTotal, isTurnover } from './harvest.ts'
import { looseAmount } from './loose-amount.ts'
import type { DecimalSign } from './number-text.ts'
import { amountColumns, columnsOf, type Plan } from './plan.ts'
import { faultOf } from './row-fault.ts'
import { dayIn, hasForeignCells, latest, sectionBefore } from './row-hints.ts'
import { statusOf } from './status-words.ts'
import { isBlank, type Row } from './tokenize.ts'

/** What became of a line of the file. */
export type LineVerdict =
  | 'header'
  | 'preamble'
  | 'footer'
  | 'balance'
  | 'item'
  | 'continuation'
  | 'pending'
  | 'excluded'
  | 'blank'
  | 'unreadable'

/** A row that is an item, with what the proof needs; the rest is read from its cells when it is handed on. */
export interface Item {
  readonly row: Row
  readonly amount: number
  readonly balance: number | null
  /** The balance that the row itself names as the one before it, or before its statement. */
  readonly opening: number | null
  readonly fee: number
  readonly bookingDate: string | null
  readonly valueDate: string | null
  readonly status: 'booked' | 'pending' | 'info'
  readonly account: string | null
  readonly currency: string | null
  continued: Row[] | null
}

export interface FoundBalance {
  readonly kind: BalanceKind
  readonly label: string
  readonly amount: number
  readonly date: string | null
  /** Of which account, where a file has several tables. */
  readonly account: string | null
}

export interface ReadRows {
  readonly items: readonly Item[]
  readonly faults: readonly StatementFault[]
  readonly balances: readonly FoundBalance[]
  /** Verdict by row index. */
  readonly verdicts: readonly LineVerdict[]
  readonly counts: { bookingInferred: number; valueAdjusted: number; valueUnread: number }
}

const maybeBalance =
  /sald|s a l d|bala|solde|kontost|stav|sta[tn]|egyenleg|forward|[üu]bertrag|vortrag|likut|atlik|z[uů]stat|bestand|остат|сальдо|салдо|наличн|залишок|bakiye|sold|stanje|υπόλοιπ|υπολοιπ|残高|余额|餘額|잔액|số dư|יתרה|رصيد|baki|zostatok|j[aä][aä]k/i

function balanceOf(cell: string | undefined, sign: DecimalSign, exponent: number): number | null {
  const read = readCell(cell, sign, exponent)
  if (!read || typeof read !== 'object') return null
  return read.mark === 'debit' ? -Math.abs(read.value) : read.value
}

/** Reads every row below the header under one plan; never throws for a single row, but lists it. */
export function readRows(rows: readonly Row[], plan: Plan, dates: DateCells, precision: Precision): ReadRows {
  const { roles, place, header } = plan
  const columns = amountColumns(roles, plan.decimalSigns, plan.side)
  const { at } = columns
  const [booking, value, balance, opening, fee, currencyAt, own, status] = [
    at('bookingDate'),
    at('valueDate'),
    at('balance'),
    at('openingBalance'),
    at('fee'),
    at('currency'),
    at('ownAccount'),
    at('status'),
  ]
  const dateColumn = booking >= 0 ? booking : value
  const order = (column: number): DateOrder => plan.dateOrders.get(column) ?? 'ymd'
  const texts = [
    ...new Set([
      ...columnsOf(roles, 'remittance'),
      ...columnsOf(roles, 'counterpartyName'),
      ...columnsOf(roles, 'type'),
      ...columnsOf(roles, 'reference'),
    ]),
  ]
  const isTextColumn = (column: number) => !roles.has(column) || texts.includes(column)
  const amountAt = at('amount') >= 0 ? at('amount') : at('debit') >= 0 ? at('debit') : at('credit')
  const amountPlaces = [at('amount'), at('debit'), at('credit')].filter((column) => column >= 0)

  const items: Item[] = []
  const faults: StatementFault[] = []
  const balances: FoundBalance[] = []
  const tabled: { readonly index: number; balance: FoundBalance }[] = []
  const verdicts: LineVerdict[] = new Array(rows.length)
  const counts = { bookingInferred: 0, valueAdjusted: 0, valueUnread: 0 }
  const undecided: { index: number; isData: boolean; isSum: boolean; before: Item | null; fault: StatementFault }[] = []
  let last: Item | null = null
  let lastIndex = -1
  let firstItem = -1
  let lastItem = -1
  let account: string | null = null
  let hasEnded = false
  let lastCurrency = plan.currency

  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (!row) continue
    const { cells } = row
    if (index < place.first) {
      verdicts[index] = index === place.header ? 'header' : isBlank(row) ? 'blank' : 'preamble'
      const named = cells.find((cell) => maybeBalance.test(cell) && balanceKind(cell) !== null)
      const kind = named === undefined || index === place.header ? null : balanceKind(named)
      const found = kind
        ? looseAmount(cells, columns.decimalSign(amountAt), exponentOrNull(plan.currency ?? 'EUR', precision) ?? 2)
        : null
      if (kind && found !== null)
        balances.push({
          kind,
          label: named ?? '',
          amount: found,
          date: dayIn(cells, order(dateColumn), dates),
          account: plan.account,
        })
      continue
    }
    if (isBlank(row)) {
      verdicts[index] = 'blank'
      continue
    }
    if (
      hasEnded ||
      plan.footerStarts.some(
        (start) => cells.some((cell) => cell !== '') && cells.find((cell) => cell !== '')?.startsWith(start),
      )
    ) {
      hasEnded = true
      verdicts[index] = 'footer'
      continue
    }
    if (
      header &&
      cells[0] === header[0] &&
      cells.length > 1 &&
      cells.every((cell, column) => cell === (header[column] ?? ''))
    ) {
      verdicts[index] = 'header'
      const section = sectionBefore(rows, index, lastIndex)
      if (section === null) continue
      account = section.account
      for (const one of tabled) if (one.index > section.at) one.balance = { ...one.balance, account: section.account }
      for (const one of undecided.splice(0))
        if (one.index > lastIndex && !one.isData) verdicts[one.index] = 'preamble'
        else undecided.push(one)
      continue
    }
    let rowCurrency = plan.currency
    if (currencyAt >= 0) {
      const cell = cells[currencyAt] ?? ''
      if (cell !== '') lastCurrency = cell.toUpperCase()
      rowCurrency = lastCurrency
    }
    const known = exponentOrNull(rowCurrency ?? 'EUR', precision)
    const exponent = known ?? 2
    const dateText = dateColumn >= 0 ? (cells[dateColumn] ?? '') : ''
    const parts = dateText === '' ? null : dates.parts(dateText)
    let bookingDate = parts && booking >= 0 ? dates.day(parts, order(booking)) : null
    const amount = readRowAmount(cells, columns, plan.sign, exponent)

    let label: { kind: BalanceKind; text: string } | null = null
    for (const column of texts) {
      const cell = cells[column]
      if (cell && cell.length < 60 && maybeBalance.test(cell)) {
        const kind = balanceKind(cell)
        if (kind) label = { kind, text: cell }
      }
    }
    if (!label && bookingDate === null && parts === null)
      for (const cell of cells) {
        const kind = maybeBalance.test(cell) ? balanceKind(cell) : null
        if (kind && !label) label = { kind, text: cell }
      }
    const amountCell = balance >= 0 && cells[balance] ? balance : -1
    const read =
      label && amountCell >= 0 ? readCell(cells[amountCell], columns.decimalSign(amountCell), exponent) : null
    // A booked line whose text only sounds like a balance: it moves the balance that stands beside it. (There is a shop
    // called New Balance.)
    if (label && bookingDate !== null && typeof amount === 'number' && amount !== 0) {
      const isMoved = read !== null && typeof read === 'object' && Math.abs(read.value) !== Math.abs(amount)
      if (isMoved || (read === null && /^new balance$/i.test(label.text))) label = null
    }
    if (label) {
      const found =
        read && typeof read === 'object'
          ? read.value
          : typeof amount === 'number'
            ? amount
            : looseAmount(cells, columns.decimalSign(amountAt), exponent)
      if (found !== null)
        tabled.push({
          index,
          balance: {
            kind: label.kind,
            label: label.text,
            amount: found,
            date: bookingDate,
            account: account ?? plan.account,
          },
        })
      verdicts[index] = 'balance'
      continue
    }

    if (texts.some((column) => isTurnover(cells[column] ?? ''))) {
      verdicts[index] = 'footer'
      continue
    }

    let valueDate: string | null = null
    if (value >= 0) {
      const cell = cells[value] ?? ''
      const valueParts = cell === '' ? null : dates.parts(cell)
      const exact = valueParts ? dates.day(valueParts, order(value)) : null
      const day = exact === null && valueParts ? valueDay(valueParts, order(value)) : null
      if (exact !== null) valueDate = exact
      else if (day) {
        valueDate = day.date
        if (day.isAdjusted) counts.valueAdjusted += 1
      } else if (cell !== '' && typeof amount === 'number' && statusOf(cell) === null) counts.valueUnread += 1
    }
    const statusText = status >= 0 ? (cells[status] ?? '') : ''
    const announced = statusOf(statusText) ?? (bookingDate === null && dateText !== '' ? statusOf(dateText) : null)
    const isTooWide = cells.length > plan.width && hasForeignCells(cells, plan, isTextColumn)
    const isInferred = bookingDate === null && valueDate !== null && (booking < 0 || dateText === '')
    if (isInferred && announced === null) bookingDate = valueDate

    const isItem = typeof amount === 'number' && (bookingDate !== null || announced !== null) && !isTooWide
    if (isItem) {
      if (known === null) exponentOf(rowCurrency, precision, row.line)
      if (isInferred && announced === null) counts.bookingInferred += 1
      const feeRead = fee >= 0 ? readCell(cells[fee], columns.decimalSign(fee), exponent) : null
      const ownText = own >= 0 ? (cells[own] ?? '') : ''
      if (ownText !== '') account = ownText.replace(/[\s"']/g, '').toUpperCase()
      const feeAmount = feeRead && typeof feeRead === 'object' ? Math.abs(feeRead.value) : 0
      last = {
        row,
        amount: plan.sign.isFeeDeducted ? amount - feeAmount : amount,
        balance: balanceOf(cells[balance], columns.decimalSign(balance), exponent),
        opening: balanceOf(cells[opening], columns.decimalSign(opening), exponent),
        fee: feeAmount,
        bookingDate,
        valueDate,
        status: announced ?? 'booked',
        account: account ?? plan.account,
        currency: rowCurrency,
        continued: null,
      }
      items.push(last)
      lastIndex = index
      if (firstItem < 0) firstItem = index
      lastItem = index
      verdicts[index] = announced ? 'pending' : 'item'
      continue
    }

    const isAmountBlank = amount === 'amount_missing'
    if (isAmountBlank && dateText === '' && last && lastIndex === index - 1 && cells.length > dateColumn) {
      const firstFilled = cells.findIndex((cell) => cell !== '')
      if (
        isTextColumn(firstFilled) &&
        !isTotal(cells[firstFilled] ?? '') &&
        amountPlaces.every((column) => (cells[column] ?? '') === '')
      ) {
        last.continued ??= []
        last.continued.push(row)
        lastIndex = index
        verdicts[index] = 'continuation'
        continue
      }
    }
    const isWordyDate = bookingDate === null && dateText !== '' && !/\d/.test(dateText)
    const isSum = cells.some((cell) => cell !== '' && isTotal(cell))
    const isData =
      !isSum &&
      (bookingDate !== null ||
        (parts !== null && booking >= 0) ||
        (typeof amount === 'number' && dateText !== '' && !isWordyDate) ||
        (typeof amount === 'number' &&
          cells.length >= plan.width &&
          texts.some((column) => (cells[column] ?? '') !== '')))
    const isWrapped =
      cells.length === 1 && lastIndex === index - 1 && last !== null && isTextColumn(last.row.cells.length - 1)
    if (isWrapped) lastIndex = index
    undecided.push({
      index,
      isData,
      isSum: isSum && bookingDate === null,
      before: isWrapped ? last : null,
      fault: faultOf(row, dateText, bookingDate, amount, isTooWide, cells[amountAt] ?? ''),
    })
  }
  const firstDate = items.find(({ bookingDate }) => bookingDate !== null)?.bookingDate ?? ''
  const lastDate = items.findLast(({ bookingDate }) => bookingDate !== null)?.bookingDate ?? ''
  // What stands above the table with a day after the last line is what the lines led to.
  for (const [place, found] of balances.entries())
    if (found.kind === 'other' && found.date !== null && lastDate !== '' && found.date >= latest(firstDate, lastDate))
      balances[place] = { ...found, kind: 'closing' }
  for (const { index, balance: found } of tabled) {
    // A bare "Saldo" before the oldest line opens, after the newest line closes.
    const isFront = firstItem < 0 || index < firstItem
    const isEdge = isFront || index > lastItem
    const kind =
      found.kind === 'other' && isEdge ? (isFront === firstDate > lastDate ? 'closing' : 'opening') : found.kind
    balances.push({ ...found, kind })
  }
  for (const { index, isData, isSum, before, fault } of undecided) {
    const isBefore = firstItem < 0 || index < firstItem
    const isAfter = index > lastItem
    if (before && !isAfter && !isData) {
      // A line break within the last cell, which the bank did not enclose.
      before.continued ??= []
      before.continued.push(rows[index] ?? before.row)
      verdicts[index] = 'continuation'
    } else if (isSum && !isBefore) verdicts[index] = 'footer'
    else if (isData || !(isBefore || isAfter)) {
      verdicts[index] = 'unreadable'
      faults.push(fault)
    } else verdicts[index] = isAfter && firstItem >= 0 ? 'footer' : 'preamble'
  }
  return { items, faults, balances, verdicts, counts }
}
