import type { StatementBalance } from '../../statements/types.ts'
import { type StatementListRow, statementRows } from '../sources/statement-list.ts'
import { discrepancyTitle } from './discrepancy-titles.ts'
import type { SectionBase } from './section-base.ts'
import type { CellValue, Section } from './table.ts'

/** Proofs, discrepancies with overrides, files, and the settings that were used. */
export function recordSections({ db, run, lang, word, section, named }: SectionBase) {
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
          discrepancyTitle(row.type, lang),
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
        ['skipped', 'integer', 8],
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

  return { proofs, discrepancies, files, settings }
}
