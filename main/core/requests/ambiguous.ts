import type { Database } from '../db/open.ts'
import { day } from '../time.ts'
import type { RequestRow } from './queries.ts'

/** A request that only a person can decide. */
export interface AmbiguousRequest {
  readonly id: string
  readonly accountId: string
  readonly externalId: string
  readonly amountMinor: number
  readonly currency: string
  readonly senderName: string | null
  /** When it was registered, ms UTC. */
  readonly createdAt: number
}

export interface AmbiguousRequests {
  count(userId: string): number
  /** By day of registration, the oldest first; within a day the dearest first. */
  first(userId: string, limit: number): AmbiguousRequest[]
  ids(userId: string): string[]
  /** `null` when it is not the user's, or no longer ambiguous. */
  one(userId: string, id: string): AmbiguousRequest | null
}

type Row = Pick<
  RequestRow,
  'id' | 'account_id' | 'external_id' | 'amount_minor' | 'currency' | 'sender_name' | 'created_at'
>

const toAmbiguous = (row: Row): AmbiguousRequest => ({
  id: row.id,
  accountId: row.account_id,
  externalId: row.external_id,
  amountMinor: row.amount_minor,
  currency: row.currency,
  senderName: row.sender_name,
  createdAt: row.created_at,
})

/** The requests of all accounts of a user that wait for a decision (spec 3.11). */
export function ambiguousRequests(db: Database): AmbiguousRequests {
  const mine = `account_id in (select id from accounts where user_id = @userId) and status = 'ambiguous'`
  const count = db.prepare(`select count(*) from requests where ${mine}`).pluck()
  const columns = 'id, account_id, external_id, amount_minor, currency, sender_name, created_at'
  const lastOfFirst = db
    .prepare(`select created_at from requests where ${mine} order by created_at limit 1 offset @limit - 1`)
    .pluck()
  // Only the days that the first rows lie in are sorted by amount: thousands may wait behind them.
  const first = db.prepare(`
    select ${columns} from requests where ${mine} and created_at < @before
     order by created_at / ${day}, amount_minor desc, id limit @limit`)
  const ids = db.prepare(`select id from requests where ${mine}`).pluck()
  const one = db.prepare(`select ${columns} from requests where id = @id and ${mine}`)
  return {
    count: (userId) => count.get({ userId }) as number,
    first(userId, limit) {
      const last = lastOfFirst.get({ userId, limit }) as number | undefined
      const before = last === undefined ? Number.MAX_SAFE_INTEGER : (Math.floor(last / day) + 1) * day
      return (first.all({ userId, limit, before }) as Row[]).map(toAmbiguous)
    },
    ids: (userId) => ids.all({ userId }) as string[],
    one(userId, id) {
      const row = one.get({ userId, id }) as Row | undefined
      return row ? toAmbiguous(row) : null
    },
  }
}
