import type { Database } from '../../db/open.ts'
import { opensLedger } from '../books/opening.ts'

/** What a whole line of a statement still has open, or was closed without a posting: only the bank knows of it. */
export const openOfItem = `case
  when i.closed_at is null then i.amount - i.allocated - i.allocated_parts
  when i.closing_transaction_id is null then coalesce(i.closed_amount, 0)
  else 0 end`

/** Lines up to a day, counted in their whole. */
export const wholeItems = `i.ledger_id = @ledger and i.parent_entry_id is null and i.bank_status = 'booked'
  and i.booking_date <= @until`
/** Parts that were closed without a posting. */
export const unpostedParts = `i.ledger_id = @ledger and i.parent_entry_id is not null and i.closed_at is not null
  and i.closing_transaction_id is null and i.booking_date <= @until`
export const entriesUntil = `e.ledger_id in (select value from json_each(@family)) and e.booking_date <= @until
  and not ${opensLedger}`

export interface LateLeg {
  /** The whole line of a statement, or null for the books' side. */
  readonly item_id: string | null
  readonly entry_id: string | null
  readonly amount: number
}

/**
 * Shares up to a day of accepted matches whose other side came after that day. At that day they were still on their way,
 * so a report of January does not change when February's statement is matched.
 */
export function lateLegs(db: Database) {
  const rows = db.prepare<{ ledger: string; family: string; until: string }, LateLeg>(
    `with late as (
       select g.match_id as id from source_entries s join match_legs g on g.source_entry_id = s.id
         join ledger_matches m on m.id = g.match_id and m.status = 'accepted'
       where s.ledger_id = @ledger and s.booking_date > @until
       union
       select g.match_id from ledger_entries e join match_legs g on g.ledger_entry_id = e.id
         join ledger_matches m on m.id = g.match_id and m.status = 'accepted'
       where e.ledger_id in (select value from json_each(@family)) and e.booking_date > @until)
     select coalesce(s.parent_entry_id, s.id) as item_id, e.id as entry_id, g.amount
     from late join match_legs g on g.match_id = late.id
       left join source_entries s on s.id = g.source_entry_id
       left join ledger_entries e on e.id = g.ledger_entry_id
     where s.booking_date <= @until or (e.booking_date <= @until and not ${opensLedger})`,
  )
  return (ledger: string, family: readonly string[], until: string): LateLeg[] =>
    rows.all({ ledger, family: JSON.stringify(family), until })
}
