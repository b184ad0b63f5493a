import type { Database } from '../../db/open.ts'
import type { StatementBalance } from '../../statements/types.ts'
import { statementRows } from '../sources/statement-list.ts'
import type { ProofState } from './types.ts'

export interface StatementSummary {
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly openingBalance: number | null
  readonly closingBalance: number | null
  readonly proofStatus: ProofState | null
  readonly proofDifference: number | null
}

/**
 * A run's period, balances and proof out of its statements: it opens with the earliest and closes with the latest; it is
 * proved when each of them is, and not proved as soon as one is not (5.1).
 */
export function statementSummary(db: Database): (runId: string) => StatementSummary {
  const statements = statementRows(db)
  const span = db.prepare<[string], { first: string | null; last: string | null }>(
    `select min(booking_date) as first, max(booking_date) as last from items where run_id = ? and bank_status = 'booked'`,
  )
  return (runId) => {
    const rows = statements.ofRun(runId)
    const days = span.get(runId)
    const states = new Set(rows.map((row) => row.proof_status))
    const worst = (['not_proved', 'not_provable', 'proved'] as const).find((state) => states.has(state)) ?? null
    const differences = rows.flatMap((row) => (row.proof_status === 'not_proved' ? [row.proof_difference ?? 0] : []))
    const [first, last] = [rows[0], rows.at(-1)]
    const opening = balance(first?.opening_balance)
    const closing = balance(last?.closing_balance)
    return {
      // The lines themselves say best what a run covers; a statement without lines has only its dates.
      periodFrom: days?.first ?? first?.from_date ?? opening?.date ?? null,
      periodTo: latest(days?.last, closing?.date ?? last?.to_date),
      openingBalance: opening?.amount ?? null,
      closingBalance: closing?.amount ?? null,
      proofStatus: worst,
      proofDifference: differences.length === 0 ? null : differences.reduce((sum, one) => sum + one, 0),
    }
  }
}

const balance = (text: string | null | undefined): StatementBalance | null =>
  text ? (JSON.parse(text) as StatementBalance) : null
const latest = (...dates: readonly (string | null | undefined)[]): string | null =>
  dates
    .filter((date) => typeof date === 'string')
    .toSorted()
    .at(-1) ?? null
