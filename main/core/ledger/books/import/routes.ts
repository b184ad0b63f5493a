import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../../db/store.ts'
import { json } from '../../../http/api.ts'
import { fileField } from '../../../http/field-schemas.ts'
import { type ReceivedForm, receiveUpload } from '../../../http/upload.ts'
import { iso, isoOrNull } from '../../../time.ts'
import { invalidRequest } from '../../errors.ts'
import { actorOf, checkForm, ledgerApi, ledgerFailures } from '../../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../../list-query.ts'
import { createTableList } from '../../table-list.ts'
import type { ImportRow } from './import-queries.ts'
import type { BookImports, ImportOptions } from './service.ts'
import { booksMappingSchema, type ReadBooks, type Voucher } from './types.ts'

const tags = ['Ledger imports']
const { 400: bad, 404: gone, 409: clash, 413: large, 415: unknown, 422: content } = ledgerFailures
const previewedVouchers = 100

export const importSchema = z
  .object({
    id: z.string(),
    file_name: z.string(),
    sha256: z.string(),
    imported: z.number().int().openapi({ description: 'Lines' }),
    skipped: z.number().int().openapi({ description: 'Lines that were there already' }),
    created_at: z.string().openapi({ format: 'date-time' }),
    created_by: z.string(),
    undone_at: z.string().nullable(),
  })
  .openapi('LedgerImport')
const fault = z.object({
  line: z.number().int(),
  code: z.string(),
  message: z.string(),
  value: z.string().optional().openapi({ description: 'What stands there, or the voucher' }),
})
const readSchema = {
  format: z.enum(['csv', 'xlsx']),
  headers: z.array(z.string()),
  mapping: booksMappingSchema,
  applied_mapping_id: z.string().nullable().openapi({ description: 'The kept mapping that applied itself' }),
}
export const booksPreviewSchema = z.object({
  ...readSchema,
  rows: z.number().int(),
  vouchers: z.number().int(),
  known_vouchers: z.number().int(),
  faults: z.array(fault),
  questions: z.array(
    z.object({ code: z.string(), message: z.string(), choices: z.array(z.string()), chosen: z.string() }),
  ),
  sample: z.array(
    z.object({
      number: z.string().nullable(),
      date: z.string(),
      currency: z.string(),
      opening: z.boolean(),
      known: z.boolean(),
      lines: z.array(
        z.object({
          line: z.number().int(),
          code: z.string(),
          type: z.enum(['debit', 'credit']),
          amount: z.string(),
          description: z.string(),
          document_no: z.string().nullable(),
          counterparty_name: z.string().nullable(),
        }),
      ),
    }),
  ),
})
const importedSchema = z.object({
  import: importSchema.nullable(),
  imported: z.number().int(),
  skipped: z.number().int(),
  vouchers: z.number().int(),
  mapping_id: z.string(),
  ...readSchema,
})

const form = {
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: fileField,
        mapping: z
          .string()
          .optional()
          .openapi({ description: 'JSON: {columns: [{header, role}], date_order, decimal}' }),
        answers: z.string().optional().openapi({ description: 'JSON: question code → answer' }),
        exclude_lines: z.string().optional().openapi({ description: 'Line numbers, separated by commas' }),
      }),
    },
  },
}
const failures = { 400: bad, 413: large, 415: unknown, 422: content }
const upload = createRoute({
  method: 'post',
  path: '/v1/ledgers/entries/import',
  tags,
  summary: 'Book an export of the general ledger (CSV or XLSX), all of it or nothing',
  responses: {
    200: json('Everything was there already', importedSchema),
    201: json('Booked', importedSchema),
    ...failures,
  },
})
const preview = createRoute({
  method: 'post',
  path: '/v1/ledgers/entries/import/preview',
  tags,
  summary: 'What an export holds, with its faults by line; nothing is stored',
  responses: { 200: json('What was read', booksPreviewSchema), ...failures },
})
const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/imports',
  tags,
  summary: 'Imports of the general ledger, newest first',
  request: { query: listQuerySchema },
  responses: { 200: json('Imports', listAnswerSchema(importSchema)), 400: bad },
})
const progress = createRoute({
  method: 'get',
  path: '/v1/ledgers/imports/progress',
  tags,
  summary: 'How far the import or undo under way is; null when there is none',
  responses: {
    200: json(
      'Progress in vouchers',
      z.object({ step: z.string(), done: z.number().int(), of: z.number().int().nullable() }).nullable(),
    ),
  },
})
const undo = createRoute({
  method: 'post',
  path: '/v1/ledgers/imports/{id}/undo',
  tags,
  summary: 'Take every booking of an import away',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json('The import', z.object({ import: importSchema, removed: z.number().int() })),
    404: gone,
    409: clash,
  },
})

const keys = columnKeys('i', {
  id: 'text',
  file_name: 'text',
  imported: 'number',
  skipped: 'number',
  created_at: 'instant',
  created_by: 'text',
  undone_at: 'instant',
})

const importBody = (row: ImportRow): z.infer<typeof importSchema> => ({
  id: row.id,
  file_name: row.file_name,
  sha256: row.sha256,
  imported: row.imported,
  skipped: row.skipped,
  created_at: iso(row.created_at),
  created_by: row.created_by,
  undone_at: isoOrNull(row.undone_at),
})

function jsonField<T>(fields: ReceivedForm['fields'], name: string, schema: z.ZodType<T>): T | null {
  const text = fields.get(name)?.[0]
  if (text === undefined || text === '') return null
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
  } catch {
    // Text that is no JSON is refused in the same words as JSON of a wrong form.
  }
  throw invalidRequest(`${name} must be JSON of the right form`, { [name]: 'must be JSON of the right form' })
}

function readForm({ fields }: ReceivedForm): ImportOptions {
  checkForm({ fields }, form.content['multipart/form-data'].schema)
  const lines = (fields.get('exclude_lines') ?? []).join(',').split(',').filter(Boolean)
  if (lines.some((line) => !/^\s*\d{1,9}\s*$/.test(line)))
    throw invalidRequest('exclude_lines must list line numbers', { exclude_lines: 'must list line numbers' })
  return {
    mapping: jsonField(fields, 'mapping', booksMappingSchema),
    answers: jsonField(fields, 'answers', z.record(z.string(), z.string())) ?? {},
    excludeLines: lines.map(Number),
  }
}

const readBody = (read: ReadBooks) => ({
  format: read.format,
  headers: [...read.headers],
  mapping: read.mapping,
  applied_mapping_id: read.appliedMappingId,
})
const voucherBody = (voucher: Voucher, known: boolean) => ({
  number: voucher.number,
  date: voucher.date,
  currency: voucher.currency,
  opening: voucher.isOpening,
  known,
  lines: voucher.lines.map((line) => ({
    line: line.line,
    code: line.ledgerCode,
    type: line.type,
    amount: String(line.amount),
    description: line.description,
    document_no: line.documentNo,
    counterparty_name: line.counterpartyName,
  })),
})

/** `/v1/ledgers/entries/import` and `/v1/ledgers/imports`: exports of the general ledger (3.2). */
export function bookImportRoutes(deps: { store: Store; dataDir: string; imports: BookImports }) {
  const { store, dataDir, imports } = deps
  const folder = join(dataDir, 'uploads')
  const listImports = createTableList<ImportRow, z.infer<typeof importSchema>>(store.db, {
    select: 'select i.* from ledger_imports i',
    from: 'from ledger_imports i',
    keys,
    usual: { sort: 'created_at', order: 'desc', tieBreak: 'i.rowid' },
    toBody: importBody,
  })
  async function withForm<T>(request: Request, work: (form: ReceivedForm) => Promise<T>): Promise<T> {
    const received = await receiveUpload(request, folder)
    try {
      return await work(received)
    } finally {
      await received.discard()
    }
  }
  const api = ledgerApi()
  for (const route of [upload, preview]) api.openAPIRegistry.registerPath({ ...route, request: { body: form } })
  return api
    .openapi({ ...upload, hide: true }, async (c) => {
      const done = await withForm(c.req.raw, (received) =>
        imports.import(actorOf(c), received.file, readForm(received)),
      )
      const body = {
        import: done.import && importBody(done.import),
        imported: done.imported,
        skipped: done.skipped,
        vouchers: done.vouchers,
        mapping_id: done.mappingId,
        ...readBody(done.read),
      }
      return c.json(body, done.import ? 201 : 200)
    })
    .openapi({ ...preview, hide: true }, async (c) => {
      const { read, known } = await withForm(c.req.raw, (received) =>
        imports.preview(actorOf(c), received.file, readForm(received)),
      )
      const body = {
        ...readBody(read),
        rows: read.rows,
        vouchers: read.vouchers.length,
        known_vouchers: known.size,
        faults: [...read.faults],
        questions: read.questions.map((question) => ({ ...question, choices: [...question.choices] })),
        sample: read.vouchers.slice(0, previewedVouchers).map((voucher) => voucherBody(voucher, known.has(voucher))),
      }
      return c.json(body, 200)
    })
    .openapi(list, (c) =>
      c.json(listImports({ sql: 'i.user_id = ?', params: [c.var.user.id] }, c.req.valid('query')), 200),
    )
    .openapi(progress, (c) => c.json(imports.progress(c.var.user.id), 200))
    .openapi(undo, async (c) => {
      const done = await imports.undo(actorOf(c), c.req.valid('param').id)
      return c.json({ import: importBody(done.import), removed: done.removed }, 200)
    })
}
