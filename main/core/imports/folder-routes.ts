import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { AppError } from '../errors.ts'
import { api, body, failures, json } from '../http/api.ts'
import { isoOrNull } from '../time.ts'
import type { WatchedFolder, WatchedFolders } from './watched-folders.ts'

const tags = ['Imports']
const path = '/accounts/{accountId}/watched-folder'
const request = { params: z.object({ accountId: z.string() }) }
export const folderSchema = z
  .object({ path: z.string(), looked_at: z.string().nullable(), problem: z.string().nullable() })
  .openapi('WatchedFolder')

const get = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The folder of this computer from which files are imported by themselves',
  request,
  responses: { 200: json('Null when there is none', folderSchema.nullable()), 404: failures[404] },
})
const put = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Watch a folder; only from the computer that the program runs on',
  request: {
    ...request,
    body: body(z.object({ path: z.string({ error: 'path must be text' }).trim().min(1, 'path must not be empty') })),
  },
  responses: { 200: json('Watched', folderSchema), 400: failures[400], 403: failures[403], 404: failures[404] },
})
const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Stop watching; the files stay where they are',
  request,
  responses: { 204: { description: 'No longer watched' }, 403: failures[403], 404: failures[404] },
})
const look = createRoute({
  method: 'post',
  path: `${path}/look`,
  tags,
  summary: 'Look now; a file is imported when two looks find it unchanged',
  request,
  responses: { 200: json('After the look', folderSchema.nullable()), 404: failures[404] },
})

const folderBody = (row: WatchedFolder) => ({
  path: row.path,
  looked_at: isoOrNull(row.looked_at),
  problem: row.problem,
})

const here = new Set(['window', '127.0.0.1', '::1', '::ffff:127.0.0.1', 'localhost'])

/** Whoever names a folder makes the program read it: that is for somebody at this computer alone. */
function checkHere(clientAddress: string): void {
  if (!here.has(clientAddress))
    throw new AppError(
      'forbidden',
      'folder.notHere',
      'A watched folder can be set only on the computer that the program runs on.',
    )
}

export const folderRoutes = (folders: WatchedFolders, accounts: Pick<Accounts, 'owned'>) =>
  api()
    .openapi(get, (c) => {
      const row = folders.get(c.var.user.id, c.req.valid('param').accountId)
      return c.json(row && folderBody(row), 200)
    })
    .openapi(put, async (c) => {
      checkHere(c.var.clientAddress)
      const { accountId } = c.req.valid('param')
      return c.json(folderBody(await folders.set(c.var.user.id, accountId, c.req.valid('json').path)), 200)
    })
    .openapi(remove, (c) => {
      checkHere(c.var.clientAddress)
      folders.remove(c.var.user.id, c.req.valid('param').accountId)
      return c.body(null, 204)
    })
    .openapi(look, async (c) => {
      const { accountId } = c.req.valid('param')
      accounts.owned(c.var.user.id, accountId)
      await folders.look(accountId)
      const row = folders.get(c.var.user.id, accountId)
      return c.json(row && folderBody(row), 200)
    })
