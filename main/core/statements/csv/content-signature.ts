import { DateCells } from './decide-dates.ts'
import { type ColumnProfile, profileColumns } from './profile-columns.ts'
import type { Row } from './tokenize.ts'

const sampleRows = 200
/** Begins no header's signature: marks other than letters and digits are left out of those. */
const prefix = '#'
const blank = '-'

const kindOf = ({ filled, dates, currencies, ibans, decimals, numbers, longNumbers }: ColumnProfile): string => {
  const isMost = (count: number) => count * 5 >= filled * 4
  if (filled === 0) return blank
  if (isMost(dates) && decimals === 0) return 'date'
  if (isMost(currencies)) return 'currency'
  if (isMost(ibans)) return 'iban'
  if (isMost(longNumbers)) return 'id'
  return isMost(numbers) ? 'number' : 'text'
}

/**
 * What a table without a header is known by: the kind of each of its columns ("#date,text,number"). The same bank's next
 * file has the same kinds, but for columns that stay blank in one of the two.
 */
export function contentSignature(rows: readonly Row[], first: number, width: number): string {
  const front = rows.slice(0, first + sampleRows)
  return prefix + profileColumns(front, first, width, new DateCells(), null).map(kindOf).join(',')
}

export const isContentSignature = (signature: string): boolean => signature.startsWith(prefix)

const isSameKind = (a: string, b: string): boolean => a === b || a === blank || b === blank

/** Whether two tables without headers may be of one kind: every column that both fill holds the same. */
export function isSameContent(a: string, b: string): boolean {
  if (!isContentSignature(a) || !isContentSignature(b)) return false
  const [left, right] = [a.slice(1).split(','), b.slice(1).split(',')]
  return left.length === right.length && left.every((kind, column) => isSameKind(kind, right[column] ?? ''))
}
