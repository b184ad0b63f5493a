import type { OpenEntry } from './positions.ts'
import { clip, type LineRow, lineColumns, type SectionBase } from './section-base.ts'
import type { Section } from './table.ts'

interface MatchedRow extends LineRow {
  readonly match_id: string
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

interface PartialRow extends LineRow {
  readonly side: 'statement' | 'books'
  readonly amount: number
  readonly done: number
}
interface ClosedRow extends LineRow {
  readonly closed_amount: number
  readonly closed_reason: string
  readonly closed_note: string | null
  readonly contra: string | null
  readonly closed_by: string | null
  readonly closed_at: number
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
    return section<MatchedRow>(
      'matched',
      [
        ...lineColumns(8, 16, 17),
        ['amount', 'money', 10, (row) => row.amount],
        ['books_date', 'day', 8, (row) => row.books_date],
        ['books_text', 'text', 14, (row) => clip(row.books_text)],
        ['books_amount', 'money', 10, (row) => row.books_amount],
        ['kind', 'text', 9, (row) => named('kind', row.kind)],
        ['origin', 'text', 9, (row) => named('origin', row.unattended === 1 ? 'unattended' : row.origin)],
        ['by', 'text', 12, (row) => row.decided_by],
        ['at', 'instant', 9, (row) => row.decided_at],
        ['note', 'text', 8, (row) => row.note],
        ['match', 'text', 0, (row) => row.match_id],
      ],
      rows,
    )
  }

  /** Lines of the run, and entries as they stood at the day of the report. */
  function partials(entries: readonly OpenEntry[]): Section {
    const lines = db
      .prepare<[string], PartialRow>(
        `select 'statement' as side, booking_date, counterparty_name, remittance_text, amount, allocated + allocated_parts as done from items
         where run_id = ? and parent_entry_id is null and bank_status = 'booked' and amount is not null
           and allocated + allocated_parts <> 0 and allocated + allocated_parts <> amount order by position, id`,
      )
      .all(run.id)
    const booked = entries
      .filter(({ open, signed }) => open !== signed)
      .map(({ signed, open, document_no: document, description, ...entry }): PartialRow => {
        const text = document || description
        return { ...entry, side: 'books', remittance_text: text, amount: signed, done: signed - open }
      })
    const rows = [...lines, ...booked]
    return section<PartialRow>(
      'partials',
      [
        ['side', 'text', 9, (row) => named('side', row.side)],
        ...lineColumns(10, 22, 26),
        ['amount', 'money', 12, (row) => row.amount],
        ['done', 'money', 12, (row) => row.done],
        ['open', 'money', 12, (row) => row.amount - row.done],
      ],
      rows,
    )
  }

  function closed(): Section {
    const rows = db
      .prepare<[string], ClosedRow>(
        `select i.booking_date, i.counterparty_name, i.remittance_text, i.closed_amount, i.closed_reason, i.closed_note,
           l.code as contra, i.closed_by, i.closed_at
         from items i left join ledgers l on l.id = i.closed_ledger_id
         where i.run_id = ? and i.closed_at is not null order by i.position, i.id`,
      )
      .all(run.id)
    return section<ClosedRow>(
      'closed',
      [
        ...lineColumns(8, 18, 20),
        ['amount', 'money', 11, (row) => row.closed_amount],
        ['reason', 'text', 12, (row) => named('reason', row.closed_reason)],
        ['note', 'text', 14, (row) => row.closed_note],
        ['contra', 'text', 9, (row) => row.contra],
        ['by', 'text', 14, (row) => row.closed_by],
        ['at', 'instant', 10, (row) => row.closed_at],
      ],
      rows,
    )
  }

  return { matched, partials, closed }
}
