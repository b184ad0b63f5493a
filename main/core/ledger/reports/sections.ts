import type { Database } from '../../db/open.ts'
import type { StatementBalance } from '../../statements/types.ts'
import { type StatementListRow, statementRows } from '../sources/statement-list.ts'
import { discrepancyTitle } from './discrepancy-titles.ts'
import type { OpenEntry, OpenItem } from './positions.ts'
import type { CellValue, Column, ColumnKind, Section } from './table.ts'
import type { ReportInput } from './types.ts'
import { type Word, wordsIn } from './words.ts'

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

const dayMs = 86_400_000
const ageOf = (day: string, asOf: string) => Math.max(0, Math.round((Date.parse(asOf) - Date.parse(day)) / dayMs))
const bucketOf = (days: number) => {
  if (days <= 30) return '0-30'
  if (days <= 60) return '31-60'
  if (days <= 90) return '61-90'
  return days <= 180 ? '91-180' : '180+'
}
const clip = (text: string | null) => text?.replace(/\s+/gu, ' ').trim() ?? null

/** The appendices of the reconciliation statement (12.1), in the words of its language. */
export function sectionMaker(db: Database, { run, options }: ReportInput, asOf: string) {
  const word = wordsIn(options.lang)
  const columns = (list: readonly (readonly [Word, ColumnKind, number])[]): Column[] =>
    list.map(([key, kind, width]) => ({ key, kind, width, title: word(key) }))
  const section = (
    key: Word,
    list: readonly (readonly [Word, ColumnKind, number])[],
    rows: readonly (readonly CellValue[])[],
  ): Section => ({ key, title: word(key), columns: columns(list), rows })
  const named = (group: string, value: string | null) => (value === null ? null : word(`${group}.${value}`))

  function proofs(): Section {
    const sums = db.prepare<[string], { credits: number; debits: number }>(
      `select coalesce(sum(case when amount > 0 then amount end), 0) as credits,
         coalesce(sum(case when amount < 0 then amount end), 0) as debits
       from items where statement_id = ? and parent_entry_id is null and bank_status = 'booked'`,
    )
    const balance = (text: string | null) => (text === null ? null : (JSON.parse(text) as StatementBalance).amount)
    const row = (statement: StatementListRow): CellValue[] => {
      const moved = sums.get(statement.id)
      const remarks = (JSON.parse(statement.interpretation) as string[]).join('; ')
      return [
        statement.statement_ref ?? statement.sequence_no,
        statement.account_identifier,
        statement.from_date,
        statement.to_date,
        balance(statement.opening_balance),
        moved?.credits ?? 0,
        moved?.debits ?? 0,
        balance(statement.closing_balance),
        named('proof', statement.proof_status),
        statement.proof_difference,
        remarks || null,
      ]
    }
    return section(
      'proofs',
      [
        ['statement', 'text', 10],
        ['account', 'text', 15],
        ['from', 'day', 8],
        ['to', 'day', 8],
        ['opening', 'money', 9],
        ['credits', 'money', 9],
        ['debits', 'money', 9],
        ['closing', 'money', 9],
        ['proof', 'text', 9],
        ['proof_difference', 'money', 8],
        ['remarks', 'text', 10],
      ],
      statementRows(db).ofRun(run.id).map(row),
    )
  }

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

  const outstandingColumns = [
    ['date', 'day', 10],
    ['counterparty', 'text', 22],
    ['text', 'text', 30],
    ['reference', 'text', 16],
    ['open', 'money', 13],
    ['age', 'integer', 6],
    ['bucket', 'text', 8],
    ['reason', 'text', 12],
  ] as const
  const aged = (day: string): CellValue[] => {
    const days = ageOf(day, asOf)
    return [days, bucketOf(days)]
  }
  const bankOutstanding = (items: readonly OpenItem[]) =>
    section(
      'bank_outstanding',
      outstandingColumns,
      items.map((item) => [
        item.booking_date,
        clip(item.counterparty_name),
        clip(item.remittance_text),
        item.bank_reference,
        item.open,
        ...aged(item.booking_date),
        named('reason', item.closed_reason),
      ]),
    )
  const ledgerOutstanding = (entries: readonly OpenEntry[]) =>
    section(
      'ledger_outstanding',
      outstandingColumns.slice(0, -1),
      entries.map((entry) => [
        entry.booking_date,
        clip(entry.counterparty_name),
        clip(entry.description),
        entry.document_no,
        entry.open,
        ...aged(entry.booking_date),
      ]),
    )

  function discrepancies(): Section {
    const rows = db
      .prepare<
        [string],
        {
          type: string
          severity: string
          status: string
          amount: number | null
          note: string | null
          closed_reason: string | null
          closed_by: string | null
          closed_at: number | null
        }
      >(
        `select type, severity, status, amount, note, closed_reason, closed_by, closed_at from discrepancies
         where run_id = ? and not (status = 'closed' and closed_by = 'engine')
         order by case severity when 'critical' then 0 when 'warning' then 1 else 2 end, type, opened_at, id`,
      )
      .all(run.id)
    const override: CellValue[][] =
      run.proofOverride === null
        ? []
        : [
            [
              null,
              word('proof_override'),
              null,
              run.proofDifference,
              null,
              run.proofOverride,
              run.closedBy,
              run.closedAt,
            ],
          ]
    return section(
      'discrepancies',
      [
        ['severity', 'text', 9],
        ['what', 'text', 22],
        ['status', 'text', 10],
        ['amount', 'money', 12],
        ['reason', 'text', 13],
        ['note', 'text', 20],
        ['by', 'text', 14],
        ['at', 'instant', 10],
      ],
      [
        ...override,
        ...rows.map((row): CellValue[] => [
          named('severity', row.severity),
          discrepancyTitle(row.type, options.lang),
          named('state', row.status),
          row.amount,
          named('closed', row.closed_reason),
          row.note,
          row.closed_by,
          row.closed_at,
        ]),
      ],
    )
  }

  function files(): Section {
    const rows = db
      .prepare<
        [string],
        {
          file_name: string
          archive_member: string | null
          format: string | null
          size_bytes: number
          sha256: string
          imported: number
          skipped_duplicates: number
          created_by: string
          created_at: number
        }
      >(`select * from source_files where run_id = ? and status = 'processed' order by created_at, archive_member, id`)
      .all(run.id)
    return section(
      'files',
      [
        ['file', 'text', 18],
        ['format', 'text', 8],
        ['size', 'integer', 7],
        ['hash', 'text', 32],
        ['imported', 'integer', 6],
        ['skipped', 'integer', 6],
        ['by', 'text', 12],
        ['at', 'instant', 9],
      ],
      rows.map((row) => [
        row.archive_member === null ? row.file_name : `${row.file_name}: ${row.archive_member}`,
        row.format,
        row.size_bytes,
        row.sha256,
        row.imported,
        row.skipped_duplicates,
        row.created_by,
        row.created_at,
      ]),
    )
  }

  function settings(): Section {
    const frozen = run.settings
    const rows: CellValue[][] =
      frozen === null
        ? []
        : [
            [word('engine_version'), frozen.engineVersion],
            ...Object.entries(frozen.profile).map(([name, value]): CellValue[] => [name, JSON.stringify(value)]),
          ]
    return section(
      'settings',
      [
        ['setting', 'text', 30],
        ['value', 'text', 70],
      ],
      rows,
    )
  }

  return { proofs, matched, partials, closed, bankOutstanding, ledgerOutstanding, discrepancies, files, settings }
}
