import { clip, type SectionBase } from './section-base.ts'
import type { Section } from './table.ts'

interface MatchedRow {
  readonly match_id: string
  readonly booking_date: string
  readonly counterparty_name: string | null
  readonly remittance_text: string | null
  readonly amount: number
  readonly books_date: string | null
  readonly books_text: string | null
  readonly books_amount: number
  readonly kind: string
  readonly origin: string
  readonly unattended: number
  readonly score: number
  readonly decided_by: string | null
  readonly decided_at: number | null
  readonly note: string | null
}

/** What was matched, matched in part, and closed. */
export function workSections({ db, run, section, named }: SectionBase) {
  function matched(): Section {
    const rows = db
      .prepare<[string], MatchedRow>(
        `select m.id as match_id, min(s.booking_date) as booking_date,
           group_concat(distinct s.counterparty_name) as counterparty_name,
           group_concat(distinct s.remittance_text) as remittance_text,
           coalesce(sum(case g.side when 'source' then g.amount end), 0) as amount,
           min(e.booking_date) as books_date,
           group_concat(distinct coalesce(nullif(e.document_no, ''), nullif(e.description, ''))) as books_text,
           coalesce(sum(case g.side when 'ledger' then g.amount end), 0) as books_amount,
           m.kind, m.origin, m.unattended, m.score, m.decided_by, m.decided_at, m.note
         from ledger_matches m join match_legs g on g.match_id = m.id
           left join source_entries s on s.id = g.source_entry_id
           left join ledger_entries e on e.id = g.ledger_entry_id
         where m.run_id = ? and m.status = 'accepted'
         group by m.id order by coalesce(min(s.booking_date), min(e.booking_date)), min(s.position), m.id`,
      )
      .all(run.id)
    return section(
      'matched',
      [
        ['date', 'day', 8],
        ['counterparty', 'text', 16],
        ['text', 'text', 17],
        ['amount', 'money', 10],
        ['books_date', 'day', 8],
        ['books_text', 'text', 14],
        ['books_amount', 'money', 10],
        ['kind', 'text', 9],
        ['origin', 'text', 9],
        ['by', 'text', 12],
        ['at', 'instant', 9],
        ['note', 'text', 8],
        ['match', 'text', 0],
      ],
      rows.map((row) => [
        row.booking_date,
        clip(row.counterparty_name),
        clip(row.remittance_text),
        row.amount,
        row.books_date,
        clip(row.books_text),
        row.books_amount,
        named('kind', row.kind),
        named('origin', row.unattended === 1 ? 'unattended' : row.origin),
        row.decided_by,
        row.decided_at,
        row.note,
        row.match_id,
      ]),
    )
  }

  function partials(): Section {
    const rows = db
      .prepare<
        [string],
        {
          booking_date: string
          counterparty_name: string | null
          remittance_text: string | null
          amount: number
          done: number
        }
      >(
        `select booking_date, counterparty_name, remittance_text, amount, allocated + allocated_parts as done from items
         where run_id = ? and parent_entry_id is null and bank_status = 'booked' and amount is not null
           and allocated + allocated_parts <> 0 and allocated + allocated_parts <> amount order by position, id`,
      )
      .all(run.id)
    return section(
      'partials',
      [
        ['date', 'day', 10],
        ['counterparty', 'text', 25],
        ['text', 'text', 30],
        ['amount', 'money', 12],
        ['done', 'money', 12],
        ['open', 'money', 12],
      ],
      rows.map((row) => [
        row.booking_date,
        clip(row.counterparty_name),
        clip(row.remittance_text),
        row.amount,
        row.done,
        row.amount - row.done,
      ]),
    )
  }

  function closed(): Section {
    const rows = db
      .prepare<
        [string],
        {
          booking_date: string
          counterparty_name: string | null
          remittance_text: string | null
          closed_amount: number
          closed_reason: string
          closed_note: string | null
          contra: string | null
          closed_by: string | null
          closed_at: number
        }
      >(
        `select i.booking_date, i.counterparty_name, i.remittance_text, i.closed_amount, i.closed_reason, i.closed_note,
           l.code as contra, i.closed_by, i.closed_at
         from items i left join ledgers l on l.id = i.closed_ledger_id
         where i.run_id = ? and i.closed_at is not null order by i.position, i.id`,
      )
      .all(run.id)
    return section(
      'closed',
      [
        ['date', 'day', 8],
        ['counterparty', 'text', 18],
        ['text', 'text', 20],
        ['amount', 'money', 11],
        ['reason', 'text', 12],
        ['note', 'text', 14],
        ['contra', 'text', 9],
        ['by', 'text', 14],
        ['at', 'instant', 10],
      ],
      rows.map((row) => [
        row.booking_date,
        clip(row.counterparty_name),
        clip(row.remittance_text),
        row.closed_amount,
        named('reason', row.closed_reason),
        row.closed_note,
        row.contra,
        row.closed_by,
        row.closed_at,
      ]),
    )
  }

  return { matched, partials, closed }
}
