import type { Precision } from '../currencies.ts'
import type { DateCells } from './decide-dates.ts'
import type { ReadRows } from './items.ts'
import { isNumber } from './number-text.ts'
import { firstColumn, type Plan } from './plan.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './tokenize.ts'

const sampleRows = 1_000
const maxColumns = 6

/** Columns of numbers alone that are no dates, the first few. */
function numberColumns(front: readonly Row[], { roles, place, width }: Plan): readonly number[] {
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => !/Date$/.test(roles.get(column) ?? ''))
    .filter((column) => front.slice(place.first).every(({ cells }) => isNumber(cells[column] ?? '') || !cells[column]))
    .filter((column) => front.some(({ cells }, index) => index >= place.first && cells[column]))
    .slice(0, maxColumns)
}

/**
 * For tables whose header names no balance: the column that nothing else is read from and that is the running balance of
 * the amounts. Null when none proves, or more than one does.
 */
export function findBalance(
  rows: readonly Row[],
  plan: Plan,
  dates: DateCells,
  precision: Precision,
  proves: (read: ReadRows) => boolean,
): Plan | null {
  if (firstColumn(plan.roles, 'balance') >= 0) return null
  const amounts = [...plan.roles].flatMap(([column, role]) =>
    role === 'amount' || role === 'debit' || role === 'credit' ? [column] : [],
  )
  const front = rows.slice(0, plan.place.first + sampleRows)
  const sign = plan.decimalSigns.get(amounts[0] ?? -1) ?? '.'
  const proving = numberColumns(front, plan)
    .filter((column) => !plan.roles.has(column) || plan.roles.get(column) === 'ignore')
    .map((column) => ({
      ...plan,
      roles: new Map(plan.roles).set(column, 'balance'),
      decimalSigns: new Map(plan.decimalSigns).set(column, sign),
    }))
    .filter((other) => proves(readRows(front, other, dates, precision)))
  return proving.length === 1 ? (proving[0] ?? null) : null
}

/**
 * For tables without a header: the pair of number columns of which one is the running balance of the other. Null when no
 * pair proves, or more than one does.
 */
export function guessBalance(
  rows: readonly Row[],
  plan: Plan,
  dates: DateCells,
  precision: Precision,
  proves: (read: ReadRows) => boolean,
): Plan | null {
  const amount = firstColumn(plan.roles, 'amount')
  if (amount < 0) return null
  const front = rows.slice(0, plan.place.first + sampleRows)
  const columns = numberColumns(front, plan)
  const sign = plan.decimalSigns.get(amount) ?? '.'
  const proving: Plan[] = []
  for (const asAmount of columns)
    for (const asBalance of columns) {
      if (asAmount === asBalance) continue
      const roles = new Map(plan.roles)
      for (const [column, role] of plan.roles) if (role === 'amount' || role === 'balance') roles.delete(column)
      roles.set(asAmount, 'amount')
      roles.set(asBalance, 'balance')
      const decimalSigns = new Map(plan.decimalSigns)
      decimalSigns.set(asAmount, sign)
      decimalSigns.set(asBalance, sign)
      const other: Plan = { ...plan, roles, decimalSigns }
      const read = readRows(front, other, dates, precision)
      if (read.faults.length === 0 && read.items.length > 1 && proves(read)) proving.push(other)
    }
  return proving.length === 1 ? (proving[0] ?? null) : null
}
