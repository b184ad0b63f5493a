import type { Database } from '../db/open.ts'
import { day } from '../time.ts'
import type { DayCount, WaitingSource } from '../waiting-source.ts'
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

/** They wait since they came up. */
export type WaitingSuggestions = WaitingSource<WaitingSuggestion>

/** Open suggestions of all accounts of a user, without the pairs of requests that are asked about as ambiguous anyway. */
export function waitingSuggestions(db: Database): WaitingSuggestions {
  const from = `
    from suggestions s join requests r on r.id = json_extract(s.request_ids, '$[0]')
   where s.account_id in (select id from accounts where user_id = @userId) and s.state = 'open'
     and not (s.kind in ('pair', 'unknown_payer') and r.status = 'ambiguous')`
  const columns = `
    select s.id, s.account_id as accountId, s.kind, s.created_at as createdAt, r.currency, r.external_id as externalId,
           r.sender_name as senderName,
           case s.kind when 'one_transfer_many_orders'
             then (select sum(q.amount_minor) from requests q where q.id in (select value from json_each(s.request_ids)))
             else r.amount_minor end as amountMinor`
  const days = db.prepare(`select s.created_at / ${day} as day, count(*) as count ${from} group by 1`)
  const between = db.prepare(`
    ${columns} ${from} and s.created_at >= @from and s.created_at < @to
     order by s.created_at / ${day}, amountMinor desc, s.id limit @limit`)
  const one = db.prepare(`${columns} ${from} and s.id = @id`)
  return {
    days: (userId) => days.all({ userId }) as DayCount[],
    between: (userId, from, to, limit) => between.all({ userId, from, to, limit }) as WaitingSuggestion[],
    one: (userId, id) => (one.get({ userId, id }) as WaitingSuggestion | undefined) ?? null,
  }
}
