import { z } from '@hono/zod-openapi'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'
import type { ImportDetail } from './contract.ts'
import type { Preview } from './preview-task.ts'
import type { ImportRow, StatementRow } from './queries.ts'
import type { TablePreview } from './table-preview.ts'
import type { CurrencyTotals } from './types.ts'

const money = z.string().openapi({ example: '1500.00' })
const balanceSchema = z.object({ amount: money, date: z.string().nullable(), kind: z.string() })
const params = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .optional()
  .openapi({ description: 'What the message names, for texts in another language; `context` tells cases apart' })
const warningSchema = z.object({
  code: z.string(),
  message: z.string(),
  params,
  line: z.number().int().optional(),
  count: z.number().int().optional(),
})
const totalsSchema = z.record(
  z.string(),
  z.object({ credits: z.number().int(), credit_sum: money, debits: z.number().int(), debit_sum: money }),
)
const statementSchema = z
  .object({
    account: z.string().nullable(),
    currency: z.string(),
    statement_ref: z.string().nullable(),
    from_date: z.string().nullable(),
    to_date: z.string().nullable(),
    opening: balanceSchema.nullable(),
    closing: balanceSchema.nullable(),
    proof: z.enum(['proved', 'not_proved', 'not_provable']),
    difference: money.nullable(),
    archive_member: z.string().nullable(),
  })
  .openapi('ImportedStatement')

export const importSchema = z
  .object({
    id: z.string(),
    account_id: z.string(),
    status: z.enum(['reading', 'applying', 'done', 'failed', 'undoing', 'undone']),
    origin: z.enum(['upload', 'folder']),
    file_name: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    idempotency_key: z.string().nullable(),
    format: z.string().nullable(),
    format_detail: z.string().nullable(),
    encoding: z.string().nullable(),
    mapping_applied: z.string().nullable().openapi({ description: 'Name of the kept mapping that applied itself' }),
    inserted: z.number().int().openapi({ description: 'Movements that this import brought and that are there still' }),
    duplicates: z.number().int(),
    enriched: z.number().int(),
    debits: z.number().int(),
    not_booked: z.number().int(),
    other_accounts: z.number().int(),
    excluded_lines: z.array(z.number().int()),
    totals: totalsSchema,
    warnings: z.array(warningSchema),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    created_at: z.string(),
    finished_at: z.string().nullable(),
    undone_at: z.string().nullable(),
  })
  .openapi('StatementImport')

export const importDetailSchema = importSchema
  .extend({
    statements: z.array(statementSchema),
    progress: z
      .object({ step: z.string(), done: z.number(), of: z.number().nullable(), rows: z.number().optional() })
      .nullable(),
    undo: z
      .object({
        movements: z.number().int().openapi({ description: 'That go' }),
        kept: z.number().int().openapi({ description: 'That stay, since another source brought them too' }),
        matches: z.number().int(),
        by_person: z.number().int(),
        list: z.array(
          z.object({
            request_id: z.string(),
            external_id: z.string(),
            amount: money,
            currency: z.string(),
            sender_name: z.string().nullable(),
            matched_by: z.enum(['engine', 'manual']),
            matched_at: z.string(),
          }),
        ),
      })
      .nullable()
      .openapi({ description: 'What undoing would take back; matches that a person made come first' }),
  })
  .openapi('StatementImportDetail')

const totalsBody = (totals: Readonly<Record<string, CurrencyTotals>>) =>
  Object.fromEntries(
    Object.entries(totals).map(([currency, { credits, credit_sum, debits, debit_sum }]) => [
      currency,
      { credits, credit_sum: minorToText(credit_sum), debits, debit_sum: minorToText(debit_sum) },
    ]),
  )

const balanceBody = (text: string | null) => {
  if (text === null) return null
  const { amount, date, kind } = JSON.parse(text) as { amount: number; date: string | null; kind: string }
  return { amount: minorToText(amount), date, kind }
}

export const importBody = (row: ImportRow): z.infer<typeof importSchema> => ({
  id: row.id,
  account_id: row.account_id,
  status: row.status,
  origin: row.origin,
  file_name: row.file_name,
  bytes: row.bytes,
  sha256: row.sha256,
  idempotency_key: row.idempotency_key,
  format: row.format,
  format_detail: row.format_detail,
  encoding: row.encoding,
  mapping_applied: row.mapping_name,
  inserted: row.status === 'undone' ? 0 : row.new_count,
  duplicates: row.duplicate_count,
  enriched: row.enriched_count,
  debits: row.debit_count,
  not_booked: row.not_booked_count,
  other_accounts: row.other_account_count,
  excluded_lines: JSON.parse(row.excluded_lines),
  totals: totalsBody(JSON.parse(row.totals)),
  warnings: JSON.parse(row.warnings),
  error: row.error === null ? null : JSON.parse(row.error),
  created_at: iso(row.created_at),
  finished_at: isoOrNull(row.finished_at),
  undone_at: isoOrNull(row.undone_at),
})

const statementBody = (row: StatementRow): z.infer<typeof statementSchema> => ({
  account: row.account_identifier,
  currency: row.currency,
  statement_ref: row.statement_ref,
  from_date: row.from_date,
  to_date: row.to_date,
  opening: balanceBody(row.opening),
  closing: balanceBody(row.closing),
  proof: row.proof_status,
  difference: row.proof_difference === null ? null : minorToText(row.proof_difference),
  archive_member: row.archive_member,
})

export const importDetailBody = ({ row, statements, progress, stake }: ImportDetail) => ({
  ...importBody(row),
  statements: statements.map(statementBody),
  progress: progress && { ...progress },
  undo: stake && {
    ...stake,
    list: stake.list.map(({ amount_minor, matched_at, ...match }) => ({
      ...match,
      amount: minorToText(amount_minor),
      matched_at: iso(matched_at),
    })),
  },
})

const outcome = z.enum(['new', 'known', 'debit'])
export const tableSchema = z.object({
  mapping: z.unknown().nullable(),
  encoding: z.string(),
  columns: z.array(z.string()),
  lines: z.array(
    z.object({
      line: z.number().int(),
      verdict: z.string(),
      cells: z.array(z.string()),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
  verdicts: z.record(z.string(), z.number().int()),
})

export const tableBody = (table: TablePreview): z.infer<typeof tableSchema> => ({
  ...table,
  columns: [...table.columns],
  lines: table.lines.map((line) => ({ ...line, cells: [...line.cells] })),
  verdicts: { ...table.verdicts },
})

export const previewSchema = z
  .object({
    files: z.array(
      z.object({
        member: z.string().nullable(),
        format: z.string(),
        reason: z.string(),
        format_detail: z.string().nullable(),
        encoding: z.string(),
        mapping: z.unknown().nullable(),
        mapping_words: z.array(z.string()),
        mapping_applied: z.string().nullable(),
      }),
    ),
    statements: z.array(
      statementSchema
        .omit({ archive_member: true })
        .extend({ credits: z.number().int(), credit_sum: money, debits: z.number().int(), debit_sum: money }),
    ),
    totals: totalsSchema,
    counts: z.object({
      new: z.number().int(),
      duplicates: z.number().int(),
      debits: z.number().int(),
      not_booked: z.number().int(),
      other_accounts: z.number().int(),
    }),
    other_accounts: z.array(
      z.object({ account: z.string(), currency: z.string().nullable(), entries: z.number().int() }),
    ),
    linked_account: z.string().nullable(),
    lines: z.array(
      z.object({
        line: z.number().int(),
        booking_date: z.string(),
        value_date: z.string().nullable(),
        amount: money,
        currency: z.string(),
        name: z.string().nullable(),
        text: z.string().nullable(),
        outcome,
      }),
    ),
    warnings: z.array(warningSchema),
    questions: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        params,
        choices: z.array(z.string()),
        chosen: z.string(),
        changes_amounts: z.boolean(),
      }),
    ),
    table: tableSchema
      .nullable()
      .openapi({ description: 'Of a CSV: its lines as they stand in the file, each with a verdict' }),
    problem: z
      .object({
        code: z.string(),
        message: z.string(),
        places: z.array(z.object({ line: z.number().int().nullable(), code: z.string(), message: z.string(), params })),
      })
      .nullable()
      .openapi({ description: 'Why the file cannot be imported as it is' }),
  })
  .openapi('ImportPreview')

const balanceOf = (found: { amount: number; date: string | null; kind: string } | null) =>
  found && { amount: minorToText(found.amount), date: found.date, kind: found.kind }

export const previewBody = (preview: Preview): z.infer<typeof previewSchema> => ({
  files: preview.files.map((file) => ({
    member: file.member,
    format: file.format,
    reason: file.reason,
    format_detail: file.formatDetail,
    encoding: file.encoding,
    mapping: file.mapping,
    mapping_words: [...file.mappingWords],
    mapping_applied: file.appliedMapping,
  })),
  statements: preview.statements.map((found) => ({
    account: found.account,
    currency: found.currency,
    statement_ref: found.statementRef,
    from_date: found.fromDate,
    to_date: found.toDate,
    opening: balanceOf(found.opening),
    closing: balanceOf(found.closing),
    proof: found.proof.status,
    difference: found.proof.difference === null ? null : minorToText(found.proof.difference),
    credits: found.credits,
    credit_sum: minorToText(found.credit_sum),
    debits: found.debits,
    debit_sum: minorToText(found.debit_sum),
  })),
  totals: totalsBody(preview.totals),
  counts: {
    new: preview.counts.created,
    duplicates: preview.counts.duplicates,
    debits: preview.counts.debits,
    not_booked: preview.counts.notBooked,
    other_accounts: preview.counts.otherAccounts,
  },
  other_accounts: preview.otherAccounts.map((other) => ({ ...other })),
  linked_account: preview.linked,
  lines: preview.lines.map((line) => ({
    line: line.position,
    booking_date: line.bookingDate,
    value_date: line.valueDate,
    amount: minorToText(line.amountMinor),
    currency: line.currency,
    name: line.name,
    text: line.text,
    outcome: line.outcome,
  })),
  warnings: preview.warnings.map((warning) => ({ ...warning })),
  questions: preview.questions.map(({ changesAmounts, choices, ...question }) => ({
    ...question,
    choices: [...choices],
    changes_amounts: changesAmounts,
  })),
  table: preview.table && tableBody(preview.table),
  problem: preview.problem && {
    code: preview.problem.code,
    message: preview.problem.message,
    places: preview.problem.faults.map(({ line, code, message, params }) => ({
      line: line ?? null,
      code,
      message,
      ...(params ? { params } : {}),
    })),
  },
})
