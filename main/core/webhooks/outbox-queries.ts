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
  // By position: naming the parameters costs more than an index.
  const insert = db.prepare(`
    insert into deliveries (id, account_id, subject_type, subject_id, event, payload, state, manual, due_at,
           last_error, created_at, finished_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  // A cycle of a request begins with its registration (a revival moves created_at) and again when a match is undone.
  // Asked apart, the undo only of what was told: as one statement with the insert it costs ten times as much.
  const toldAt = db
    .prepare<[string, DeliveryEvent], number | null>(`
    select max(created_at) from deliveries where subject_type = 'conciliation_request' and subject_id = ? and event = ?`)
    .pluck()
  const undoneAt = db
    .prepare<[string], number | null>('select max(undone_at) from matches where request_id = ?')
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
    insert({ id, accountId, subjectType, subjectId, event, payload, state, manual, lastError, at }: NewDelivery): void {
      const finishedAt = state === 'queued' ? null : at
      insert.run(id, accountId, subjectType, subjectId, event, payload, state, manual, at, lastError, at, finishedAt)
    },
    /** The same event of the request was queued since its cycle began. */
    isTold(requestId: string, event: DeliveryEvent, cycleBegan: number): boolean {
      const told = toldAt.get(requestId, event) ?? null
      return told !== null && told >= cycleBegan && told > (undoneAt.get(requestId) ?? -1)
    },
    ofSubject: (type: SubjectType, id: string) => ofSubject.all(type, id),
    replace: (seq: number, at: number) => replace.run({ seq, at }),
    drop: (seq: number, reason: string, at: number) => drop.run({ seq, reason, at }),
    requeue: (seq: number, at: number) => requeue.run({ seq, at }),
    markNotified: (movementId: string, at: number | null) => markNotified.run(at, movementId),
    /** How many waiting deliveries are due now. */
    hasten: (accountId: string, at: number) => hasten.run({ accountId, at }).changes,
  }
}
