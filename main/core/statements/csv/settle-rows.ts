import type { StatementFault } from '../failure.ts'
import type { Item, LineVerdict } from './items.ts'
import type { Row } from './tokenize.ts'

/** A row of the table that is no item by itself; what it is shows where the items stand. */
export interface UndecidedRow {
  readonly index: number
  /** It looks like a line of the account that cannot be read. */
  readonly isData: boolean
  readonly isSum: boolean
  /** One cell of words alone, such as a month above its lines. */
  readonly isHeading: boolean
  /** The item whose text it may go on with. */
  readonly before: Item | null
  readonly fault: StatementFault
}

/** Gives the undecided rows their verdicts: words around the table, a sum, more text of a line, or a fault. */
export function settleRows(
  rows: readonly Row[],
  undecided: readonly UndecidedRow[],
  verdicts: LineVerdict[],
  faults: StatementFault[],
  firstItem: number,
  lastItem: number,
): void {
  for (const { index, isData, isSum, isHeading, before, fault } of undecided) {
    const isBefore = firstItem < 0 || index < firstItem
    const isAfter = index > lastItem
    if (before && !isAfter && !isData) {
      // A line break within the last cell, which the bank did not enclose.
      before.continued ??= []
      before.continued.push(rows[index] ?? before.row)
      verdicts[index] = 'continuation'
    } else if (isSum && !isBefore) verdicts[index] = 'footer'
    else if (isHeading && !isData && !isBefore) verdicts[index] = isAfter ? 'footer' : 'preamble'
    else if (isData || !(isBefore || isAfter)) {
      verdicts[index] = 'unreadable'
      faults.push(fault)
    } else verdicts[index] = isAfter && firstItem >= 0 ? 'footer' : 'preamble'
  }
}
