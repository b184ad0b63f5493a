import { z } from '@hono/zod-openapi'
import { minorToText } from '../money.ts'
import type { StatementFault } from '../statements/failure.ts'
import { iso, isoOrNull } from '../time.ts'
import type { ImportDetail } from './contract.ts'
import type { ImportFailure, ImportRow, StatementRow } from './queries.ts'
import type { CurrencyTotals } from './types.ts'

export const money = z.string().openapi({ example: '1500.00' })
const balanceSchema = z.object({ amount: money, date: z.string().nullable(), kind: z.string() })
export const params = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .optional()
  .openapi({ description: 'What the message names, for texts in another language; `context` tells cases apart' })
export const warningSchema = z.object({
  code: z.string(),
  message: z.string(),
  params,
  line: z.number().int().optional(),
  count: z.number().int().optional(),
})
export const placeSchema = z.object({
  line: z.number().int().nullable(),
  code: z.string(),
  message: z.string(),
  params,
})
export const totalsSchema = z.record(
  z.string(),
  z.object({ credits: z.number().int(), credit_sum: money, debits: z.number().int(), debit_sum: money }),
)
export const statementSchema = z
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
    error: z.object({ code: z.string(), message: z.string(), places: z.array(placeSchema) }).nullable(),
    is_kept: z.boolean().openapi({ description: 'Whether a refused file of a watched folder can be asked for' }),
    dismissed_at: z.string().nullable(),
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

export const totalsBody = (totals: Readonly<Record<string, CurrencyTotals>>) =>
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

export const placesBody = (faults: readonly StatementFault[]): z.infer<typeof placeSchema>[] =>
  faults.map(({ line, code, message, params }) => ({
    line: line ?? null,
    code,
    message,
    ...(params === undefined ? {} : { params: { ...params } }),
  }))

const failureBody = ({ code, message, faults = [] }: ImportFailure) => ({ code, message, places: placesBody(faults) })

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
  error: row.error === null ? null : failureBody(JSON.parse(row.error)),
  is_kept: row.kept_path !== null,
  dismissed_at: isoOrNull(row.dismissed_at),
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
