import type { Database } from '../db/open.ts'
import type { DeliveryEvent, DeliveryState, SubjectType } from './types.ts'

export interface DeliveryFilter {
  readonly userId: string
  readonly limit: number
  readonly offset: number
  readonly state?: DeliveryState | undefined
  readonly accountId?: string | undefined
  readonly subjectId?: string | undefined
  /** Text anywhere in the payload. */
  readonly q?: string | undefined
  /** Queued at or after, and before; ms. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface DeliveryRow {
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

const likeText = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`

const conditions = {
  state: 'd.state = @state',
  accountId: 'd.account_id = @accountId',
  subjectId: 'd.subject_id = @subjectId',
  q: "d.payload like @q escape '\\'",
  from: 'd.created_at >= @from',
  to: 'd.created_at < @to',
} as const

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

  const where = (filter: DeliveryFilter) =>
    [
      // The plus keeps the order of `seq` as the way through the table; nearly every row is the caller's.
      '+d.account_id in (select id from accounts where user_id = @userId)',
      ...Object.entries(conditions).flatMap(([key, sql]) =>
        filter[key as keyof typeof conditions] === undefined ? [] : [sql],
      ),
    ].join(' and ')
  const values = (filter: DeliveryFilter) => (filter.q === undefined ? filter : { ...filter, q: likeText(filter.q) })

  return {
    list(filter: DeliveryFilter): { rows: DeliveryRow[]; total: number } {
      const rows = db
        .prepare<[DeliveryFilter], DeliveryRow>(`
        select d.id, d.account_id, a.name as account_name, d.subject_type, d.subject_id, d.event, d.state, d.payload,
               d.attempts, d.due_at, d.last_status, d.last_error, d.created_at, d.finished_at
          from deliveries d join accounts a on a.id = d.account_id
         where ${where(filter)} order by d.seq desc limit @limit offset @offset`)
        .all(values(filter))
      const total = db
        .prepare<[DeliveryFilter], number>(`select count(*) from deliveries d where ${where(filter)}`)
        .pluck()
        .get(values(filter))
      return { rows, total: total ?? 0 }
    },
    attempts: (deliveryId: string) => attempts.all(deliveryId),
    deadLetters: (accountId: string) => deadLetters.all(accountId),
    /** `null` when there is none of the user's with this id. */
    one: (userId: string, id: string) => one.get(userId, id) ?? null,
    dead: (userId: string, accountId: string | null) => dead.all({ userId, accountId }),
  }
}
