import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../../http/api.ts'
import { receiveUpload } from '../../http/upload.ts'
import { actorOf, ledgerApi, ledgerFailures } from '../http.ts'
import type { Runs } from '../runs/service.ts'
import { sourceFileBody, sourceFileSchema } from './present.ts'
import { readOptions } from './read-options.ts'
import type { Sources } from './service.ts'

const count = (description: string) => z.number().int().openapi({ description })
const answer = z.object({
  source_file: sourceFileSchema,
  attached: z
    .object({
      divided: count('Lines of the run that have parts now'),
      parts: count('Their parts'),
      already: count('Lines that had parts before'),
      decided: count('Lines of which something was matched or closed before; they stay as they are'),
      unknown: count('Batches that no line of the run is'),
      ambiguous: count('Batches that several lines of the run could be'),
      without_parts: count('Entries that the notification does not divide'),
    })
    .nullable(),
})
const params = z.object({ runID: z.string() })
const form = {
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: z.any().openapi({ type: 'string', format: 'binary' }),
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
    200: json('What this idempotency key attached before', answer),
    201: json('Attached', answer),
    ...ledgerFailures,
  },
})

/** Notifications of a run (4.3.5 rule 7). */
export function notificationRoutes({ dataDir, runs, sources }: { dataDir: string; runs: Runs; sources: Sources }) {
  const folder = join(dataDir, 'uploads')
  const api = ledgerApi()
  api.openAPIRegistry.registerPath({ ...attach, request: { params, body: form } })
  return api.openapi({ ...attach, hide: true }, async (c) => {
    const { runID } = c.req.valid('param')
    runs.get(c.var.user.id, runID)
    const received = await receiveUpload(c.req.raw, folder)
    try {
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
