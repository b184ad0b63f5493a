import type { z } from '@hono/zod-openapi'
import type { Database } from '../db/open.ts'
import type {
  actSchema,
  attemptSchema,
  matchSchema,
  reasonSchema,
  requestDetailSchema,
} from '../http/payment-schemas.ts'
import { minorToText } from '../money.ts'
import { iso } from '../time.ts'
import type { AttemptStatus } from './evaluation-queries.ts'
import { refusalLists } from './refusal-list.ts'

type Attempt = z.infer<typeof attemptSchema>
type Match = z.infer<typeof matchSchema>
type Act = z.infer<typeof actSchema>
type Reason = z.infer<typeof reasonSchema>
type Detail = z.infer<typeof requestDetailSchema>

interface AttemptRow {
  readonly id: string
  readonly request_id: string
  readonly attempt_number: number
  readonly status: AttemptStatus
  readonly failure_type: string | null
  readonly error_message: string | null
  readonly matched_candidates: string
  readonly decision: string | null
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
  readonly settled_minor: number | null
}
interface ActRow {
  readonly id: string
  readonly kind: Act['kind']
  readonly by: string | null
  readonly movement_id: string | null
  readonly before: string | null
  readonly after: string | null
  readonly at: number
}

/** The names of results in the API (1.9). */
const results: Record<AttemptStatus, Attempt['result']> = {
  success: 'matched',
  no_match: 'not_found',
  ambiguous: 'ambiguous',
  failed: 'failed',
}

const parsed = (text: string | null): Record<string, unknown> | null => (text === null ? null : JSON.parse(text))

/** What a request's page shows beside the request: every attempt with its reasons, the match, what people did. */
export function requestDetails(db: Database): (requestId: string) => Omit<Detail, keyof RequestFields> {
  const attempts = db.prepare('select * from match_attempts where request_id = ? order by attempt_number')
  const movements = db.prepare(`
    select id, sender_name, amount_minor, currency, received_at from movements
     where id in (select value from json_each(?))`)
  const legs = db.prepare(`
    select x.id, x.request_id, x.bank_transaction_id, x.is_primary, x.is_notified, x.matched_by, x.matched_at,
           x.settled_minor, m.amount_minor, m.currency, m.sender_name, m.received_at
      from matches x join movements m on m.id = x.bank_transaction_id
     where x.request_id = ? and x.undone_at is null order by m.received_at, m.id`)
  const sharers = db.prepare(`
    select r.id, r.external_id from matches x join matches other on other.split_id = x.split_id
      join requests r on r.id = other.request_id
     where x.request_id = @requestId and x.undone_at is null and other.undone_at is null
       and other.request_id <> @requestId
     group by r.id order by r.created_at, r.external_id`)
  const named = db.prepare(`
    select id, external_id, sender_name from requests where id in (select value from json_each(?)) order by created_at`)
  const acts = db.prepare(`
    select t.id, t.kind, u.email as by, t.movement_id, t.before, t.after, t.at
      from acts t left join users u on u.id = t.user_id
     where t.request_id = ? and t.kind in ('match', 'split', 'undo', 'note', 'reject') order by t.at, t.rowid`)

  const refusals = refusalLists(db)

  function attemptsOf(requestId: string): Attempt[] {
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
      decision: row.decision === null ? null : JSON.parse(row.decision),
      candidates: (lists[i] ?? []).flatMap((candidate) => {
        const movement = byId.get(candidate.bank_transaction_id)
        if (!movement) return []
        return [
          {
            ...candidate,
            // Attempts of the first version kept no reasons.
            reasons: candidate.reasons ?? [],
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
  }

  function rivalsOf(last: Attempt | undefined): Detail['rivals'] {
    const ids = (last?.decision?.rivals ?? []).flatMap((rival) => (rival.kind === 'request' ? [rival.requestId] : []))
    return ids.length === 0 ? [] : (named.all(JSON.stringify([...new Set(ids)])) as Detail['rivals'])
  }

  return (requestId) => {
    const all = (legs.all(requestId) as MatchRow[]).map(toMatch)
    const tried = attemptsOf(requestId)
    return {
      attempts: tried,
      match: all[0] ?? null,
      legs: all,
      shared_with: sharers.all({ requestId }) as Detail['shared_with'],
      rivals: rivalsOf(tried.at(-1)),
      refusals: refusals(requestId),
      acts: (acts.all(requestId) as ActRow[]).map((row) => ({
        ...row,
        before: parsed(row.before),
        after: parsed(row.after),
        at: iso(row.at),
      })),
    }
  }
}

type RequestFields = Omit<Detail, 'attempts' | 'match' | 'legs' | 'shared_with' | 'rivals' | 'refusals' | 'acts'>

const toMatch = (row: MatchRow): Match => {
  const { is_primary, is_notified, matched_at, amount_minor, received_at, settled_minor, ...rest } = row
  return {
    ...rest,
    is_primary: is_primary === 1,
    is_notified: is_notified === 1,
    matched_at: iso(matched_at),
    amount: minorToText(amount_minor),
    received_at: iso(received_at),
    settled: settled_minor === null ? null : minorToText(settled_minor),
  }
}
