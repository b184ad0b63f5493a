import type { StatementQuestion } from '../types.ts'
import type { CsvMapping } from './mapping.ts'
import { isNothing } from './number-text.ts'
import type { ColumnRole } from './roles.ts'
import type { Row } from './tokenize.ts'

/** Which number columns count minor units (cents) instead of whole ones. */
export interface ScaleDecision {
  readonly minor: ReadonlySet<number>
  readonly question: StatementQuestion | null
  /** The amounts are named cents, yet are written with decimals. */
  readonly isUnclear: boolean
}

const amountRoles: readonly ColumnRole[] = ['amount', 'debit', 'credit']
const scaledRoles: readonly ColumnRole[] = [...amountRoles, 'balance', 'openingBalance', 'fee']
const none: ScaleDecision = { minor: new Set(), question: null, isUnclear: false }

const centWords =
  /(?:^|[^a-z])(?:cents?|pence|minor(?:[ _]units?)?|centavos|c[eé]ntimos|centimes|groszy|haléře|öre)(?:$|[^a-z])/i

export interface ScaleHints {
  readonly roles: ReadonlyMap<number, ColumnRole>
  readonly header: readonly string[] | null
  readonly saved: CsvMapping | null
  readonly answer: string | undefined
  /** Decimals of the currency. */
  readonly exponent: number
}

/** Asks about amounts that are named cents: read as whole ones they would be a hundredfold. A kept mapping knows. */
export function decideScale(rows: readonly Row[], first: number, hints: ScaleHints): ScaleDecision {
  const { roles, header, saved, answer, exponent } = hints
  if (saved)
    return {
      ...none,
      minor: new Set(saved.columns.flatMap(({ index, scale }) => (scale === 'minor' ? [index] : []))),
    }
  const ofRole = (wanted: readonly ColumnRole[]) =>
    [...roles].flatMap(([column, role]) => (wanted.includes(role) ? [column] : []))
  const amounts = ofRole(amountRoles)
  if (exponent === 0 || !amounts.some((column) => centWords.test(header?.[column] ?? ''))) return none
  const cells = (column: number) =>
    rows.slice(first).flatMap((row) => (isNothing(row.cells[column] ?? '') ? [] : (row.cells[column] ?? '')))
  const isWhole = (column: number) => !cells(column).some((cell) => /\d[.,]\d{1,2}(?!\d)/.test(cell))
  if (!amounts.every(isWhole)) return { ...none, isUnclear: true }
  if (answer === 'major') return none
  const minor = new Set(ofRole(scaledRoles).filter(isWhole))
  if (answer === 'minor') return { ...none, minor }
  const example = amounts.flatMap(cells)[0] ?? ''
  return {
    minor,
    isUnclear: false,
    question: {
      code: 'amount_scale',
      params: {
        name: amounts.map((column) => header?.[column] ?? '').find((name) => centWords.test(name)) ?? '',
        example,
      },
      message: `The amounts are named in cents (such as ${example}). Do they count cents, or whole units?`,
      choices: ['minor', 'major'],
      chosen: 'minor',
      changesAmounts: true,
    },
  }
}
