import { isDated } from './choose-shape.ts'
import { currencyCode } from './currency-code.ts'
import { fits } from './date-text.ts'
import type { DateCells } from './decide-dates.ts'
import { isBigWhole, isNothing, isNumber, splitNumber } from './number-text.ts'
import { sidesOf } from './sides.ts'
import { isBlank, type Row } from './tokenize.ts'

/** What the cells of one column look like, counted over a sample. */
export interface ColumnProfile {
  /** Rows looked at. */
  readonly rows: number
  readonly filled: number
  readonly dates: number
  readonly numbers: number
  /** Cells of eight to twelve bare digits. */
  readonly bigWholes: number
  readonly decimals: number
  readonly negatives: number
  /** Cells that say nought. */
  readonly zeros: number
  readonly currencies: number
  readonly debits: number
  readonly credits: number
  readonly accounts: number
  /** Cells in the shape of an IBAN, crossed-out ones too. */
  readonly ibans: number
  /** Cells of eight digits or more and no decimals. */
  readonly longNumbers: number
  /** Cells that name a side in full. */
  readonly sideWords: number
  readonly letters: number
  readonly distinct: number
}

const sampleRows = 1_000
const sideWord = /^(?:debit|credit|debet|d[eé]bito|cr[eé]dito|soll|haben|дебет|кредит|borç|alacak)$/i

const isDateText = (cell: string, dates: DateCells): boolean => {
  const parts = dates.parts(cell)
  return parts !== null && (fits(parts, 'dmy') || fits(parts, 'mdy') || fits(parts, 'ymd'))
}

/** An identifier of an account: at least five digits, at most 40 characters. */
const isAccountText = (cell: string): boolean =>
  cell.length <= 60 && (cell.match(/\d/g)?.length ?? 0) >= 5 && !/^[+-]?\d+[.,]\d{1,2}$/.test(cell)

/** Rows of the table itself: footers, sums and continued texts stand in any column and say nothing about it. */
export function sampleTable(rows: readonly Row[], first: number): readonly Row[] {
  const filled = rows.slice(first, first + sampleRows).filter((row) => !isBlank(row))
  const dated = filled.filter(({ cells }) => isDated(cells))
  return dated.length * 4 >= filled.length ? dated : filled
}

/** Profiles the columns of the rows from `first`. */
export function profileColumns(
  rows: readonly Row[],
  first: number,
  width: number,
  dates: DateCells,
  header: readonly string[] | null,
): ColumnProfile[] {
  const sample = sampleTable(rows, first)
  return Array.from({ length: width }, (_, column) => {
    const profile = {
      filled: 0,
      dates: 0,
      numbers: 0,
      bigWholes: 0,
      decimals: 0,
      negatives: 0,
      zeros: 0,
      currencies: 0,
      debits: 0,
      credits: 0,
      accounts: 0,
      ibans: 0,
      longNumbers: 0,
      sideWords: 0,
      letters: 0,
    }
    const distinct = new Set<string>()
    const sideOf = sidesOf(
      header?.[column] ?? '',
      sample.map(({ cells }) => cells[column] ?? ''),
    )
    for (const row of sample) {
      const cell = row.cells[column] ?? ''
      if (isNothing(cell)) continue
      profile.filled += 1
      distinct.add(cell)
      if (isDateText(cell, dates)) profile.dates += 1
      if (cell.length < 40 && isNumber(cell)) {
        profile.numbers += 1
        if (/[.,]\d{1,2}\D*$/.test(cell)) profile.decimals += 1
        if (splitNumber(cell)?.negative) profile.negatives += 1
        if (!/[1-9]/.test(cell)) profile.zeros += 1
      }
      if (isBigWhole(cell) && !isDateText(cell, dates)) profile.bigWholes += 1
      if (currencyCode(cell) !== null) profile.currencies += 1
      const side = sideOf(cell)
      if (side === 'debit') profile.debits += 1
      if (side === 'credit') profile.credits += 1
      if (isAccountText(cell)) profile.accounts += 1
      if (cell.length <= 60 && /^[A-Z]{2}\d{2}[A-Z\d*]{11,30}$/.test(cell.replace(/ /g, ''))) profile.ibans += 1
      if (cell.length <= 60 && /^[A-Z0-9 /-]*\d{8,}$/.test(cell.replace(/[ -]/g, '')) && !isDateText(cell, dates))
        profile.longNumbers += 1
      if (sideWord.test(cell)) profile.sideWords += 1
      if (/\p{L}{2}/u.test(cell)) profile.letters += 1
    }
    return { ...profile, rows: sample.length, distinct: distinct.size }
  })
}
