import type { Database } from '../../db/open.ts'
import type { StatementBalance } from '../../statements/types.ts'
import type { ProofState } from './types.ts'

export interface StatementSummary {
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly openingBalance: number | null
  readonly closingBalance: number | null
  readonly proofStatus: ProofState | null
  readonly proofDifference: number | null
}

interface Row {
  readonly from_date: string | null
  readonly to_date: string | null
  readonly opening_balance: string | null
  readonly closing_balance: string | null
  readonly proof_status: ProofState
  readonly proof_difference: number | null
}

const amount = (text: string | null | undefined): number | null =>
  text ? (JSON.parse(text) as StatementBalance).amount : null

/**
 * A run's period, balances and proof out of its statements: it opens with the earliest and closes with the latest; it is
 * proved when each of them is, and not proved as soon as one is not (5.1).
 */
export function statementSummary(db: Database): (runId: string) => StatementSummary {
  const statements = db.prepare<[string], Row>(
    `select s.from_date, s.to_date, s.opening_balance, s.closing_balance, s.proof_status, s.proof_difference
     from statements s join source_files f on f.id = s.source_file_id
     where s.run_id = ? and f.status = 'processed'
     order by coalesce(s.from_date, s.to_date), coalesce(s.to_date, s.from_date), s.ordinal`,
  )
  const span = db.prepare<[string], { first: string | null; last: string | null }>(
    `select min(booking_date) as first, max(booking_date) as last from items where run_id = ? and bank_status = 'booked'`,
  )
  return (runId) => {
    const rows = statements.all(runId)
    const days = span.get(runId)
    const states = new Set(rows.map((row) => row.proof_status))
    const worst = (['not_proved', 'not_provable', 'proved'] as const).find((state) => states.has(state)) ?? null
    const differences = rows.flatMap((row) => (row.proof_status === 'not_proved' ? [row.proof_difference ?? 0] : []))
    const firstDay = rows[0]?.from_date ?? days?.first ?? null
    const lastDay = rows.at(-1)?.to_date ?? days?.last ?? null
    return {
      periodFrom: firstDay,
      periodTo: lastDay,
      openingBalance: amount(rows[0]?.opening_balance),
      closingBalance: amount(rows.at(-1)?.closing_balance),
      proofStatus: worst,
      proofDifference: differences.length === 0 ? null : differences.reduce((sum, one) => sum + one, 0),
    }
  }
}
