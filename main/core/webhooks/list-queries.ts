import type { Database } from '../db/open.ts'
import { createPrepared } from '../db/prepared.ts'
import { searchWords } from '../http/list-query.ts'
import type { DeliveryEvent, DeliveryState, SubjectType } from './types.ts'

/** Which deliveries of a user to list. `from` inclusive, `to` exclusive, ms UTC of queueing. */
export interface DeliveryFilter {
  readonly id?: string | undefined
  readonly state?: DeliveryState | undefined
  readonly accountId?: string | undefined
  readonly subjectId?: string | undefined
  /** Words in the request or movement that the delivery tells about. */
  readonly q?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface DeliveryRow {
  readonly seq: number
  readonly id: string
  readonly account_id: string
  readonly account_name: string
  readonly subject_type: SubjectType
  readonly subject_id: string
  readonly event: DeliveryEvent
  readonly state: DeliveryState
  readonly payload: string
  readonly attempts: number
  readonly due_at: number
  readonly last_status: number | null
  readonly last_error: string | null
  readonly created_at: number
  readonly finished_at: number | null
}

export interface AttemptListRow {
  readonly attempt: number
  readonly url: string
  readonly response_status: number | null
  readonly response_body: string | null
  readonly error_message: string | null
  readonly duration_ms: number | null
  readonly created_at: number
}

export interface DeadLetterRow {
  readonly id: string
  readonly accountId: string
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly url: string | null
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly attempts: number
  readonly failedAt: number
  readonly resolvedAt: number | null
}

/** A delivery with what decides whether it may be sent again. */
export interface ResendRow {
  readonly id: string
  readonly accountId: string
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly event: DeliveryEvent
  readonly state: DeliveryState
  readonly payload: string
  readonly isNewest: 0 | 1
  /** Present status of the request; `null` for a movement. */
  readonly requestStatus: string | null
}

const conditions = {
  id: 'd.id = @id',
  state: 'd.state = @state',
  accountId: 'd.account_id = @accountId',
  // With the kinds named, the index of subjects leads to the few rows.
  subjectId: "d.subject_type in ('bank_transaction', 'conciliation_request') and d.subject_id = @subjectId",
  from: 'd.created_at >= @from',
  to: 'd.created_at < @to',
} as const satisfies Partial<Record<keyof DeliveryFilter, string>>

// Each subject is looked up in its own table only.
const words = (i: number) => `instr(case d.subject_type
  when 'bank_transaction' then (select m.search_text from movements m where m.id = d.subject_id)
  else (select r.search_text from requests r where r.id = d.subject_id) end, @word${i}) > 0`

const exportPage = 500

const resendColumns = `
  select d.id, d.account_id as accountId, d.subject_type as subjectType, d.subject_id as subjectId, d.event, d.state,
         d.payload, r.status as requestStatus,
         not exists (select 1 from deliveries n where n.subject_type = d.subject_type and n.subject_id = d.subject_id
                        and n.seq > d.seq) as isNewest
    from deliveries d join accounts a on a.id = d.account_id
    left join requests r on d.subject_type = 'conciliation_request' and r.id = d.subject_id`

export function listQueries(db: Database) {
  const attempts = db.prepare<[string], AttemptListRow>(`
    select attempt, url, response_status, response_body, error_message, duration_ms, created_at
      from delivery_attempts where delivery_id = ? order by seq`)
  const deadLetters = db.prepare<[string], DeadLetterRow>(`
    select id, account_id as accountId, subject_type as subjectType, subject_id as subjectId, url,
           last_status as lastStatus, last_error as lastError, attempts, failed_at as failedAt,
           resolved_at as resolvedAt
      from dead_letters where account_id = ? and resolved_at is null order by failed_at desc, id`)
  const one = db.prepare<[string, string], ResendRow>(`${resendColumns} where a.user_id = ? and d.id = ?`)
  const dead = db.prepare<[{ userId: string; accountId: string | null }], ResendRow>(`${resendColumns}
   where a.user_id = @userId and d.state = 'dead' and (@accountId is null or d.account_id = @accountId)
     and exists (select 1 from dead_letters l where l.subject_type = d.subject_type and l.subject_id = d.subject_id
                    and l.resolved_at is null)
   order by d.seq`)

  const prepared = createPrepared(db)
  const matching = (userId: string, filter: DeliveryFilter) => {
    // The plus keeps the order of `seq` as the way through the table; nearly every row is the caller's.
    const clauses = ['+d.account_id in (select id from accounts where user_id = @userId)']
    const values: Record<string, unknown> = { ...filter, userId }
    for (const [key, clause] of Object.entries(conditions))
      if (filter[key as keyof typeof conditions] !== undefined) clauses.push(clause)
    for (const [i, word] of searchWords(filter.q).entries()) {
      clauses.push(words(i))
      values[`word${i}`] = word
    }
    return { where: clauses.join(' and '), values }
  }
  const select = (where: string, more: string) => `
    select d.seq, d.id, d.account_id, a.name as account_name, d.subject_type, d.subject_id, d.event, d.state, d.payload,
           d.attempts, d.due_at, d.last_status, d.last_error, d.created_at, d.finished_at
      from deliveries d join accounts a on a.id = d.account_id
     where ${where} order by d.seq desc ${more}`

  return {
    count(userId: string, filter: DeliveryFilter): number {
      const { where, values } = matching(userId, filter)
      return prepared(`select count(*) from deliveries d where ${where}`).pluck().get(values) as number
    },
    page(userId: string, filter: DeliveryFilter, limit: number, offset: number): DeliveryRow[] {
      const { where, values } = matching(userId, filter)
      return prepared(select(where, 'limit @limit offset @offset')).all({ ...values, limit, offset }) as DeliveryRow[]
    },
    /** Each call gives the next rows of the whole list; none at its end. */
    pages(userId: string, filter: DeliveryFilter): () => DeliveryRow[] {
      const { where, values } = matching(userId, filter)
      const next = prepared(select(`${where} and d.seq < @before`, `limit ${exportPage}`))
      let before = Number.MAX_SAFE_INTEGER
      return () => {
        const rows = next.all({ ...values, before }) as DeliveryRow[]
        before = rows.at(-1)?.seq ?? before
        return rows
      }
    },
    attempts: (deliveryId: string) => attempts.all(deliveryId),
    deadLetters: (accountId: string) => deadLetters.all(accountId),
    /** `null` when there is none of the user's with this id. */
    one: (userId: string, id: string) => one.get(userId, id) ?? null,
    dead: (userId: string, accountId: string | null) => dead.all({ userId, accountId }),
  }
}
