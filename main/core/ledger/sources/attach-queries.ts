import type { Database } from '../../db/open.ts'

/** A line of a statement that a notification may divide. */
export interface DividableLine {
  readonly id: string
  readonly statement_id: string | null
  readonly amount: number
  readonly booking_date: string
  readonly bank_reference: string | null
  readonly occurrence: number
  readonly is_divided: number
  readonly is_decided: number
}

/** SQL of an attached notification. */
export function attachQueries(db: Database) {
  const line = `select i.id, i.statement_id, i.amount, i.booking_date, i.bank_reference, i.occurrence,
      exists (select 1 from items p where p.parent_entry_id = i.id) as is_divided,
      i.allocated <> 0 or i.closed_at is not null as is_decided
    from items i
    where i.run_id = ? and i.currency = ? and i.amount = ? and i.parent_entry_id is null and i.level = 'entry'
      and i.bank_status = 'booked' and i.source_file_id is not null`
  const byReference = db.prepare<[string, string, number, string], DividableLine>(`${line} and i.bank_reference = ?`)
  const byDay = db.prepare<[string, string, number, string], DividableLine>(`${line} and i.booking_date = ?`)
  return {
    byReference: (runId: string, currency: string, amount: number, reference: string) =>
      byReference.all(runId, currency, amount, reference),
    byDay: (runId: string, currency: string, amount: number, day: string) => byDay.all(runId, currency, amount, day),
  }
}
