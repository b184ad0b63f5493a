import { z } from '@hono/zod-openapi'
import type { StatementWarning } from '../../statements/types.ts'
import { iso } from '../../time.ts'
import type { FileRow } from './file-queries.ts'

export const sourceFileSchema = z
  .object({
    id: z.string(),
    run_id: z.string(),
    file_name: z.string(),
    size_bytes: z.number().int(),
    sha256: z.string(),
    format: z.string().nullable().openapi({ description: 'csv, camt.053, mt940, ofx, qif, bai2' }),
    format_detail: z.string().nullable(),
    encoding: z.string().nullable(),
    status: z.enum(['processed', 'failed']),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    warnings: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        line: z.number().int().optional(),
        count: z.number().int().optional(),
      }),
    ),
    imported: z.number().int(),
    skipped_duplicates: z.number().int(),
    skipped_other_account: z.number().int(),
    not_booked: z.number().int(),
    idempotency_key: z.string().nullable(),
    mapping_id: z.string().nullable(),
    archive_member: z.string().nullable(),
    excluded_lines: z.array(z.number().int()),
    created_at: z.string().openapi({ format: 'date-time' }),
    created_by: z.string(),
  })
  .openapi('SourceFile')

export const sourceFileBody = (row: FileRow): z.infer<typeof sourceFileSchema> => ({
  id: row.id,
  run_id: row.run_id,
  file_name: row.file_name,
  size_bytes: row.size_bytes,
  sha256: row.sha256,
  format: row.format,
  format_detail: row.format_detail,
  encoding: row.encoding,
  status: row.status,
  error: row.error === null ? null : (JSON.parse(row.error) as { code: string; message: string }),
  warnings: (JSON.parse(row.warnings) as StatementWarning[]).map((warning) => ({ ...warning })),
  imported: row.imported,
  skipped_duplicates: row.skipped_duplicates,
  skipped_other_account: row.skipped_other_account,
  not_booked: row.not_booked,
  idempotency_key: row.idempotency_key,
  mapping_id: row.mapping_id,
  archive_member: row.archive_member,
  excluded_lines: JSON.parse(row.excluded_lines) as number[],
  created_at: iso(row.created_at),
  created_by: row.created_by,
})
