import type { Database } from '../../../db/open.ts'
import { changed, type Fault } from './fault.ts'

/** What is kept beside the decisions must follow from them: shares, their sums, and the status of lines. */
export function checkSums(db: Database): Fault[] {
  return [...entrySums(db), ...itemSums(db)]
}

const acceptedLegs = (column: string) => `(select coalesce(sum(g.amount), 0) from match_legs g
  join ledger_matches m on m.id = g.match_id and m.status = 'accepted' where g.${column})`

function entrySums(db: Database): Fault[] {
  // The first entry of a posting made for a line is no open entry: it is covered from the start. So is that of a booking
  // that was reversed, and of what reversed it.
  const expected = `case when e.ordinal = 0
      and (t.source = 'closing_posting' or t.reversed_by is not null or t.type = 'reversal') then e.signed
    else ${acceptedLegs('ledger_entry_id = e.id')} end`
  const rows = db
    .prepare<[], { id: string; allocated: number; expected: number }>(
      `select * from (select e.id, e.allocated, ${expected} as expected from ledger_entries e
         join ledger_transactions t on t.id = e.transaction_id) where allocated <> expected`,
    )
    .all()
  return rows.map((row) => changed('ledger_entry', row.id, 'allocated', row.expected, row.allocated))
}

interface ItemSum {
  readonly id: string
  readonly allocated: number
  readonly legs: number
  readonly allocated_parts: number
  readonly parts: number
  readonly match_status: string
  readonly status: string
}

function itemSums(db: Database): Fault[] {
  const rows = db
    .prepare<[], ItemSum>(
      `with sums as (
         select i.*, ${acceptedLegs('source_entry_id = i.id')} as legs,
           (select coalesce(sum(${acceptedLegs('source_entry_id = p.id')}
              + case when p.closed_at is null then 0 else coalesce(p.closed_amount, 0) end), 0)
            from source_entries p where p.parent_entry_id = i.id) as parts
         from source_entries i),
       judged as (
         select *, case when closed_at is not null then 'closed' when legs + parts = 0 then 'unmatched'
           when legs + parts = amount then 'matched' else 'partial' end as status from sums)
       select id, allocated, legs, allocated_parts, parts, match_status, status from judged
       where allocated <> legs or allocated_parts <> parts or match_status <> status`,
    )
    .all()
  return rows.flatMap((row) => [
    ...(row.allocated === row.legs ? [] : [changed('item', row.id, 'allocated', row.legs, row.allocated)]),
    ...(row.allocated_parts === row.parts
      ? []
      : [changed('item', row.id, 'allocated_parts', row.parts, row.allocated_parts)]),
    ...(row.match_status === row.status ? [] : [changed('item', row.id, 'match_status', row.status, row.match_status)]),
  ])
}
