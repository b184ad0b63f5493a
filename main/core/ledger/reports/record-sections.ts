import type { StatementBalance } from '../../statements/types.ts'
import type { FileRow } from '../sources/file-queries.ts'
import { statementRows } from '../sources/statement-list.ts'
import { discrepancyTitle } from './discrepancy-titles.ts'
import type { SectionBase } from './section-base.ts'
import type { Section } from './table.ts'

interface DiscrepancyLine {
  readonly severity: string | null
  readonly what: string
  readonly status: string | null
  readonly amount: number | null
  readonly closed_reason: string | null
  readonly note: string | null
  readonly closed_by: string | null
  readonly closed_at: number | null
}

/** Proofs, discrepancies with overrides, files, and the settings that were used. */
export function recordSections({ db, run, lang, word, section, named }: SectionBase) {
  function proofs(): Section {
    const sums = db.prepare<[string], { credits: number; debits: number }>(
      `select coalesce(sum(case when amount > 0 then amount end), 0) as credits,
         coalesce(sum(case when amount < 0 then amount end), 0) as debits
       from items where statement_id = ? and parent_entry_id is null and bank_status = 'booked'`,
    )
    const balance = (text: string | null) => (text === null ? null : (JSON.parse(text) as StatementBalance).amount)
    const rows = statementRows(db)
      .ofRun(run.id)
      .map((statement) => ({ ...statement, ...(sums.get(statement.id) ?? { credits: 0, debits: 0 }) }))
    return section<(typeof rows)[number]>(
      'proofs',
      [
        ['statement', 'text', 10, (row) => row.statement_ref ?? row.sequence_no],
        ['account', 'text', 15, (row) => row.account_identifier],
        ['from', 'day', 8, (row) => row.from_date],
        ['to', 'day', 8, (row) => row.to_date],
        ['opening', 'money', 9, (row) => balance(row.opening_balance)],
        ['credits', 'money', 9, (row) => row.credits],
        ['debits', 'money', 9, (row) => row.debits],
        ['closing', 'money', 9, (row) => balance(row.closing_balance)],
        ['proof', 'text', 9, (row) => named('proof', row.proof_status)],
        ['proof_difference', 'money', 8, (row) => row.proof_difference],
        ['remarks', 'text', 10, (row) => (JSON.parse(row.interpretation) as string[]).join('; ') || null],
      ],
      rows,
    )
  }

  function discrepancies(): Section {
    const rows = db
      .prepare<[string], DiscrepancyLine & { type: string }>(
        `select type, severity, status, amount, note, closed_reason, closed_by, closed_at from discrepancies
         where run_id = ? and not (status = 'closed' and closed_by = 'engine')
         order by case severity when 'critical' then 0 when 'warning' then 1 else 2 end, type, opened_at, id`,
      )
      .all(run.id)
      .map((row) => ({ ...row, what: discrepancyTitle(row.type, lang) }))
    const override: DiscrepancyLine = {
      severity: null,
      what: word('proof_override'),
      status: null,
      amount: run.proofDifference,
      closed_reason: null,
      note: run.proofOverride,
      closed_by: run.closedBy,
      closed_at: run.closedAt,
    }
    return section<DiscrepancyLine>(
      'discrepancies',
      [
        ['severity', 'text', 9, (row) => named('severity', row.severity)],
        ['what', 'text', 22, (row) => row.what],
        ['status', 'text', 10, (row) => named('state', row.status)],
        ['amount', 'money', 12, (row) => row.amount],
        ['reason', 'text', 13, (row) => named('closed', row.closed_reason)],
        ['note', 'text', 20, (row) => row.note],
        ['by', 'text', 14, (row) => row.closed_by],
        ['at', 'instant', 10, (row) => row.closed_at],
      ],
      run.proofOverride === null ? rows : [override, ...rows],
    )
  }

  function files(): Section {
    const rows = db
      .prepare<[string], FileRow>(
        `select * from source_files where run_id = ? and status = 'processed' order by created_at, archive_member, id`,
      )
      .all(run.id)
    return section<FileRow>(
      'files',
      [
        [
          'file',
          'text',
          18,
          ({ file_name: name, archive_member: member }) => (member === null ? name : `${name}: ${member}`),
        ],
        ['format', 'text', 8, (row) => row.format],
        ['size', 'integer', 7, (row) => row.size_bytes],
        ['hash', 'text', 32, (row) => row.sha256],
        ['imported', 'integer', 6, (row) => row.imported],
        ['skipped', 'integer', 8, (row) => row.skipped_duplicates],
        ['by', 'text', 12, (row) => row.created_by],
        ['at', 'instant', 9, (row) => row.created_at],
      ],
      rows,
    )
  }

  function settings(): Section {
    const frozen = run.settings
    const rows: (readonly [string, string])[] =
      frozen === null
        ? []
        : [
            [word('engine_version'), frozen.engineVersion],
            ...Object.entries(frozen.profile).map(([name, value]) => [name, JSON.stringify(value)] as const),
          ]
    return section<readonly [string, string]>(
      'settings',
      [
        ['setting', 'text', 30, ([name]) => name],
        ['value', 'text', 70, ([, value]) => value],
      ],
      rows,
    )
  }

  return { proofs, discrepancies, files, settings }
}
