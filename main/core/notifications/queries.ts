import type { NotificationEvent } from '../accounts/types.ts'
import type { Database } from '../db/open.ts'

export interface NotificationRow {
  readonly seq: number
  readonly id: string
  readonly account_id: string
  readonly type: NotificationEvent
  readonly payload: string
  readonly attempts: number
  readonly created_at: number
}

export function notificationQueries(db: Database) {
  const insert = db.prepare(`
    insert into notifications (id, account_id, type, status, payload, due_at, created_at)
    values (@id, @accountId, @type, @status, @payload, @at, @at)`)
  const due = db.prepare(
    `select seq, id, account_id, type, payload, attempts, created_at from notifications
      where state = 'waiting' and due_at <= @now order by due_at, seq limit @limit`,
  )
  const nextDue = db.prepare(`select min(due_at) from notifications where state = 'waiting'`).pluck()
  const postpone = db.prepare(`
    update notifications set attempts = attempts + 1, due_at = @dueAt, last_status = @status, last_error = @error
     where seq = @seq`)
  const finish = db.prepare(`
    update notifications set state = @state, attempts = attempts + 1, last_status = @status, last_error = @error,
           finished_at = @at
     where seq = @seq`)
  const prune = db.prepare(`delete from notifications where state <> 'waiting' and finished_at < ?`)

  return {
    insert: (row: { id: string; accountId: string; type: string; status: string; payload: string; at: number }) =>
      insert.run(row),
    due: (now: number, limit: number) => due.all({ now, limit }) as NotificationRow[],
    nextDue: () => nextDue.get() as number | null,
    postpone: (row: { seq: number; dueAt: number; status: number | null; error: string | null }) => postpone.run(row),
    finish: (row: {
      seq: number
      state: 'delivered' | 'given_up'
      status: number | null
      error: string | null
      at: number
    }) => finish.run(row),
    prune: (before: number) => prune.run(before).changes,
  }
}
