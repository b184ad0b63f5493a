import type { Database } from '../db/open.ts'
import { day } from '../time.ts'
import type { SuggestionKind } from './types.ts'

/** An open suggestion as a list over all accounts shows it. */
export interface WaitingSuggestion {
  readonly id: string
  readonly accountId: string
  readonly kind: SuggestionKind
  readonly createdAt: number
  /** What its orders expect, all together. */
  readonly amountMinor: number
  readonly currency: string
  /** Of its first order. */
  readonly externalId: string
  readonly senderName: string | null
}

export interface WaitingSuggestions {
  count(userId: string): number
  /** By the day on which they came up, the oldest first; within a day the dearest first. */
  first(userId: string, limit: number): WaitingSuggestion[]
  /** `null` when it is not the user's, or no longer open. */
  one(userId: string, id: string): WaitingSuggestion | null
}

/** Open suggestions of all accounts of a user, without the pairs of requests that are asked about as ambiguous anyway. */
export function waitingSuggestions(db: Database): WaitingSuggestions {
  const from = `
    from suggestions s join requests r on r.id = json_extract(s.request_ids, '$[0]')
   where s.account_id in (select id from accounts where user_id = @userId) and s.state = 'open'
     and not (s.kind in ('pair', 'unknown_payer') and r.status = 'ambiguous')`
  const columns = `
    select s.id, s.account_id as accountId, s.kind, s.created_at as createdAt, r.currency, r.external_id as externalId,
           r.sender_name as senderName,
           (select sum(q.amount_minor) from requests q where q.id in (select value from json_each(s.request_ids)))
             as amountMinor`
  const count = db.prepare(`select count(*) ${from}`).pluck()
  const first = db.prepare(`${columns} ${from} order by s.created_at / ${day}, amountMinor desc, s.id limit @limit`)
  const one = db.prepare(`${columns} ${from} and s.id = @id`)
  return {
    count: (userId) => count.get({ userId }) as number,
    first: (userId, limit) => first.all({ userId, limit }) as WaitingSuggestion[],
    one: (userId, id) => (one.get({ userId, id }) as WaitingSuggestion | undefined) ?? null,
  }
}
