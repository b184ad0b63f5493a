import type { Database } from '../../db/open.ts'
import type { Clock } from '../../ports.ts'
import type { JudgedRun } from './wanted.ts'

interface Waiting {
  readonly id: string
  /** What the other side must show, minor units. */
  readonly amount: number
  readonly currency: string
  readonly day: string
}

/** Transfers of which the other bank showed nothing: the other side may arrive with a later statement (6.6 pass 8). */
export function createTransfers({ db, now }: { db: Database; now: Clock }) {
  // Keys begin with their type: a range of the index in each run.
  const waiting = db.prepare<{ ledger: string }, Waiting>(
    `select d.id, -i.amount as amount, i.currency, i.booking_date as day
     from ledgers l join reconciliation_runs r on r.user_id = l.user_id and r.status <> 'closed'
     join discrepancies d on d.run_id = r.id and d.key >= 'transfer_counterpart_missing:'
       and d.key < 'transfer_counterpart_missing;' and d.status <> 'closed'
     join source_entries i on i.id = d.source_entry_id
     where l.id = @ledger and json_extract(d.facts, '$.ledger_id') = @ledger`,
  )
  const arrived = db
    .prepare<{ run: string; waiting: string }, string>(
      `select distinct json_extract(w.value, '$.id') from items i join json_each(@waiting) w
         on json_extract(w.value, '$.amount') = i.amount and json_extract(w.value, '$.currency') = i.currency
       where i.run_id = @run and i.bank_status = 'booked'
         and abs(julianday(i.booking_date) - julianday(json_extract(w.value, '$.day'))) <= 5`,
    )
    .pluck()
  const close = db.prepare(
    `update discrepancies set status = 'closed', closed_at = ?, closed_reason = 'resolved', closed_by = 'engine',
       version = version + 1 where id = ?`,
  )
  return {
    /** Closes those whose other side is among a run's lines now. Call in the transaction that brought them. */
    arrived(run: JudgedRun): void {
      const missing = waiting.all({ ledger: run.ledgerId })
      if (missing.length === 0) return
      for (const id of arrived.all({ run: run.id, waiting: JSON.stringify(missing) })) close.run(now(), id)
    },
  }
}
