import type { Store } from '../db/store.ts'

export type StoredStatus = 'running' | 'stopped' | 'needs_attention'

/** The latest state of the session of a persistent account (spec 1.11). Instants in ms UTC. */
export interface SessionState {
  readonly status: StoredStatus
  readonly stopReason: string | null
}

export interface SessionStates {
  of(accountId: string): SessionState | null
  /** Returns the state before. */
  running(accountId: string, at: number): SessionState | null
  ended(accountId: string, status: 'stopped' | 'needs_attention', reason: string, at: number): void
  /** At start: what is stored as running died with the last run. */
  stopAll(reason: string, at: number): number
}

export function createSessionStates({ db }: Store): SessionStates {
  const find = db.prepare('select status, stop_reason as stopReason from bank_sessions where account_id = ?')
  const running = db.prepare(`
    insert into bank_sessions (account_id, status, started_at) values (@accountId, 'running', @at)
    on conflict (account_id) do update set status = 'running', stop_reason = null, started_at = @at, stopped_at = null`)
  const ended = db.prepare(`
    insert into bank_sessions (account_id, status, stop_reason, stopped_at) values (@accountId, @status, @reason, @at)
    on conflict (account_id) do update set status = @status, stop_reason = @reason, stopped_at = @at`)
  const stopAll = db.prepare(
    `update bank_sessions set status = 'stopped', stop_reason = @reason, stopped_at = @at where status = 'running'`,
  )
  const of = (accountId: string) => (find.get(accountId) as SessionState | undefined) ?? null
  return {
    of,
    running(accountId, at) {
      const before = of(accountId)
      running.run({ accountId, at })
      return before
    },
    ended: (accountId, status, reason, at) => void ended.run({ accountId, status, reason: reason.slice(0, 500), at }),
    stopAll: (reason, at) => stopAll.run({ reason, at }).changes,
  }
}
