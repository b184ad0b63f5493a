import type { Database } from '../db/open.ts'
import { day } from '../time.ts'
import type { DayCount, WaitingSource } from '../waiting-source.ts'
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

/** They wait since they were registered. */
export interface AmbiguousRequests extends WaitingSource<AmbiguousRequest> {
  ids(userId: string): string[]
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
  const days = db.prepare(`select created_at / ${day} as day, count(*) as count from requests where ${mine} group by 1`)
  const columns = 'id, account_id, external_id, amount_minor, currency, sender_name, created_at'
  const between = db.prepare(`
    select ${columns} from requests where ${mine} and created_at >= @from and created_at < @to
     order by created_at / ${day}, amount_minor desc, id limit @limit`)
  const ids = db.prepare(`select id from requests where ${mine}`).pluck()
  const one = db.prepare(`select ${columns} from requests where id = @id and ${mine}`)
  return {
    days: (userId) => days.all({ userId }) as DayCount[],
    between: (userId, from, to, limit) => (between.all({ userId, from, to, limit }) as Row[]).map(toAmbiguous),
    ids: (userId) => ids.all({ userId }) as string[],
    one(userId, id) {
      const row = one.get({ userId, id }) as Row | undefined
      return row ? toAmbiguous(row) : null
    },
  }
}
