import { z } from '@hono/zod-openapi'
import { minorToText } from '../money.ts'
import { iso } from '../time.ts'
import type { LineOrigin } from './line-origin.ts'
import {
  money,
  params,
  placeSchema,
  placesBody,
  statementSchema,
  totalsBody,
  totalsSchema,
  warningSchema,
} from './present.ts'
import type { Preview, PreviewedLine } from './preview-task.ts'
import type { TablePreview } from './table-preview.ts'

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

const previewedLine = z.object({
  line: z.number().int(),
  booking_date: z.string(),
  value_date: z.string().nullable(),
  amount: money,
  currency: z.string(),
  name: z.string().nullable(),
  text: z.string().nullable(),
  outcome,
  known_from: z
    .object({
      kind: z.enum(['import', 'movement', 'upload']),
      id: z.string().nullable(),
      file_name: z.string().nullable(),
      at: z.string().nullable(),
    })
    .nullable()
    .openapi({
      description:
        'Of a line that is there already: the import that brought it, the movement it is, or an earlier line of this upload',
    }),
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
      statementSchema.extend({
        credits: z.number().int(),
        credit_sum: money,
        debits: z.number().int(),
        debit_sum: money,
      }),
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
    lines: z.array(previewedLine).openapi({ description: 'The first lines of the file' }),
    known_lines: z
      .array(previewedLine)
      .openapi({ description: 'Lines that are there already, wherever they stand in the file; at most a hundred' }),
    known_count: z.number().int(),
    warnings: z.array(warningSchema),
    questions: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        params,
        choices: z.array(z.string()),
        chosen: z.string(),
        changes_amounts: z.boolean(),
        is_remembered: z
          .boolean()
          .openapi({ description: '`chosen` is known of earlier files and need not be answered' }),
      }),
    ),
    table: tableSchema
      .nullable()
      .openapi({ description: 'Of a CSV: its lines as they stand in the file, each with a verdict' }),
    problem: z
      .object({
        code: z.string(),
        message: z.string(),
        places: z.array(placeSchema),
      })
      .nullable()
      .openapi({ description: 'Why the file cannot be imported as it is' }),
  })
  .openapi('ImportPreview')

const balanceOf = (found: { amount: number; date: string | null; kind: string } | null) =>
  found && { amount: minorToText(found.amount), date: found.date, kind: found.kind }

const originBody = (origin: LineOrigin): z.infer<typeof previewedLine>['known_from'] => ({
  kind: origin.kind,
  id: origin.kind === 'upload' ? null : origin.id,
  file_name: origin.kind === 'import' ? origin.fileName : null,
  at: origin.kind === 'upload' ? null : iso(origin.at),
})

const lineBody = (line: PreviewedLine): z.infer<typeof previewedLine> => ({
  line: line.position,
  booking_date: line.bookingDate,
  value_date: line.valueDate,
  amount: minorToText(line.amountMinor),
  currency: line.currency,
  name: line.name,
  text: line.text,
  outcome: line.outcome,
  known_from: line.origin && originBody(line.origin),
})

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
    archive_member: found.member,
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
  lines: preview.lines.map(lineBody),
  known_lines: preview.knownLines.map(lineBody),
  known_count: preview.knownCount,
  warnings: preview.warnings.map((warning) => ({ ...warning })),
  questions: preview.questions.map(({ changesAmounts, isRemembered = false, choices, ...question }) => ({
    ...question,
    choices: [...choices],
    changes_amounts: changesAmounts,
    is_remembered: isRemembered,
  })),
  table: preview.table && tableBody(preview.table),
  problem: preview.problem && {
    code: preview.problem.code,
    message: preview.problem.message,
    places: placesBody(preview.problem.faults),
  },
})
