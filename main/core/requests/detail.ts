import type { z } from '@hono/zod-openapi'
import type { Database } from '../db/open.ts'
import type { actSchema, attemptSchema, matchSchema, reasonSchema } from '../http/schemas.ts'
import { minorToText } from '../money.ts'
import { iso } from '../time.ts'
import type { AttemptStatus } from './evaluation-queries.ts'

type Attempt = z.infer<typeof attemptSchema>
type Match = z.infer<typeof matchSchema>
type Act = z.infer<typeof actSchema>
type Reason = z.infer<typeof reasonSchema>

interface AttemptRow {
  readonly id: string
  readonly request_id: string
  readonly attempt_number: number
  readonly status: AttemptStatus
  readonly failure_type: string | null
  readonly error_message: string | null
  readonly matched_candidates: string
  readonly selected_transaction_id: string | null
  readonly duration_ms: number | null
  readonly created_at: number
}
interface MovementRow {
  readonly id: string
  readonly sender_name: string | null
  readonly amount_minor: number
  readonly currency: string
  readonly received_at: number
}
interface MatchRow extends Omit<MovementRow, 'id'> {
  readonly id: string
  readonly request_id: string
  readonly bank_transaction_id: string
  readonly is_primary: number
  readonly is_notified: number
  readonly matched_by: 'engine' | 'manual'
  readonly matched_at: number
}
interface ActRow {
  readonly id: string
  readonly kind: 'match' | 'undo'
  readonly by: string | null
  readonly movement_id: string | null
  readonly at: number
}

/** The names of results in the API (1.9). */
const results: Record<AttemptStatus, Attempt['result']> = {
  success: 'matched',
  no_match: 'not_found',
  ambiguous: 'ambiguous',
  failed: 'failed',
}

/** What a request's page shows beside the request: every attempt with its candidates, the match, what people did. */
export function requestDetails(db: Database) {
  const attempts = db.prepare('select * from match_attempts where request_id = ? order by attempt_number')
  const movements = db.prepare(`
    select id, sender_name, amount_minor, currency, received_at from movements
     where id in (select value from json_each(?))`)
  const match = db.prepare(`
    select x.id, x.request_id, x.bank_transaction_id, x.is_primary, x.is_notified, x.matched_by, x.matched_at,
           m.amount_minor, m.currency, m.sender_name, m.received_at
      from matches x join movements m on m.id = x.bank_transaction_id
     where x.request_id = ? and x.is_primary = 1 and x.undone_at is null`)
  const acts = db.prepare(`
    select t.id, t.kind, u.email as by, t.movement_id, t.at from acts t left join users u on u.id = t.user_id
     where t.request_id = ? and t.kind in ('match', 'undo') order by t.at, t.rowid`)

  return {
    attempts(requestId: string): Attempt[] {
      const rows = attempts.all(requestId) as AttemptRow[]
      const lists = rows.map((row) => JSON.parse(row.matched_candidates) as Reason[])
      const ids = [...new Set(lists.flat().map((candidate) => candidate.bank_transaction_id))]
      const found = movements.all(JSON.stringify(ids)) as MovementRow[]
      const byId = new Map(found.map((row) => [row.id, row]))
      return rows.map((row, i) => ({
        id: row.id,
        request_id: row.request_id,
        attempt_number: row.attempt_number,
        result: results[row.status],
        reason: row.status === 'success' ? null : (row.error_message ?? row.failure_type),
        candidates: (lists[i] ?? []).flatMap((candidate) => {
          const movement = byId.get(candidate.bank_transaction_id)
          if (!movement) return []
          return [
            {
              ...candidate,
              sender_name: movement.sender_name,
              amount: minorToText(movement.amount_minor),
              currency: movement.currency,
              received_at: iso(movement.received_at),
            },
          ]
        }),
        selected_transaction_id: row.selected_transaction_id,
        duration_ms: row.duration_ms,
        created_at: iso(row.created_at),
      }))
    },
    match(requestId: string): Match | null {
      const row = match.get(requestId) as MatchRow | undefined
      if (!row) return null
      const { is_primary, is_notified, matched_at, amount_minor, received_at, ...rest } = row
      return {
        ...rest,
        is_primary: is_primary === 1,
        is_notified: is_notified === 1,
        matched_at: iso(matched_at),
        amount: minorToText(amount_minor),
        received_at: iso(received_at),
      }
    },
    acts: (requestId: string): Act[] => (acts.all(requestId) as ActRow[]).map((row) => ({ ...row, at: iso(row.at) })),
  }
}
