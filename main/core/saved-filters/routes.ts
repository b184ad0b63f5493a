import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import type { SavedFilters } from './service.ts'

const tags = ['Saved filters']
const path = '/me/saved-filters'
const text = (field: string, most: number) => {
  const error = `${field} must have 1 to ${most} characters`
  return z.string({ error }).trim().min(1, error).max(most, error)
}
const list = text('list', 40)
const name = text('name', 60)
const savedSchema = z.object({ data: z.array(z.object({ name: z.string(), query: z.string() })) })

const read = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Filters of a list that the user named, in the order in which they were saved',
  request: { query: z.object({ list }) },
  responses: { 200: json('Filters', savedSchema), 400: failures[400] },
})
const save = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Keep a filter of a list under a name; one of the same name is replaced',
  request: { body: body(z.object({ list, name, query: text('query', 2000) })) },
  responses: { 200: json('Filters of the list', savedSchema), 400: failures[400], 409: failures[409] },
})
const forget = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Forget a filter of a list',
  request: { query: z.object({ list, name }) },
  responses: { 204: { description: 'Forgotten' }, 400: failures[400], 404: failures[404] },
})

export const savedFilterRoutes = (filters: SavedFilters) =>
  api()
    .openapi(read, (c) => c.json({ data: filters.of(c.var.user.id, c.req.valid('query').list) }, 200))
    .openapi(save, (c) => {
      const { list, ...filter } = c.req.valid('json')
      return c.json({ data: filters.save(c.var.user.id, list, filter) }, 200)
    })
    .openapi(forget, (c) => {
      const { list, name } = c.req.valid('query')
      filters.forget(c.var.user.id, list, name)
      return c.body(null, 204)
    })
