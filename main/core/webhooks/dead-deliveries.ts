import type { Database } from '../db/open.ts'
import { day } from '../time.ts'
import type { DayCount, WaitingSource } from '../waiting-source.ts'
import type { DeliveryEvent } from './types.ts'

/** A delivery that was given up and can still be sent again. */
export interface DeadDelivery {
  readonly id: string
  readonly accountId: string
  readonly event: DeliveryEvent
  /** When the last attempt failed, ms UTC. */
  readonly failedAt: number
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly amountMinor: number
  readonly currency: string
  readonly externalId: string
  readonly senderName: string | null
}

/** They wait since they were given up. */
export type DeadDeliveries = WaitingSource<DeadDelivery>

/**
 * What was given up and never delivered since. Left out is what could not be sent again because it is no longer true: a
 * newer delivery about the same subject exists, or the request has another status by now.
 */
export function deadDeliveries(db: Database): DeadDeliveries {
  const from = `
    from dead_letters l
    join deliveries d on d.subject_type = l.subject_type and d.subject_id = l.subject_id and d.state = 'dead'
     and not exists (select 1 from deliveries n where n.subject_type = d.subject_type and n.subject_id = d.subject_id
                        and n.seq > d.seq)
    left join requests r on d.subject_type = 'conciliation_request' and r.id = d.subject_id and r.status = d.event
    left join movements m on d.subject_type = 'bank_transaction' and m.id = d.subject_id
   where l.account_id in (select id from accounts where user_id = @userId) and l.resolved_at is null
     and (r.id is not null or m.id is not null)`
  const columns = `
    select d.id, d.account_id as accountId, d.event, l.failed_at as failedAt, d.last_status as lastStatus,
           d.last_error as lastError, ifnull(r.amount_minor, m.amount_minor) as amountMinor,
           ifnull(r.currency, m.currency) as currency, ifnull(r.external_id, m.external_id) as externalId,
           case when r.id is null then m.sender_name else r.sender_name end as senderName`
  const days = db.prepare(`select l.failed_at / ${day} as day, count(*) as count ${from} group by 1`)
  const between = db.prepare(`
    ${columns} ${from} and l.failed_at >= @from and l.failed_at < @to
     order by l.failed_at / ${day}, amountMinor desc, d.id limit @limit`)
  const one = db.prepare(`${columns} ${from} and d.id = @id`)
  return {
    days: (userId) => days.all({ userId }) as DayCount[],
    between: (userId, from, to, limit) => between.all({ userId, from, to, limit }) as DeadDelivery[],
    one: (userId, id) => (one.get({ userId, id }) as DeadDelivery | undefined) ?? null,
  }
}
