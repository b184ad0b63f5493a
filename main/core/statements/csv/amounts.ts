import type { SignRule } from './mapping.ts'
import { type DecimalSign, isNothing, type NumberFailure, splitNumber, toMinorUnits } from './number-text.ts'
import type { ColumnRole } from './roles.ts'
import type { SideOf } from './sides.ts'

/** Where the roles stand, and the decimal sign of each number column. */
export interface AmountColumns {
  readonly at: (role: ColumnRole) => number
  readonly decimalSign: (column: number) => DecimalSign
  /** Whether a column counts cents. */
  readonly isMinor: (column: number) => boolean
  /** What the column of directions says. */
  readonly side: SideOf
  /** Whether a minus among debits takes one back. Where all of them carry one, it means nothing. */
  readonly isDebitSigned: boolean
}

/** An amount's cell: signed minor units as written, and the side a mark beside it names. */
export interface CellAmount {
  readonly value: number
  readonly mark: 'debit' | 'credit' | null
}

export type AmountFailure = CellFailure | 'amount_missing' | 'amount_two_sides' | 'amount_columns_conflict'

/** Reads one cell; null for a blank one. */
export function readCell(
  cell: string | undefined,
  sign: DecimalSign,
  exponent: number,
): CellAmount | NumberFailure | null {
  if (cell === undefined || isNothing(cell)) return null
  const parts = splitNumber(cell)
  if (!parts) return 'not_a_number'
  const minor = toMinorUnits(parts.body, sign, exponent)
  if (typeof minor !== 'number') return minor
  return { value: parts.negative && minor !== 0 ? -minor : minor, mark: parts.mark }
}

type CellFailure = NumberFailure | 'amount_not_cents'

/** A number as long as it shows decimals: 15.00, 1,50-, but not 1.500. */
const decimals = /\d[.,]\d{1,2}\D*$/

/** Reads a cell of a number column; one that counts cents has whole numbers only. */
export function readColumn(
  { decimalSign, isMinor }: Pick<AmountColumns, 'decimalSign' | 'isMinor'>,
  column: number,
  cell: string | undefined,
  exponent: number,
): CellAmount | CellFailure | null {
  if (!isMinor(column)) return readCell(cell, decimalSign(column), exponent)
  return decimals.test(cell ?? '') ? 'amount_not_cents' : readCell(cell, decimalSign(column), 0)
}

/** The row's signed amount under the rule, or what is wrong with it. */
export function readRowAmount(
  cells: readonly string[],
  columns: AmountColumns,
  rule: SignRule,
  exponent: number,
): number | AmountFailure {
  const { at, side: sideOf, isDebitSigned } = columns
  const read = (role: ColumnRole) => {
    const column = at(role)
    return column < 0 ? null : readColumn(columns, column, cells[column], exponent)
  }
  if (rule.rule === 'split') {
    const amount = readSplit(read('debit'), read('credit'), rule, isDebitSigned)
    const whole = at('amount') >= 0 ? read('amount') : null
    if (typeof amount === 'number' && whole && typeof whole === 'object' && Math.abs(whole.value) !== Math.abs(amount))
      return 'amount_columns_conflict'
    return amount
  }
  const found = read('amount')
  if (found === null) return 'amount_missing'
  if (typeof found === 'string') return found
  switch (rule.rule) {
    case 'signed':
      if (found.mark === 'debit') return -Math.abs(found.value)
      if (at('debit') >= 0) {
        const split = readSplit(read('debit'), read('credit'), rule, isDebitSigned)
        if (typeof split === 'number' && split !== found.value) return 'amount_columns_conflict'
      }
      return found.value
    case 'inverted':
      return found.value === 0 ? 0 : -found.value
    case 'indicator': {
      const side = sideOf(cells[at('indicator')] ?? '') ?? rule.unmarked
      const size = found.value
      // A minus on an indicated amount turns it round, as reversals are written.
      return side === 'debit' && size !== 0 ? -size : size
    }
    case 'marks': {
      const side = found.mark ?? (found.value < 0 ? 'debit' : rule.unmarked)
      const size = Math.abs(found.value)
      return side === 'debit' && size !== 0 ? -size : size
    }
  }
}

type Read = CellAmount | CellFailure | null

/** Credit less debit; the debit may itself carry a minus, so its size counts unless some carry one and some do not. */
function readSplit(
  debit: Read,
  credit: Read,
  { isCreditAbsolute }: SignRule,
  isDebitSigned: boolean,
): number | AmountFailure {
  if (typeof debit === 'string') return debit
  if (typeof credit === 'string') return credit
  if (!debit && !credit) return 'amount_missing'
  const out = isDebitSigned ? (debit?.value ?? 0) : Math.abs(debit?.value ?? 0)
  const into = isCreditAbsolute ? Math.abs(credit?.value ?? 0) : (credit?.value ?? 0)
  if (out !== 0 && into !== 0) return 'amount_two_sides'
  // A mark beside the amount says more than the column it stands in: "4.20 Dr" under "Credit".
  if (out !== 0) return debit?.mark === 'credit' ? out : -out
  return credit?.mark === 'debit' && into !== 0 ? -Math.abs(into) : into
}
