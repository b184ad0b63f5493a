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

const lineStatuses = ['unmatched', 'partial', 'matched', 'closed'] as const

/**
 * A run's period, balances and proof out of its statements: it opens with the earliest and closes with the latest; it is
 * proved when each of them is, and not proved as soon as one is not (5.1).
 */
export function statementSummary(db: Database): (runId: string) => StatementSummary {
  const statements = statementRows(db)
  // Per status, because that is the order of the index: a run of 250,000 lines is not read for its two ends.
  const end = (direction: 'asc' | 'desc') =>
    db
      .prepare<[string, string], string>(
        `select booking_date from items where run_id = ? and match_status = ? and bank_status = 'booked'
         order by booking_date ${direction} limit 1`,
      )
      .pluck()
  const [earliestOf, latestOf] = [end('asc'), end('desc')]
  return (runId) => {
    const rows = statements.ofRun(runId)
    const firstDay = lineStatuses.flatMap((status) => earliestOf.get(runId, status) ?? []).toSorted()[0]
    const lastDay = latest(...lineStatuses.map((status) => latestOf.get(runId, status)))
    const states = new Set(rows.map((row) => row.proof_status))
    const worst = (['not_proved', 'not_provable', 'proved'] as const).find((state) => states.has(state)) ?? null
    const differences = rows.flatMap((row) => (row.proof_status === 'not_proved' ? [row.proof_difference ?? 0] : []))
    const [first, last] = [rows[0], rows.at(-1)]
    const opening = balance(first?.opening_balance)
    const closing = balance(last?.closing_balance)
    return {
      // The lines themselves say best what a run covers; a statement without lines has only its dates.
      periodFrom: firstDay ?? first?.from_date ?? opening?.date ?? null,
      periodTo: latest(lastDay, closing?.date ?? last?.to_date),
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
