import type { Database } from '../db/open.ts'
import type { DeliveryEvent, DeliveryState, SubjectType } from './types.ts'

export interface NewDelivery {
  readonly id: string
  readonly accountId: string
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly event: DeliveryEvent
  readonly payload: string
  readonly state: DeliveryState
  readonly manual: number
  readonly lastError: string | null
  readonly at: number
}

/** A delivery of one subject, as much as a resend needs to know. */
export interface SubjectDelivery {
  readonly seq: number
  readonly event: DeliveryEvent
  readonly payload: string
  readonly state: DeliveryState
}

export function outboxQueries(db: Database) {
  const insert = db.prepare<[NewDelivery]>(`
    insert into deliveries (id, account_id, subject_type, subject_id, event, payload, state, manual, due_at,
           last_error, created_at, finished_at)
    values (@id, @accountId, @subjectType, @subjectId, @event, @payload, @state, @manual, @at,
           @lastError, @at, iif(@state = 'queued', null, @at))`)
  // A cycle of a request begins with its registration (a revival moves created_at) and again when a match is undone.
  // Asked apart: an insert that selects from its own table goes through a temporary one, which costs ten times as much.
  const isTold = db
    .prepare<[{ requestId: string; event: DeliveryEvent; cycleBegan: number }]>(`
    select 1 from deliveries d
     where d.subject_type = 'conciliation_request' and d.subject_id = @requestId and d.event = @event
       and d.created_at >= @cycleBegan
       and d.created_at > ifnull((select max(m.undone_at) from matches m where m.request_id = @requestId), -1)
     limit 1`)
    .pluck()
  const ofSubject = db.prepare<[SubjectType, string], SubjectDelivery>(
    'select seq, event, payload, state from deliveries where subject_type = ? and subject_id = ? order by seq',
  )
  const replace = db.prepare<[{ seq: number; at: number }]>(`
    update deliveries set state = 'dropped', last_error = 'Replaced by a resend', finished_at = @at where seq = @seq`)
  const drop = db.prepare<[{ seq: number; reason: string; at: number }]>(`
    update deliveries set state = 'dropped', last_error = @reason, finished_at = @at where seq = @seq`)
  const requeue = db.prepare<[{ seq: number; at: number }]>(`
    update deliveries set state = 'queued', manual = 1, due_at = @at, finished_at = null where seq = @seq`)
  const markNotified = db.prepare<[number | null, string]>('update movements set notified_at = ? where id = ?')
  const hasten = db.prepare<[{ accountId: string; at: number }]>(`
    update deliveries set state = 'queued', due_at = @at
     where account_id = @accountId and state in ('queued', 'waiting') and due_at > @at`)

  return {
    insert: (row: NewDelivery) => insert.run(row),
    /** The same event of the request was queued since its cycle began. */
    isTold: (requestId: string, event: DeliveryEvent, cycleBegan: number) =>
      isTold.get({ requestId, event, cycleBegan }) !== undefined,
    ofSubject: (type: SubjectType, id: string) => ofSubject.all(type, id),
    replace: (seq: number, at: number) => replace.run({ seq, at }),
    drop: (seq: number, reason: string, at: number) => drop.run({ seq, reason, at }),
    requeue: (seq: number, at: number) => requeue.run({ seq, at }),
    markNotified: (movementId: string, at: number | null) => markNotified.run(at, movementId),
    /** How many waiting deliveries are due now. */
    hasten: (accountId: string, at: number) => hasten.run({ accountId, at }).changes,
  }
}
