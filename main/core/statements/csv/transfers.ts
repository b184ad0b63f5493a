import { exponentOf, type Precision } from '../currencies.ts'
import { type AmountFailure, readColumn } from './amounts.ts'
import { currencyCode } from './currency-code.ts'
import { normaliseHeader } from './match-header.ts'
import type { ColumnRole } from './roles.ts'
import type { RowColumns } from './row-columns.ts'
import { isBlank, type Row } from './tokenize.ts'

/**
 * Columns of a history of transfers between accounts in several currencies: every line names what left the one side,
 * what arrived at the other, and which of them is the own one (Wise).
 */
export interface Transfers {
  readonly direction: number
  readonly sourceAmount: number
  readonly sourceCurrency: number
  readonly targetAmount: number
  readonly targetCurrency: number
  readonly sourceFee: number
  readonly sourceFeeCurrency: number
}

/** What one line moved in one currency. */
export interface Leg {
  readonly amount: number
  readonly currency: string
}

/** The columns of such a history, or null for any other table. */
export function findTransfers(header: readonly string[] | null, rows: readonly Row[], first: number): Transfers | null {
  if (!header) return null
  const names = header.map(normaliseHeader)
  const at = (name: RegExp) => names.findIndex((one) => name.test(one))
  const found: Transfers = {
    direction: at(/^direction$/),
    sourceAmount: at(/^source amount\b/),
    sourceCurrency: at(/^source currency$/),
    targetAmount: at(/^target amount\b/),
    targetCurrency: at(/^target currency$/),
    sourceFee: at(/^source fee amount$/),
    sourceFeeCurrency: at(/^source fee currency$/),
  }
  const { sourceFee: _, sourceFeeCurrency: __, ...needed } = found
  if (Object.values(needed).some((column) => column < 0)) return null
  const isTold = rows
    .slice(first, first + 1_000)
    .every((row) => isBlank(row) || /^(?:in|out|neutral)$/i.test(row.cells[found.direction] ?? ''))
  return isTold ? found : null
}

/** Gives the columns their meanings. */
export function takeTransfers(transfers: Transfers, header: readonly string[], roles: Map<number, ColumnRole>): void {
  const taken: ReadonlySet<ColumnRole> = new Set([
    'amount',
    'currency',
    'originalAmount',
    'originalCurrency',
    'indicator',
    'fee',
    'counterpartyName',
    'payerName',
    'payeeName',
  ])
  for (const [column, role] of [...roles]) if (taken.has(role)) roles.delete(column)
  roles.set(transfers.direction, 'indicator')
  roles.set(transfers.sourceAmount, 'amount')
  roles.set(transfers.sourceCurrency, 'currency')
  roles.set(transfers.targetAmount, 'originalAmount')
  roles.set(transfers.targetCurrency, 'originalCurrency')
  if (transfers.sourceFee >= 0) roles.set(transfers.sourceFee, 'fee')
  const names = header.map(normaliseHeader)
  const [payer, payee] = [names.indexOf('source name'), names.indexOf('target name')]
  if (payer >= 0) roles.set(payer, 'payerName')
  if (payee >= 0) roles.set(payee, 'payeeName')
}

/** Whether a mapping that was kept still means what the columns say. */
export const isOfTransfers = (transfers: Transfers, roles: ReadonlyMap<number, ColumnRole>): boolean =>
  roles.get(transfers.sourceAmount) === 'amount' &&
  roles.get(transfers.sourceCurrency) === 'currency' &&
  roles.get(transfers.direction) === 'indicator'

/**
 * What a line moved: what left with its fee, or what arrived; an exchange between own balances is both. The amounts are
 * "after fees", so the fee comes on top of what left. Throws `currency_unknown`.
 */
export function legsOf(
  cells: readonly string[],
  transfers: Transfers,
  columns: RowColumns,
  precision: Precision,
  line: number,
): readonly Leg[] | AmountFailure {
  const direction = (cells[transfers.direction] ?? '').toLowerCase()
  const read = (column: number, code: string): number | AmountFailure => {
    if (code === '' || cells[column] === '') return 'amount_missing'
    const found = readColumn(columns, column, cells[column], exponentOf(code, precision, line))
    if (found === null) return 'amount_missing'
    return typeof found === 'string' ? found : Math.abs(found.value)
  }
  const codeAt = (column: number) => currencyCode(cells[column] ?? '') ?? (cells[column] ?? '').toUpperCase()
  const legs: Leg[] = []
  if (direction !== 'in') {
    const currency = codeAt(transfers.sourceCurrency)
    const amount = read(transfers.sourceAmount, currency)
    if (typeof amount !== 'number') return amount
    const fee = transfers.sourceFee < 0 ? 0 : read(transfers.sourceFee, currency)
    const isOwnFee = transfers.sourceFeeCurrency < 0 || codeAt(transfers.sourceFeeCurrency) === currency
    if (typeof fee === 'string' && fee !== 'amount_missing') return fee
    const extra = typeof fee === 'number' ? fee : 0
    if (extra !== 0 && !isOwnFee) return 'amount_columns_conflict'
    legs.push({ amount: 0 - (amount + extra), currency })
  }
  if (direction !== 'out') {
    const currency = codeAt(transfers.targetCurrency)
    const amount = read(transfers.targetAmount, currency)
    if (typeof amount !== 'number') return amount
    legs.push({ amount, currency })
  }
  return legs
}

/** A transfer that was sent back stands in one line and moved nothing in the end. */
export const isUndone = (cells: readonly string[], statuses: readonly number[]): boolean =>
  statuses.some((column) => /^refunded$/i.test(cells[column] ?? ''))
