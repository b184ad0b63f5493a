import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../../http/api.ts'
import { fileField } from '../../http/field-schemas.ts'
import { receiveUpload } from '../../http/upload.ts'
import { StatementError } from '../../statements/failure.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, checkForm, ledgerApi, ledgerFailures } from '../http.ts'
import { money, moneySchema } from '../money.ts'
import type { Runs } from '../runs/service.ts'
import type { AttachPreview } from './attach-preview-task.ts'
import { fileRefusal } from './file-refusal.ts'
import { sourceFileBody, sourceFileSchema } from './present.ts'
import type { BatchInput } from './read-batches.ts'
import { readOptions } from './read-options.ts'
import type { Sources } from './service.ts'

const count = (description: string) => z.number().int().openapi({ description })
const attachedSchema = z.object({
  divided: count('Lines of the run that have parts now'),
  parts: count('Their parts'),
  already: count('Lines that had parts before'),
  decided: count('Lines of which something was matched or closed before; they stay as they are'),
  unknown: count('Batches that no line of the run is'),
  ambiguous: count('Batches that several lines of the run could be'),
  without_parts: count('Entries that the notification does not divide'),
})
export const attachAnswerSchema = z.object({ source_file: sourceFileSchema, attached: attachedSchema.nullable() })
export const attachPreviewSchema = z.object({
  format_detail: z.string().nullable(),
  attached: attachedSchema.openapi({ description: 'What attaching would come to' }),
  batches: z
    .array(
      z.object({
        outcome: z.enum(['divided', 'already', 'decided', 'unknown', 'ambiguous']),
        booking_date: z.string(),
        amount: moneySchema.nullable(),
        reference: z.string().nullable(),
        parts: z.number().int(),
        names: z.array(z.string()).openapi({ description: 'Of the first parts' }),
      }),
    )
    .openapi({ description: 'The first batches, in the order of the file' }),
  other_accounts: z.array(z.object({ account: z.string(), currency: z.string().nullable() })),
})
const params = z.object({ runID: z.string() })
const form = {
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: fileField,
        idempotency_key: z.string().optional(),
        force: z.enum(['true', 'false']).optional(),
      }),
    },
  },
}
const attach = createRoute({
  method: 'post',
  path: '/v1/ledgers/reconciliation/runs/{runID}/sources/notifications',
  tags: ['Reconciliation sources'],
  summary: 'Attach a notification (camt.054), whose batches divide lines of the run',
  request: { params },
  responses: {
    200: json('What this idempotency key attached before', attachAnswerSchema),
    201: json('Attached', attachAnswerSchema),
    ...ledgerFailures,
  },
})
const preview = createRoute({
  method: 'post',
  path: '/v1/ledgers/reconciliation/runs/{runID}/sources/notifications/preview',
  tags: ['Reconciliation sources'],
  summary: 'What attaching a notification (camt.054) would divide; nothing is stored',
  request: { params },
  responses: { 200: json('What would become of its batches', attachPreviewSchema), ...ledgerFailures },
})
const previewForm = {
  content: {
    'multipart/form-data': { schema: z.object({ file: fileField }) },
  },
}

export interface NotificationRouteDeps {
  readonly dataDir: string
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly sources: Sources
  readonly workers: Workers
}

/** Notifications of a run (4.3.5 rule 7). */
export function notificationRoutes({ dataDir, ledgers, runs, sources, workers }: NotificationRouteDeps) {
  const folder = join(dataDir, 'uploads')
  const api = ledgerApi()
  api.openAPIRegistry.registerPath({ ...attach, request: { params, body: form } })
  api.openAPIRegistry.registerPath({ ...preview, request: { params, body: previewForm } })

  /** The preview of a file that was received, for the account of the run's ledger. */
  async function look(userId: string, runId: string, path: string, fileName: string) {
    const run = runs.get(userId, runId)
    const ledger = ledgers.find(userId, run.ledgerId)
    const { currency, identifiers, precisionOverride } = ledger
    const target = { runId, ledgerId: ledger.id, currency, identifiers, precisionOverride }
    const input: BatchInput = { path, fileName, target }
    try {
      const found = await workers.run<AttachPreview>('ledger.attach-preview', input)
      return previewBody(found, precisionOverride)
    } catch (error) {
      throw error instanceof StatementError ? fileRefusal(error) : error
    }
  }

  return api
    .openapi({ ...preview, hide: true }, async (c) => {
      const { runID } = c.req.valid('param')
      const received = await receiveUpload(c.req.raw, folder)
      try {
        const { path, name } = received.file
        return c.json(await look(c.var.user.id, runID, path, name), 200)
      } finally {
        await received.discard()
      }
    })
    .openapi({ ...attach, hide: true }, async (c) => {
      const { runID } = c.req.valid('param')
      runs.get(c.var.user.id, runID)
      const received = await receiveUpload(c.req.raw, folder)
      try {
        checkForm(received, form.content['multipart/form-data'].schema)
        const options = { as: 'notification' as const, ...readOptions(received) }
        const { files, attached, isNew } = await sources.upload(actorOf(c), runID, received.file, options)
        const [file] = files
        if (!file) throw new Error('an upload without a file')
        return c.json({ source_file: sourceFileBody(file), attached }, isNew ? 201 : 200)
      } finally {
        await received.discard()
      }
    })
}

const previewBody = (
  { formatDetail, attached, batches, otherAccounts }: AttachPreview,
  precision: number | null,
): z.infer<typeof attachPreviewSchema> => ({
  format_detail: formatDetail,
  attached,
  batches: batches.map(({ bookingDate, amount, currency, names, ...batch }) => ({
    ...batch,
    booking_date: bookingDate,
    amount: amount === null ? null : money(amount, currency, precision),
    names: [...names],
  })),
  other_accounts: otherAccounts.map(({ account, currency }) => ({ account, currency })),
})
