import { readColumn } from './amounts.ts'
import { type BalanceKind, balanceKind, isCarry } from './balance-words.ts'
import type { DateCells } from './decide-dates.ts'
import type { FoundBalance, Item } from './items.ts'
import { looseAmount } from './loose-amount.ts'
import type { RowColumns } from './row-columns.ts'
import { dayIn, latest } from './row-hints.ts'

// Cheaper than the whole look-up; every word that balanceKind knows contains one of these.
const maybeBalance =
  /sald|s a l d|bala|solde|kontost|stav|sta[tn]|egyenleg|forward|[üu]bertrag|vortrag|likut|atlik|z[uů]stat|bestand|остат|сальдо|салдо|наличн|залишок|bakiye|sold|stanje|υπόλοιπ|υπολοιπ|baki|zostatok|j[aä][aä]k/i

// What the bank's books say now, wherever it stands.
const current =
  /\b(?:cont[aá]bil[ei]?|contable|comptable|current|actu(?:al|el|elle)|attuale|aktuell\w*|ledger|huidig)\b/i

const kindOf = (cell: string): BalanceKind | null => (maybeBalance.test(cell) ? balanceKind(cell) : null)

/** A balance cell; a mark of debit makes it negative. */
export function balanceOf(
  columns: RowColumns,
  column: number,
  cell: string | undefined,
  exponent: number,
): number | null {
  const read = readColumn(columns, column, cell, exponent)
  if (!read || typeof read !== 'object') return null
  return read.mark === 'debit' ? -Math.abs(read.value) : read.value
}

/** A balance outside the columns: written as the amounts are, or with decimals beside amounts in cents. */
function besideAmounts(cells: readonly string[], columns: RowColumns, exponent: number): number | null {
  const { amount, decimalSign, isMinor } = columns
  const isCents = isMinor(amount) && !cells.some((cell) => /^\D*\d+(?:[.,']\d{3})*[.,]\d{2}\D*$/.test(cell))
  return looseAmount(cells, decimalSign(amount), isCents ? 0 : exponent)
}

/** The balance that a line above the table names, or null. */
export function balanceAbove(
  cells: readonly string[],
  columns: RowColumns,
  exponent: number,
  dates: DateCells,
): Omit<FoundBalance, 'account'> | null {
  const label = cells.find((cell) => kindOf(cell) !== null)
  const kind = label === undefined ? null : kindOf(label)
  if (label === undefined || kind === null) return null
  const amount = besideAmounts(cells, columns, exponent)
  return amount === null ? null : { kind, label, amount, date: dayIn(cells, columns.order(columns.date), dates) }
}

/** What a row of the table shows, as far as it decides whether the row is a balance. */
interface Shown {
  readonly cells: readonly string[]
  readonly bookingDate: string | null
  readonly isDated: boolean
  /** The row's amount where it is one. */
  readonly amount: number | null
  readonly exponent: number
}

/** The balance that a row of the table names; `amount` is null where it names one and shows none. Null for other rows. */
export function balanceInTable(
  { cells, bookingDate, isDated, amount, exponent }: Shown,
  columns: RowColumns,
): { readonly kind: BalanceKind; readonly label: string; readonly amount: number | null } | null {
  const { texts, balance } = columns
  let label: { kind: BalanceKind; text: string } | null = null
  for (const column of texts) {
    const cell = cells[column]
    const kind = cell && cell.length < 60 ? kindOf(cell) : null
    if (cell && kind) label = { kind, text: cell }
  }
  if (!label && !isDated)
    for (const cell of cells) {
      const kind = kindOf(cell) ?? (isCarry(cell) ? 'other' : null)
      if (kind && !label) label = { kind, text: cell }
    }
  if (!label) return null
  const read = balance >= 0 && cells[balance] ? readColumn(columns, balance, cells[balance], exponent) : null
  // A booked line whose text only sounds like a balance: it moves the balance that stands beside it. (There is a shop
  // called New Balance.)
  if (bookingDate !== null && amount !== null && amount !== 0) {
    const isMoved = read !== null && typeof read === 'object' && Math.abs(read.value) !== Math.abs(amount)
    if (isMoved || (read === null && /^new balance$/i.test(label.text))) return null
  }
  const found = read && typeof read === 'object' ? read.value : amount
  return { kind: label.kind, label: label.text, amount: found ?? besideAmounts(cells, columns, exponent) }
}

/** A balance and the row it stands in. */
export interface TabledBalance {
  readonly index: number
  balance: FoundBalance
}

/** Whether a bare balance comes after all lines, by its day or by its name; null where neither says. */
function isLatest({ date, label }: FoundBalance, firstDate: string, lastDate: string): boolean | null {
  if (date === null) return current.test(label) ? true : null
  if (firstDate === lastDate) return null
  if (date >= latest(firstDate, lastDate)) return true
  return date < latest(firstDate, lastDate) && (date <= firstDate || date <= lastDate) ? false : null
}

/** What balances without "opening" or "closing" in their names are, once it is known where the lines stand. */
export function settleBalances(
  above: readonly FoundBalance[],
  tabled: readonly TabledBalance[],
  items: readonly Item[],
  firstItem: number,
  lastItem: number,
): FoundBalance[] {
  // What is not booked yet may be dated after the balance.
  const isBooked = ({ bookingDate, status }: Item) => bookingDate !== null && status === 'booked'
  const firstDate = items.find(isBooked)?.bookingDate ?? ''
  const lastDate = items.findLast(isBooked)?.bookingDate ?? ''
  // What stands above the table with a day after the last line is what the lines led to.
  const settled = above.map((found) =>
    found.kind === 'other' && found.date !== null && lastDate !== '' && found.date >= latest(firstDate, lastDate)
      ? { ...found, kind: 'closing' as const }
      : found,
  )
  for (const { index, balance } of tabled) {
    // A bare "Saldo" before the oldest line opens, after the newest line closes.
    const isFront = firstItem < 0 || index < firstItem
    const isEdge = isFront || index > lastItem
    const isLast = isLatest(balance, firstDate, lastDate) ?? isFront === firstDate > lastDate
    settled.push({
      ...balance,
      kind: balance.kind === 'other' && isEdge ? (isLast ? 'closing' : 'opening') : balance.kind,
    })
  }
  return settled
}
