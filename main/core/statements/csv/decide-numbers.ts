import type { StatementQuestion } from '../types.ts'
import { type DecimalSign, decimalEvidence, splitNumber } from './number-text.ts'
import type { Row } from './tokenize.ts'

/** What the cells of one number column say about its decimal sign. */
export interface DecimalVotes {
  readonly point: number
  readonly comma: number
  readonly unclear: number
  /** Group separator points or commas of the unclear ones: which sign stands before three digits. */
  readonly unclearSign: DecimalSign | null
}

export function countDecimalVotes(rows: readonly Row[], first: number, column: number): DecimalVotes {
  let point = 0
  let comma = 0
  let unclear = 0
  let unclearSign: DecimalSign | null = null
  for (let index = first; index < rows.length; index += 1) {
    const cell = rows[index]?.cells[column]
    if (!cell) continue
    const parts = splitNumber(cell)
    if (!parts) continue
    const evidence = decimalEvidence(parts.body)
    if (evidence === '.') point += 1
    else if (evidence === ',') comma += 1
    else if (evidence === 'unclear') {
      unclear += 1
      unclearSign = parts.body.includes('.') ? '.' : ','
    }
  }
  return { point, comma, unclear, unclearSign }
}

export interface DecimalDecision {
  readonly signs: ReadonlyMap<number, DecimalSign>
  readonly question: StatementQuestion | null
  /** Columns that hold only amounts like 1.234, with the sign they were read with. */
  readonly unclear: readonly number[]
}

const clear = ({ point, comma }: DecimalVotes): DecimalSign | null => {
  if (point === comma) return null
  return point > comma ? '.' : ','
}

export interface DecimalHints {
  /** Of columns that are no amounts: a rate of 0.848252 shows the decimal sign of the file. */
  readonly others: readonly DecimalVotes[]
  readonly saved: ReadonlyMap<number, DecimalSign>
  readonly answer: string | undefined
  readonly exponent: number
}

/** Decides the decimal sign per column over all rows; asks when every amount reads like 1.234. */
export function decideDecimals(votes: ReadonlyMap<number, DecimalVotes>, hints: DecimalHints): DecimalDecision {
  const signs = new Map<number, DecimalSign>()
  const unclear: number[] = []
  let shared: DecimalSign | null = null
  for (const [column, vote] of votes) {
    const sign = clear(vote)
    if (sign) {
      signs.set(column, sign)
      shared ??= sign
    }
  }
  for (const vote of hints.others) shared ??= clear(vote)
  let question: StatementQuestion | null = null
  for (const [column, vote] of votes) {
    if (signs.has(column)) continue
    const saved = hints.saved.get(column)
    if (vote.unclear === 0 || shared || saved) {
      signs.set(column, saved ?? shared ?? '.')
      continue
    }
    const written = vote.unclearSign ?? '.'
    const group: DecimalSign = written === '.' ? ',' : '.'
    unclear.push(column)
    // Without decimals in the currency, three digits after a sign can only be a group.
    if (hints.exponent === 0) signs.set(column, group)
    else if (hints.answer === '.' || hints.answer === ',') signs.set(column, hints.answer)
    else {
      signs.set(column, group)
      question ??= {
        code: 'decimal_sign',
        params: { context: 'example', example: `1${written}234` },
        message: `Every amount is written like 1${written}234. Is the ${written === '.' ? 'point' : 'comma'} a decimal sign or does it part thousands?`,
        choices: ['.', ','],
        chosen: group,
        changesAmounts: true,
      }
    }
  }
  return { signs, question, unclear }
}
