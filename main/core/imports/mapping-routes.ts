import { createRoute, z } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import { csvMappingSchema, describeMapping } from '../statements/csv/mapping.ts'
import { iso } from '../time.ts'
import type { MappingRow, Mappings } from './mappings.ts'

const tags = ['Imports']
const path = '/accounts/{accountId}/csv-mappings'
const account = { params: z.object({ accountId: z.string() }) }
const one = { params: z.object({ accountId: z.string(), mappingId: z.string() }) }
const mapping = z.unknown().openapi({ description: 'As the preview gives it: columns with their roles, signs, order' })
const mappingSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    signature: z.string(),
    mapping,
    words: z.array(z.string()),
    answers: z.record(z.string(), z.string()),
    created_at: z.string(),
    modified_at: z.string(),
  })
  .openapi('CsvMapping')
const name = z.string().trim().min(1, 'name must not be empty').max(200, 'name must be at most 200 characters')

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'How the tables of this account are read, one for each header',
  request: account,
  responses: { 200: json('Kept mappings', z.array(mappingSchema)), 404: failures[404] },
})
const add = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Keep a mapping; one of the same header is replaced',
  request: { ...account, body: body(z.object({ mapping: csvMappingSchema, name: name.optional() })) },
  responses: { 201: json('Kept', mappingSchema), 400: failures[400], 404: failures[404] },
})
const change = createRoute({
  method: 'patch',
  path: `${path}/{mappingId}`,
  tags,
  summary: 'Rename or change a kept mapping',
  request: { ...one, body: body(z.object({ name: name.optional(), mapping: csvMappingSchema.optional() })) },
  responses: { 200: json('Kept', mappingSchema), 400: failures[400], 404: failures[404] },
})
const remove = createRoute({
  method: 'delete',
  path: `${path}/{mappingId}`,
  tags,
  summary: 'Forget a mapping',
  request: one,
  responses: { 204: { description: 'Forgotten' }, 404: failures[404] },
})

function mappingBody(row: MappingRow): z.infer<typeof mappingSchema> {
  const read = csvMappingSchema.parse(JSON.parse(row.mapping))
  return {
    id: row.id,
    name: row.name,
    signature: row.signature,
    mapping: read,
    words: describeMapping(read),
    answers: JSON.parse(row.answers),
    created_at: iso(row.created_at),
    modified_at: iso(row.modified_at),
  }
}

/** `/accounts/{accountId}/csv-mappings` (ledger specification 4.5.4). */
export const mappingRoutes = (mappings: Mappings) =>
  api()
    .openapi(list, (c) => c.json(mappings.list(c.var.user.id, c.req.valid('param').accountId).map(mappingBody), 200))
    .openapi(add, (c) => {
      const { mapping, name } = c.req.valid('json')
      const { accountId } = c.req.valid('param')
      mappings.list(c.var.user.id, accountId)
      const input = { name: name ?? mapping.name, signature: mapping.signature, mapping, answers: {} }
      return c.json(mappingBody(mappings.keep(c.var.user.id, accountId, input)), 201)
    })
    .openapi(change, (c) => {
      const { accountId, mappingId } = c.req.valid('param')
      return c.json(mappingBody(mappings.change(c.var.user.id, accountId, mappingId, c.req.valid('json'))), 200)
    })
    .openapi(remove, (c) => {
      const { accountId, mappingId } = c.req.valid('param')
      mappings.remove(c.var.user.id, accountId, mappingId)
      return c.body(null, 204)
    })
