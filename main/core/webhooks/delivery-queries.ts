import { randomUUID } from 'node:crypto'
import type { Database } from '../db/open.ts'
import type { DeliveryEvent, SubjectType } from './types.ts'

/** A delivery that is due and may go: nothing older of its subject still waits. */
export interface DueDelivery {
  readonly seq: number
  readonly id: string
  readonly accountId: string
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly event: DeliveryEvent
  readonly payload: string
  readonly manual: 0 | 1
  readonly attempts: number
  readonly dueAt: number
  readonly createdAt: number
}

export interface AttemptRow {
  readonly deliveryId: string
  readonly accountId: string
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly url: string
  readonly payload: string
  readonly status: number | null
  readonly body: string | null
  readonly error: string | null
  readonly attempt: number
  readonly durationMs: number
  readonly at: number
}

/** Where a claim went up to, in the order of `due_at, seq`. */
export interface Cursor {
  readonly dueAt: number
  readonly seq: number
}

export function deliveryQueries(db: Database) {
  const due = db.prepare<[{ accountId: string; now: number; limit: number } & Cursor], DueDelivery>(`
    select seq, id, account_id as accountId, subject_type as subjectType, subject_id as subjectId, event, payload,
           manual, attempts, due_at as dueAt, created_at as createdAt
      from deliveries d
     where d.account_id = @accountId and d.state in ('queued', 'waiting') and d.due_at <= @now
       and (d.due_at, d.seq) > (@dueAt, @seq)
       and not exists (select 1 from deliveries e
                        where e.subject_type = d.subject_type and e.subject_id = d.subject_id and e.seq < d.seq
                          and e.state in ('queued', 'waiting'))
     order by d.due_at, d.seq
     limit @limit`)
  const accountsDue = db
    .prepare<[number], string>(`
    select a.id from accounts a where exists
      (select 1 from deliveries d where d.account_id = a.id and d.state in ('queued', 'waiting') and d.due_at <= ?)`)
    .pluck()
  const nextDue = db
    .prepare<[number], number | null>(`
    select min((select d.due_at from deliveries d
                 where d.account_id = a.id and d.state in ('queued', 'waiting') and d.due_at > ?
                 order by d.due_at limit 1)) from accounts a`)
    .pluck()

  // Always by both: a number is given again once every later row is gone.
  const delivered = db.prepare<[{ seq: number; id: string; status: number; attempt: number; at: number }]>(`
    update deliveries set state = 'delivered', attempts = @attempt, last_status = @status, last_error = null,
           finished_at = @at where seq = @seq and id = @id`)
  const failed = db.prepare<
    [
      {
        seq: number
        id: string
        state: 'waiting' | 'dead' | 'dropped'
        status: number | null
        error: string
        attempt: number
        dueAt: number
        finishedAt: number | null
      },
    ]
  >(`
    update deliveries set state = @state, attempts = @attempt, last_status = @status, last_error = @error,
           due_at = @dueAt, finished_at = @finishedAt
     where seq = @seq and id = @id`)
  const dropped = db.prepare<[{ seq: number; id: string; reason: string; at: number }]>(`
    update deliveries set state = 'dropped', last_error = @reason, finished_at = @at where seq = @seq and id = @id`)
  const isReplaced = db
    .prepare<[SubjectType, string, number]>(`
    select 1 from deliveries where subject_type = ? and subject_id = ? and seq > ? and manual = 1
       and state in ('queued', 'waiting') limit 1`)
    .pluck()
  const attempt = db.prepare<[AttemptRow]>(`
    insert into delivery_attempts (delivery_id, account_id, subject_type, subject_id, url, request_payload,
           response_status, response_body, error_message, attempt, duration_ms, created_at)
    values (@deliveryId, @accountId, @subjectType, @subjectId, @url, @payload, @status, @body, @error, @attempt,
           @durationMs, @at)`)
  const matchNotified = db.prepare<[string, number]>(`
    update matches set is_notified = 1
     where request_id = ? and undone_at is null and matched_at <= ?`)
  const movementNotified = db.prepare<[number, string]>('update movements set notified_at = ? where id = ?')
  const resolveDead = db.prepare<[number, SubjectType, string]>(`
    update dead_letters set resolved_at = ? where subject_type = ? and subject_id = ? and resolved_at is null`)
  const openDead = db.prepare<
    [
      {
        id: string
        accountId: string
        subjectType: SubjectType
        subjectId: string
        url: string
        status: number | null
        error: string
        attempt: number
        at: number
      },
    ]
  >(`
    insert into dead_letters (id, account_id, subject_type, subject_id, url, last_status, last_error, attempts, failed_at)
    values (@id, @accountId, @subjectType, @subjectId, @url, @status, @error, @attempt, @at)
    on conflict (subject_type, subject_id) where resolved_at is null do update set
           url = excluded.url, last_status = excluded.last_status, last_error = excluded.last_error,
           attempts = excluded.attempts, failed_at = excluded.failed_at`)

  return {
    due: (accountId: string, now: number, after: Cursor | null, limit: number) =>
      due.all({ accountId, now, limit, dueAt: after?.dueAt ?? -1, seq: after?.seq ?? -1 }),
    accountsDue: (now: number) => accountsDue.all(now),
    /** The earliest due time after `now`, of any account. */
    nextDue: (now: number) => nextDue.get(now) ?? null,
    /** A manual resend was queued behind this one, so it need not be tried again. */
    isReplaced: (row: DueDelivery) => isReplaced.get(row.subjectType, row.subjectId, row.seq) !== undefined,
    /** These three say whether the delivery still exists. */
    delivered: (row: Parameters<typeof delivered.run>[0]) => delivered.run(row).changes > 0,
    failed: (row: Parameters<typeof failed.run>[0]) => failed.run(row).changes > 0,
    dropped: (row: Parameters<typeof dropped.run>[0]) => dropped.run(row).changes > 0,
    attempt: (row: AttemptRow) => attempt.run(row),
    /** `told` is when the delivery was queued: a match made later is another one. */
    matchNotified: (requestId: string, told: number) => matchNotified.run(requestId, told),
    movementNotified: (movementId: string, at: number) => movementNotified.run(at, movementId),
    resolveDead: (type: SubjectType, id: string, at: number) => resolveDead.run(at, type, id),
    openDead: (row: Omit<Parameters<typeof openDead.run>[0], 'id'>) => openDead.run({ ...row, id: randomUUID() }),
  }
}

export type DeliveryQueries = ReturnType<typeof deliveryQueries>
