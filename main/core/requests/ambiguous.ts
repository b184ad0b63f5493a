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

const toAmbiguous = (row: RequestRow): AmbiguousRequest => ({
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
  const first = db.prepare(`
    select * from requests where ${mine} order by created_at / ${day}, amount_minor desc, id limit @limit`)
  const ids = db.prepare(`select id from requests where ${mine}`).pluck()
  const one = db.prepare(`select * from requests where id = @id and ${mine}`)
  return {
    count: (userId) => count.get({ userId }) as number,
    first: (userId, limit) => (first.all({ userId, limit }) as RequestRow[]).map(toAmbiguous),
    ids: (userId) => ids.all({ userId }) as string[],
    one(userId, id) {
      const row = one.get({ userId, id }) as RequestRow | undefined
      return row ? toAmbiguous(row) : null
    },
  }
}
