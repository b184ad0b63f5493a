import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ApiEnv } from '../../http/api.ts'
import { json } from '../../http/api.ts'
import { receiveUpload } from '../../http/upload.ts'
import { tableBody, tableSchema } from '../../imports/present-preview.ts'
import type { SignMemory } from '../../imports/sign-memory.ts'
import type { TablePreview } from '../../imports/table-preview.ts'
import { StatementError } from '../../statements/failure.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { checkForm, ledgerApi, ledgerFailures } from '../http.ts'
import type { Mappings } from '../mappings/service.ts'
import { fileRefusal } from './file-refusal.ts'
import type { PreviewFile, PreviewInput } from './preview-task.ts'
import { readingForm, readOptions } from './read-options.ts'

const tags = ['Reconciliation sources']
const base = '/v1/ledgers/reconciliation/sources'
const { 400: bad, 404: gone, 409: clash, 413: large, 415: unknown, 422: content } = ledgerFailures
const answers = { 400: bad, 404: gone, 409: clash, 413: large, 415: unknown, 422: content }

const form = {
  content: {
    'multipart/form-data': {
      schema: readingForm.extend({
        ledger_id: z.string().optional().openapi({ description: 'Id, code or number' }),
        currency: z.string().optional().openapi({ description: 'Of lines that name none, without a ledger' }),
      }),
    },
  },
}
const preview = createRoute({
  method: 'post',
  path: `${base}/preview`,
  tags,
  summary: 'What a file holds, before anything is stored',
  responses: { 200: json('What was read', z.object({ files: z.array(z.unknown()) })), ...answers },
})
const table = createRoute({
  method: 'post',
  path: `${base}/table`,
  tags,
  summary: 'How a table is read, line by line, also where it cannot be imported yet',
  responses: { 200: json('Null for a file that is no table', z.object({ table: tableSchema.nullable() })), ...answers },
})

export interface PreviewRouteDeps {
  readonly dataDir: string
  readonly ledgers: Ledgers
  readonly mappings: Mappings
  readonly signs: SignMemory
  readonly workers: Workers
}

/** What a file holds, before anything is stored (4.1, 10.2). */
export function previewRoutes({ dataDir, ledgers, mappings, signs, workers }: PreviewRouteDeps) {
  const folder = join(dataDir, 'uploads')
  /** Receives the file of a call, lets `task` read it as the call says, and forgets it. */
  async function read<Result>(c: Context<ApiEnv>, task: string): Promise<Result> {
    const received = await receiveUpload(c.req.raw, folder)
    try {
      checkForm(received, form.content['multipart/form-data'].schema)
      const reference = received.fields.get('ledger_id')?.[0]
      const ledger = reference ? ledgers.find(c.var.user.id, reference) : null
      const options = readOptions(received)
      const { mapping, mappingId, useSavedMapping, answers, encoding, excludeLines, excludeMembers } = options
      const chosen = mappingId === null ? null : mappings.get(c.var.user.id, mappingId)
      const input: PreviewInput = {
        path: received.file.path,
        ledger: ledger && { id: ledger.id, identifiers: ledger.identifiers },
        currency: ledger?.currency ?? received.fields.get('currency')?.[0] ?? null,
        precisionOverride: ledger?.precisionOverride ?? null,
        mapping: chosen ? chosen.mapping : mapping,
        mappings: ledger && useSavedMapping ? mappings.ofLedger(c.var.user.id, ledger.id) : [],
        signs: ledger ? signs.of({ userId: c.var.user.id, accountId: null, ledgerId: ledger.id }) : {},
        answers: { ...chosen?.answers, ...answers },
        encoding,
        excludeLines,
        excludeMembers,
      }
      return await workers.run<Result>(task, input)
    } catch (error) {
      throw error instanceof StatementError ? fileRefusal(error) : error
    } finally {
      await received.discard()
    }
  }

  const api = ledgerApi()
  for (const route of [preview, table]) api.openAPIRegistry.registerPath({ ...route, request: { body: form } })
  return api
    .openapi({ ...preview, hide: true }, async (c) =>
      c.json({ files: [...(await read<readonly PreviewFile[]>(c, 'statement.preview'))] }, 200),
    )
    .openapi({ ...table, hide: true }, async (c) => {
      const found = await read<TablePreview | null>(c, 'statement.table')
      return c.json({ table: found && tableBody(found) }, 200)
    })
}
