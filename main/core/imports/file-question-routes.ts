import { createRoute, z } from '@hono/zod-openapi'
import { api, failures, json } from '../http/api.ts'
import type { FileQuestions } from './file-questions.ts'
import { importBody, importSchema } from './present.ts'

const tags = ['Imports']
const path = '/accounts/{accountId}/imports/{importId}'
const request = { params: z.object({ accountId: z.string(), importId: z.string() }) }

const file = createRoute({
  method: 'get',
  path: `${path}/file`,
  tags,
  summary: 'A file of the watched folder that could not be imported, to be imported by a person',
  request,
  responses: {
    200: { description: 'Its bytes', content: { 'application/octet-stream': { schema: z.string() } } },
    404: failures[404],
  },
})
const dismiss = createRoute({
  method: 'post',
  path: `${path}/dismiss`,
  tags,
  summary: 'Nothing is to be done about a file that could not be imported: it leaves the inbox',
  request,
  responses: { 200: json('The import', importSchema), 404: failures[404] },
})
const reopen = createRoute({
  method: 'post',
  path: `${path}/reopen`,
  tags,
  summary: 'Take the dismissal back: the file is asked about again',
  request,
  responses: { 200: json('The import', importSchema), 404: failures[404] },
})

/** What the inbox asks about files of a watched folder. */
export const fileQuestionRoutes = (questions: FileQuestions) =>
  api()
    .openapi(file, async (c) => {
      const { accountId, importId } = c.req.valid('param')
      const content = await questions.file(c.var.user.id, accountId, importId)
      return new Response(content, { headers: { 'content-type': 'application/octet-stream' } })
    })
    .openapi(dismiss, (c) => {
      const { accountId, importId } = c.req.valid('param')
      return c.json(importBody(questions.dismiss(c.var.user.id, accountId, importId)), 200)
    })
    .openapi(reopen, (c) => {
      const { accountId, importId } = c.req.valid('param')
      return c.json(importBody(questions.reopen(c.var.user.id, accountId, importId)), 200)
    })
