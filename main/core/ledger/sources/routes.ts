import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import { receiveUpload } from '../../http/upload.ts'
import type { AutoMatch } from '../auto/service.ts'
import { actorOf, checkForm, ledgerApi, ledgerFailures, refusedBy } from '../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import type { Runs } from '../runs/service.ts'
import { createTableList } from '../table-list.ts'
import type { FileRow } from './file-queries.ts'
import { sourceFileBody, sourceFileSchema } from './present.ts'
import { readingForm, readOptions } from './read-options.ts'
import type { Sources } from './service.ts'
import { statementBody, statementRows, statementSchema } from './statement-list.ts'

const tags = ['Reconciliation sources']
const base = '/v1/ledgers/reconciliation/runs/{runID}/sources'
const { 400: bad, 404: gone, 413: large, 415: unknown, 422: content } = ledgerFailures
const one = { params: z.object({ runID: z.string() }) }

const form = {
  content: {
    'multipart/form-data': {
      schema: readingForm.extend({
        idempotency_key: z.string().optional(),
        force: z.enum(['true', 'false']).optional(),
      }),
    },
  },
}
export const uploadedSchema = z.object({
  source_file: sourceFileSchema,
  source_files: z.array(sourceFileSchema),
  imported: z.number().int(),
  skipped_duplicates: z.number().int(),
  skipped_other_account: z.number().int(),
  not_booked: z.number().int(),
  warnings: sourceFileSchema.shape.warnings,
  statements: z.array(statementSchema),
  other_accounts: z.array(
    z.object({ account: z.string(), currency: z.string().nullable(), entries: z.number().int() }),
  ),
  linked_account: z.string().nullable(),
})
const uploadAnswers = {
  400: bad,
  404: gone,
  409: refusedBy('duplicate_file', 'idempotency_key_reused', 'run_closed', 'run_busy', 'days_differ', 'work.cancelled'),
  413: large,
  415: unknown,
  422: content,
}

const upload = createRoute({
  method: 'post',
  path: `${base}/upload`,
  tags,
  summary: 'Import a statement file',
  responses: {
    200: json('What this idempotency key imported before', uploadedSchema),
    201: json('Imported', uploadedSchema),
    ...uploadAnswers,
  },
  request: one,
})
const list = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'Source files of a run',
  request: { ...one, query: listQuerySchema },
  responses: { 200: json('Files, oldest first', listAnswerSchema(sourceFileSchema)), 400: bad, 404: gone },
})
const remove = createRoute({
  method: 'delete',
  path: `${base}/{fileID}`,
  tags,
  summary: 'Remove a file with its lines',
  request: { params: z.object({ runID: z.string(), fileID: z.string() }) },
  responses: {
    204: { description: 'Removed' },
    404: gone,
    409: refusedBy('file_in_use', 'run_closed', 'run_busy'),
  },
})
const progress = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/progress',
  tags,
  summary: 'How far the work on a run is',
  request: one,
  responses: {
    200: json(
      'Null when none is under way',
      z
        .object({ step: z.string(), done: z.number(), of: z.number().nullable(), rows: z.number().optional() })
        .nullable(),
    ),
    404: gone,
  },
})
const cancel = createRoute({
  method: 'post',
  path: '/v1/ledgers/reconciliation/runs/{runID}/cancel',
  tags,
  summary: 'Stop the work on a run; nothing of it is kept',
  request: one,
  responses: { 200: json('Whether there was any', z.object({ cancelled: z.boolean() })), 404: gone },
})

const keys = columnKeys('f', {
  id: 'text',
  file_name: 'text',
  format: 'text',
  status: 'text',
  imported: 'number',
  created_at: 'instant',
})

export interface SourceRouteDeps {
  readonly store: Store
  readonly dataDir: string
  readonly runs: Runs
  readonly sources: Sources
  /** The other long work of a run. */
  readonly auto: Pick<AutoMatch, 'progress' | 'cancel'>
}

/** `/v1/ledgers/reconciliation/runs/{runID}/sources` (10.1). */
export function sourceRoutes({ store, dataDir, runs, sources, auto }: SourceRouteDeps) {
  const folder = join(dataDir, 'uploads')
  const statements = statementRows(store.db)
  const listFiles = createTableList<FileRow, z.infer<typeof sourceFileSchema>>(store.db, {
    select: 'select f.* from source_files f',
    from: 'from source_files f',
    keys,
    usual: { sort: 'created_at', order: 'asc', tieBreak: 'f.rowid' },
    toBody: sourceFileBody,
  })

  const api = ledgerApi()
  api.openAPIRegistry.registerPath({ ...upload, request: { ...one, body: form } })
  return api
    .openapi({ ...upload, hide: true }, async (c) => {
      const { runID } = c.req.valid('param')
      runs.get(c.var.user.id, runID)
      const received = await receiveUpload(c.req.raw, folder)
      try {
        checkForm(received, form.content['multipart/form-data'].schema)
        const options = { as: 'statement' as const, ...readOptions(received) }
        const done = await sources.upload(actorOf(c), runID, received.file, options)
        const [first] = done.files
        if (!first) throw new Error('an upload without a file')
        const files = done.files.map(sourceFileBody)
        const sum = (of: (file: FileRow) => number) => done.files.reduce((total, file) => total + of(file), 0)
        const answer = {
          source_file: sourceFileBody(first),
          source_files: files,
          imported: sum((file) => file.imported),
          skipped_duplicates: sum((file) => file.skipped_duplicates),
          skipped_other_account: sum((file) => file.skipped_other_account),
          not_booked: sum((file) => file.not_booked),
          warnings: files.flatMap((file) => file.warnings),
          statements: done.files.flatMap(({ id }) => statements.ofFile(id)).map((row) => statementBody(row)),
          other_accounts: done.otherAccounts.map((other) => ({ ...other })),
          linked_account: done.linked,
        }
        return c.json(answer, done.isNew ? 201 : 200)
      } finally {
        await received.discard()
      }
    })
    .openapi(list, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      return c.json(listFiles({ sql: 'f.run_id = ?', params: [run.id] }, c.req.valid('query')), 200)
    })
    .openapi(remove, async (c) => {
      const { runID, fileID } = c.req.valid('param')
      await sources.remove(actorOf(c), runs.get(c.var.user.id, runID), fileID)
      return c.body(null, 204)
    })
    .openapi(progress, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      return c.json(sources.progress(run.id) ?? auto.progress(run.id), 200)
    })
    .openapi(cancel, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      return c.json({ cancelled: sources.cancel(run.id) || auto.cancel(run.id) }, 200)
    })
}
