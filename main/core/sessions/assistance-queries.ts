import type { Database } from '../db/open.ts'

export type AssistanceType = 'otp' | 'page'
export type AssistanceEnd = 'fulfilled' | 'expired' | 'cancelled'

export interface AssistanceRow {
  readonly id: string
  readonly account_id: string
  readonly run_id: string | null
  readonly type: AssistanceType
  readonly status: 'pending' | AssistanceEnd
  readonly descriptor: string
  readonly attempts: number
  readonly created_at: number
  readonly expires_at: number
}

export function assistanceQueries(db: Database) {
  const pending = db.prepare(`select * from assistance_requests where account_id = ? and status = 'pending'`)
  const insert = db.prepare(`
    insert into assistance_requests (id, account_id, run_id, type, descriptor, attempts, created_at, updated_at, expires_at)
    values (@id, @accountId, @runId, @type, @descriptor, 1, @at, @at, @expiresAt)`)
  const askAgain = db.prepare(
    'update assistance_requests set attempts = attempts + 1, descriptor = @descriptor, updated_at = @at, expires_at = @expiresAt where id = @id',
  )
  const end = db.prepare(
    `update assistance_requests set status = @status, updated_at = @at, finished_at = @at where id = @id and status = 'pending'`,
  )
  const cancelAll = db.prepare(
    `update assistance_requests set status = 'cancelled', updated_at = @at, finished_at = @at where status = 'pending'`,
  )
  return {
    pending: (accountId: string) => (pending.get(accountId) as AssistanceRow | undefined) ?? null,
    insert: (row: {
      id: string
      accountId: string
      runId: string | null
      type: AssistanceType
      descriptor: string
      at: number
      expiresAt: number
    }) => insert.run(row),
    askAgain: (row: { id: string; descriptor: string; at: number; expiresAt: number }) => askAgain.run(row),
    /** True when this call ended it. */
    end: (id: string, status: AssistanceEnd, at: number) => end.run({ id, status, at }).changes > 0,
    cancelAll: (at: number) => cancelAll.run({ at }).changes,
  }
}
