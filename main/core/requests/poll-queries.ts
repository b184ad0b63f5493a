import type { Database } from '../db/open.ts'
import type { KnownRequest } from './diff.ts'
import { isOpen } from './queries.ts'

/** Reads and writes of the polling diff. */
export function pollQueries(db: Database) {
  const known = `select id, external_id as externalId, status, amount_minor as amountMinor, currency,
    sender_name as senderName, absent_since as absentSince from requests`
  const open = db.prepare(`${known} where account_id = ? and ${isOpen}`)
  // Named, since SQLite would rather walk through every request that ever expired.
  const expiredListed = db.prepare(`
    ${known} indexed by requests_expired_listed where account_id = ? and status = 'expired' and absent_since is null`)
  const find = db.prepare(`${known} where account_id = ? and external_id = ?`)
  const cancel = db.prepare(`update requests set status = 'cancelled', absent_since = ifnull(absent_since, ?),
    last_seen_at = ifnull(?, last_seen_at) where id = ?`)
  const leave = db.prepare('update requests set absent_since = ?, last_seen_at = ifnull(?, last_seen_at) where id = ?')
  const comeBack = db.prepare('update requests set absent_since = null, last_seen_at = ? where id = ?')
  const state = db.prepare('select last_ok_at as okAt, last_count as count from poll_states where account_id = ?')
  const succeed = db.prepare(`
    insert into poll_states (account_id, last_polled_at, last_ok_at, last_error, last_count, held)
    values (@accountId, @at, @at, null, @count, @held)
    on conflict (account_id) do update set last_polled_at = @at, last_ok_at = @at, last_error = null, last_count = @count,
      held = @held`)
  const failed = db.prepare(`
    insert into poll_states (account_id, last_polled_at, last_error) values (@accountId, @at, @error)
    on conflict (account_id) do update set last_polled_at = @at, last_error = @error`)

  return {
    open: (accountId: string) => open.all(accountId) as KnownRequest[],
    expiredListed: (accountId: string) => expiredListed.all(accountId) as KnownRequest[],
    find: (accountId: string, externalId: string) =>
      (find.get(accountId, externalId) as KnownRequest | undefined) ?? null,
    /** `seenAt` is the last successful poll before this one: the last that listed it. */
    cancel: (id: string, at: number, seenAt: number | null) => cancel.run(at, seenAt, id),
    leave: (id: string, at: number, seenAt: number | null) => leave.run(at, seenAt, id),
    comeBack: (id: string, at: number) => comeBack.run(at, id),
    state: (accountId: string) => state.get(accountId) as { okAt: number | null; count: number | null } | undefined,
    succeed: (accountId: string, at: number, count: number, held: number) =>
      succeed.run({ accountId, at, count, held }),
    failed: (accountId: string, at: number, error: string) => failed.run({ accountId, at, error }),
  }
}

export type PollQueries = ReturnType<typeof pollQueries>
