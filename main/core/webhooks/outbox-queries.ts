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
  const columns = `(id, account_id, subject_type, subject_id, event, payload, state, manual, due_at, last_error, created_at,
           finished_at)`
  const values = `@id, @accountId, @subjectType, @subjectId, @event, @payload, @state, @manual, @at, @lastError, @at,
           iif(@state = 'queued', null, @at)`
  const insert = db.prepare<[NewDelivery]>(`insert into deliveries ${columns} values (${values})`)
  // A cycle of a request begins with its registration (a revival moves created_at) and again when a match is undone.
  const insertUntold = db.prepare<[NewDelivery & { cycleBegan: number }]>(`
    insert into deliveries ${columns} select ${values}
     where not exists
       (select 1 from deliveries d
         where d.subject_type = @subjectType and d.subject_id = @subjectId and d.event = @event
           and d.created_at >= @cycleBegan
           and d.created_at > ifnull((select max(m.undone_at) from matches m where m.request_id = @subjectId), -1))`)
  const ofSubject = db.prepare<[SubjectType, string], SubjectDelivery>(
    'select seq, event, payload, state from deliveries where subject_type = ? and subject_id = ? order by seq',
  )
  const replace = db.prepare<[{ seq: number; at: number }]>(`
    update deliveries set state = 'dropped', last_error = 'Replaced by a resend', finished_at = @at where seq = @seq`)
  const requeue = db.prepare<[{ seq: number; at: number }]>(`
    update deliveries set state = 'queued', manual = 1, due_at = @at, finished_at = null where seq = @seq`)
  const markNotified = db.prepare<[number | null, string]>('update movements set notified_at = ? where id = ?')
  const hasten = db.prepare<[{ accountId: string; at: number }]>(`
    update deliveries set state = 'queued', due_at = @at
     where account_id = @accountId and state in ('queued', 'waiting') and due_at > @at`)

  return {
    insert: (row: NewDelivery) => insert.run(row),
    /** Unless the same event of the request was queued since the cycle began; true when it was queued now. */
    insertUntold: (row: NewDelivery, cycleBegan: number) => insertUntold.run({ ...row, cycleBegan }).changes > 0,
    ofSubject: (type: SubjectType, id: string) => ofSubject.all(type, id),
    replace: (seq: number, at: number) => replace.run({ seq, at }),
    requeue: (seq: number, at: number) => requeue.run({ seq, at }),
    markNotified: (movementId: string, at: number | null) => markNotified.run(at, movementId),
    /** How many waiting deliveries are due now. */
    hasten: (accountId: string, at: number) => hasten.run({ accountId, at }).changes,
  }
}
