import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { api, failures, json, paging, totalHeader } from '../http/api.ts'
import { receiveUpload } from '../http/upload.ts'
import type { Imports } from './contract.ts'
import { importBody, importDetailBody, importDetailSchema, importSchema } from './present.ts'
import { previewBody, previewSchema } from './present-preview.ts'
import { readForm, uploadForm } from './read-form.ts'

const tags = ['Imports']
const account = { params: z.object({ accountId: z.string() }) }
const one = { params: z.object({ accountId: z.string(), importId: z.string() }) }
const refusals = {
  400: failures[400],
  404: failures[404],
  409: failures[409],
  413: failures[413],
  415: failures[415],
  422: failures[422],
}
const importedSchema = importDetailSchema.extend({ linked_account: z.string().nullable() }).openapi('Imported')

const importFile = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/movements/import',
  tags,
  summary: 'Import a statement file: its credits become movements, as if the bank had been read',
  request: account,
  responses: {
    200: json('What this idempotency key imported before', importedSchema),
    201: json('Imported', importedSchema),
    ...refusals,
  },
})
const preview = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/movements/import/preview',
  tags,
  summary: 'What importing a file would do; nothing is stored',
  request: account,
  responses: { 200: json('What was read', previewSchema), ...refusals },
})
const list = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/imports',
  tags,
  summary: 'Imports of an account, newest first',
  request: { ...account, query: z.object(paging(50)) },
  responses: {
    200: json(`Imports; the number of all in the header ${totalHeader}`, z.array(importSchema)),
    400: failures[400],
    404: failures[404],
  },
})
const get = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/imports/{importId}',
  tags,
  summary: 'One import: its statements, how far it is, and what undoing it would take back',
  request: one,
  responses: { 200: json('The import', importDetailSchema), 404: failures[404] },
})
const cancel = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/imports/{importId}/cancel',
  tags,
  summary: 'Stop reading a file; nothing of it is kept',
  request: one,
  responses: { 200: json('Whether it was being read', z.object({ cancelled: z.boolean() })), 404: failures[404] },
})
const undo = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/imports/{importId}/undo',
  tags,
  summary: 'Take back what only this import brought; matches that use it are undone',
  request: one,
  responses: { 200: json('The import', importDetailSchema), 404: failures[404], 409: failures[409] },
})

export interface ImportRouteDeps {
  readonly imports: Imports
  readonly accounts: Pick<Accounts, 'owned'>
  readonly dataDir: string
}

/** `/accounts/{accountId}/movements/import` and `/accounts/{accountId}/imports`. */
export function importRoutes({ imports, accounts, dataDir }: ImportRouteDeps) {
  const folder = join(dataDir, 'uploads')
  const routes = api()
  for (const route of [importFile, preview])
    routes.openAPIRegistry.registerPath({ ...route, request: { ...account, body: uploadForm } })
  return routes
    .openapi({ ...importFile, hide: true }, async (c) => {
      const { accountId } = c.req.valid('param')
      const userId = c.var.user.id
      accounts.owned(userId, accountId)
      const received = await receiveUpload(c.req.raw, folder)
      try {
        const options = { ...readForm(received), origin: 'upload' as const }
        const done = await imports.import(userId, accountId, received.file, options)
        return c.json({ ...importDetailBody(done), linked_account: done.linked }, done.isNew ? 201 : 200)
      } finally {
        await received.discard()
      }
    })
    .openapi({ ...preview, hide: true }, async (c) => {
      const { accountId } = c.req.valid('param')
      accounts.owned(c.var.user.id, accountId)
      const received = await receiveUpload(c.req.raw, folder)
      try {
        const { choices } = readForm(received)
        return c.json(previewBody(await imports.preview(c.var.user.id, accountId, received.file.path, choices)), 200)
      } finally {
        await received.discard()
      }
    })
    .openapi(list, (c) => {
      const { total, rows } = imports.list(c.var.user.id, c.req.valid('param').accountId, c.req.valid('query'))
      return c.json(rows.map(importBody), 200, { [totalHeader]: String(total) })
    })
    .openapi(get, (c) => {
      const { accountId, importId } = c.req.valid('param')
      return c.json(importDetailBody(imports.get(c.var.user.id, accountId, importId)), 200)
    })
    .openapi(cancel, (c) => {
      const { accountId, importId } = c.req.valid('param')
      return c.json({ cancelled: imports.cancel(c.var.user.id, accountId, importId) }, 200)
    })
    .openapi(undo, async (c) => {
      const { accountId, importId } = c.req.valid('param')
      return c.json(importDetailBody(await imports.undo(c.var.user.id, accountId, importId)), 200)
    })
}
