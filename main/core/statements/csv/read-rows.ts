import { exponentOf, exponentOrNull, type Precision } from '../currencies.ts'
import type { StatementFault } from '../failure.ts'
import { readColumn, readRowAmount } from './amounts.ts'
import { balanceAbove, balanceInTable, balanceOf, settleBalances, type TabledBalance } from './balance-rows.ts'
import { currencyCode } from './currency-code.ts'
import { valueDay } from './date-text.ts'
import type { DateCells } from './decide-dates.ts'
import { isTotal, isTurnover } from './harvest.ts'
import type { FoundBalance, Item, LineVerdict, ReadRows } from './items.ts'
import { isNumber } from './number-text.ts'
import type { Plan } from './plan.ts'
import { rowColumns } from './row-columns.ts'
import { faultOf } from './row-fault.ts'
import { dayIn, hasForeignCells, sectionBefore } from './row-hints.ts'
import { settleRows, type UndecidedRow } from './settle-rows.ts'
import { statusIn, statusOf, statusOfHeading } from './status-words.ts'
import { isBlank, type Row } from './tokenize.ts'
import { isUndone, legsOf } from './transfers.ts'

/** Words in one cell alone. A day in figures is the rest of a line, a month and its year are not. */
const isHeading = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  const [only] = filled
  return filled.length === 1 && only !== undefined && /^\p{L}[\p{L} .]*(?:\d{4})?$/u.test(only)
}

/** Reads every row below the header under one plan; never throws for a single row, but lists it. */
export function readRows(rows: readonly Row[], plan: Plan, dates: DateCells, precision: Precision): ReadRows {
  const { place, header } = plan
  const columns = rowColumns(plan)
  const { booking, value, balance, opening, fee, own, statuses, texts, date: dateColumn } = columns
  // The day of the payment is there, that of its booking is not yet.
  const unbooked = (cells: readonly string[]) =>
    columns.purchase >= 0 && dates.parts(cells[columns.purchase] ?? '') !== null ? 'pending' : null
  const items: Item[] = []
  const faults: StatementFault[] = []
  const above: FoundBalance[] = []
  const tabled: TabledBalance[] = []
  const verdicts: LineVerdict[] = new Array(rows.length)
  const counts = { bookingInferred: 0, valueAdjusted: 0, valueUnread: 0 }
  const undecided: UndecidedRow[] = []
  let last: Item | null = null
  let lastIndex = -1
  let firstItem = -1
  let lastItem = -1
  let account: string | null = null
  let hasEnded = false
  let lastCurrency = plan.currency
  let tableCurrency = plan.currency
  let hasHome: boolean | null = null
  // What the last heading says of the lines beneath it: "Pending transactions".
  let section: Item['status'] | null = null

  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (!row) continue
    const { cells } = row
    if (index !== place.header && !isBlank(row) && (isHeading(cells) || index < place.first))
      section = statusOfHeading(cells)
    if (index < place.first) {
      verdicts[index] = index === place.header ? 'header' : isBlank(row) ? 'blank' : 'preamble'
      const exponent = exponentOrNull(plan.currency ?? 'EUR', precision) ?? 2
      const found = index === place.header ? null : balanceAbove(cells, columns, exponent, dates)
      if (found) above.push({ ...found, account: plan.account })
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
      tableCurrency = section.currency ?? plan.currency
      for (const one of tabled) if (one.index > section.at) one.balance = { ...one.balance, account: section.account }
      for (const one of undecided.splice(0))
        if (one.index > lastIndex && !one.isData) verdicts[one.index] = 'preamble'
        else undecided.push(one)
      continue
    }
    let rowCurrency = tableCurrency
    if (columns.currency >= 0) {
      const cell = cells[columns.currency] ?? ''
      // Where the first line names none, a blank cell means the account's own.
      hasHome ??= cell === ''
      if (cell !== '') lastCurrency = currencyCode(cell) ?? cell.toUpperCase()
      rowCurrency = cell === '' && hasHome ? tableCurrency : lastCurrency
    }
    const legs = plan.transfers ? legsOf(cells, plan.transfers, columns, precision, row.line) : null
    const [leg] = typeof legs === 'string' || legs === null ? [] : legs
    if (leg) rowCurrency = leg.currency
    const known = exponentOrNull(rowCurrency ?? 'EUR', precision)
    const exponent = known ?? 2
    const dateText = dateColumn >= 0 ? (cells[dateColumn] ?? '') : ''
    const parts = dateText === '' ? null : dates.parts(dateText)
    let bookingDate = parts && booking >= 0 ? dates.day(parts, columns.order(booking)) : null
    const amount = typeof legs === 'string' ? legs : (leg?.amount ?? readRowAmount(cells, columns, plan.sign, exponent))

    const shown = {
      cells,
      bookingDate,
      isDated: bookingDate !== null || parts !== null,
      amount: typeof amount === 'number' ? amount : null,
      exponent,
    }
    const named = balanceInTable(shown, columns)
    if (named) {
      const { kind, label } = named
      if (named.amount !== null)
        tabled.push({
          index,
          balance: {
            kind,
            label,
            amount: named.amount,
            date: bookingDate ?? dayIn(cells, columns.order(dateColumn), dates),
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
      const exact = valueParts ? dates.day(valueParts, columns.order(value)) : null
      const day = exact === null && valueParts ? valueDay(valueParts, columns.order(value)) : null
      if (exact !== null) valueDate = exact
      else if (day) {
        valueDate = day.date
        if (day.isAdjusted) counts.valueAdjusted += 1
      } else if (cell !== '' && typeof amount === 'number' && statusOf(cell) === null) counts.valueUnread += 1
    }
    const announced =
      statusIn(cells, statuses) ??
      (plan.transfers && isUndone(cells, statuses) ? 'info' : null) ??
      (bookingDate !== null ? section : dateText !== '' ? statusOf(dateText) : unbooked(cells))
    const isTooWide = cells.length > plan.width && hasForeignCells(cells, plan, columns.isText)
    const isInferred = bookingDate === null && valueDate !== null && (booking < 0 || dateText === '')
    if (isInferred && announced === null) bookingDate = valueDate

    const isItem = typeof amount === 'number' && (bookingDate !== null || announced !== null) && !isTooWide
    if (isItem) {
      if (known === null) exponentOf(rowCurrency, precision, row.line)
      if (isInferred && announced === null) counts.bookingInferred += 1
      const feeRead = fee >= 0 ? readColumn(columns, fee, cells[fee], exponent) : null
      const ownText = own >= 0 ? (cells[own] ?? '') : ''
      if (ownText !== '') account = ownText.replace(/[\s"']/g, '').toUpperCase()
      const feeAmount = feeRead && typeof feeRead === 'object' ? Math.abs(feeRead.value) : 0
      last = {
        row,
        amount: plan.sign.isFeeDeducted ? amount - feeAmount : amount,
        balance: balanceOf(columns, balance, cells[balance], exponent),
        opening: balanceOf(columns, opening, cells[opening], exponent),
        fee: feeAmount,
        bookingDate,
        valueDate,
        status: announced ?? 'booked',
        account: account ?? plan.account,
        currency: rowCurrency,
        continued: null,
      }
      items.push(last)
      if (typeof legs === 'object' && legs !== null)
        for (const other of legs.slice(1)) items.push({ ...last, ...other, fee: 0 })
      lastIndex = index
      if (firstItem < 0) firstItem = index
      lastItem = index
      verdicts[index] = announced ? 'pending' : 'item'
      continue
    }

    const isAmountBlank = amount === 'amount_missing'
    if (isAmountBlank && dateText === '' && last && lastIndex === index - 1 && cells.length > dateColumn) {
      // A part of the line above carries its number and an amount of its own.
      const above = last.row.cells
      const firstFilled = cells.findIndex(
        (cell, column) => cell !== '' && cell !== above[column] && !columns.details.has(column),
      )
      if (
        columns.isText(firstFilled) &&
        !isNumber(cells[firstFilled] ?? '') &&
        !isTotal(cells[firstFilled] ?? '') &&
        columns.amounts.every((column) => (cells[column] ?? '') === '')
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
      cells.length === 1 && lastIndex === index - 1 && last !== null && columns.isText(last.row.cells.length - 1)
    if (isWrapped) lastIndex = index
    undecided.push({
      index,
      isData,
      isSum: isSum && bookingDate === null,
      isHeading: isHeading(cells),
      before: isWrapped ? last : null,
      fault: faultOf(row, dateText, bookingDate, amount, isTooWide, cells[columns.amount] ?? ''),
    })
  }
  const balances = settleBalances(above, tabled, items, firstItem, lastItem)
  settleRows(rows, undecided, verdicts, faults, firstItem, lastItem)
  return { items, faults, balances, verdicts, counts }
}
