import { createRoute, z } from '@hono/zod-openapi'
import { api, failures, json, paging } from '../http/api.ts'
import { inboxItemSchema, inboxPageSchema, presentItem } from './present.ts'
import { type Inbox, inboxKinds } from './types.ts'

const tags = ['Inbox']

const list = createRoute({
  method: 'get',
  path: '/inbox',
  tags,
  summary: 'Everything that needs a person, over all accounts of the caller',
  description:
    'First logins that wait for somebody, the one that ends soonest first; then accounts that are not read; then payments by day, the oldest first, within a day the dearest first.',
  request: {
    query: z.object({
      ...paging(100),
      kind: z.enum(inboxKinds, { error: `kind must be one of ${inboxKinds.join(', ')}` }).optional(),
    }),
  },
  responses: { 200: json('The items, and how many there are of each kind', inboxPageSchema), 400: failures[400] },
})

const one = createRoute({
  method: 'get',
  path: '/inbox/{itemId}',
  tags,
  summary: 'One thing that needs a person',
  request: { params: z.object({ itemId: z.string().max(100) }) },
  responses: { 200: json('The item', inboxItemSchema), 404: failures[404] },
})

export const inboxRoutes = (inbox: Inbox) =>
  api()
    .openapi(list, (c) => {
      inbox.refresh(c.var.user.id)
      const { total, counts, items } = inbox.list(c.var.user.id, c.req.valid('query'))
      return c.json({ total, counts, items: items.map(presentItem) }, 200)
    })
    .openapi(one, (c) => c.json(presentItem(inbox.one(c.var.user.id, c.req.valid('param').itemId)), 200))
