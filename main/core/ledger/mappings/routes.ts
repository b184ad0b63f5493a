import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import { repeated } from '../../http/exact.ts'
import { csvMappingSchema, describeMapping } from '../../statements/csv/mapping.ts'
import { iso } from '../../time.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, versioned, versionOf } from '../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { createTableList } from '../table-list.ts'
import type { Mapping, Mappings } from './service.ts'

const tags = ['Column mappings']
const base = '/v1/ledgers/mappings'
const { 400: bad, 404: gone, 409: clash } = ledgerFailures
const one = { params: z.object({ mappingID: z.string() }) }

const mappingSchema = z
  .object({
    id: z.string(),
    ledger_id: z.string().nullable(),
    subject: z.enum(['statement', 'books']),
    name: z.string(),
    signature: z.string(),
    mapping: z.unknown(),
    description: z.array(z.string()).openapi({ description: 'The mapping in sentences' }),
    answers: z.record(z.string(), z.string()),
    version: z.number().int(),
    created_at: z.string().openapi({ format: 'date-time' }),
    modified_at: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('ColumnMapping')

const name = z.string().trim().min(1, 'is required').max(200)
const answers = z.record(z.string().max(50), z.string().max(200))
const createBody = z.object({
  ledger_id: z.union([z.string(), z.number()]).transform(String),
  subject: z.enum(['statement', 'books']).default('statement'),
  name,
  mapping: z.record(z.string(), z.unknown()),
  answers: answers.default({}),
})
const changeBody = z.object({
  ...repeated(mappingSchema),
  name: name.optional(),
  mapping: z.record(z.string(), z.unknown()).optional(),
  answers: answers.optional(),
  version: z.number().int().optional(),
})

const list = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'Kept mappings, last changed first',
  request: { query: listQuerySchema.extend({ ledger_id: z.string().optional() }) },
  responses: { 200: json('Mappings', listAnswerSchema(mappingSchema)), 400: bad, 404: gone },
})
const create = createRoute({
  method: 'post',
  path: base,
  tags,
  summary: 'Keep a mapping; it replaces the one of the same header',
  request: { body: body(createBody) },
  responses: { 201: json('The mapping', mappingSchema), 400: bad, 404: gone },
})
const read = createRoute({
  method: 'get',
  path: `${base}/{mappingID}`,
  tags,
  summary: 'One mapping',
  request: one,
  responses: { 200: json('The mapping', mappingSchema), 404: gone },
})
const change = createRoute({
  method: 'patch',
  path: `${base}/{mappingID}`,
  tags,
  summary: 'Change a mapping',
  request: { ...one, body: body(changeBody) },
  responses: { 200: json('The mapping', mappingSchema), 400: bad, 404: gone, 409: clash },
})
const remove = createRoute({
  method: 'delete',
  path: `${base}/{mappingID}`,
  tags,
  summary: 'Forget a mapping',
  request: one,
  responses: { 204: { description: 'Forgotten' }, 400: bad, 404: gone, 409: clash },
})

const keys = columnKeys('m', { id: 'text', ledger_id: 'text', subject: 'text', name: 'text', modified_at: 'instant' })

function shown(mapping: Mapping): z.infer<typeof mappingSchema> {
  const parsed = csvMappingSchema.safeParse(mapping.mapping)
  return {
    id: mapping.id,
    ledger_id: mapping.ledgerId,
    subject: mapping.subject,
    name: mapping.name,
    signature: mapping.signature,
    mapping: mapping.mapping,
    description: parsed.success ? describeMapping(parsed.data) : [],
    answers: { ...mapping.answers },
    version: mapping.version,
    created_at: iso(mapping.createdAt),
    modified_at: iso(mapping.modifiedAt),
  }
}

/** `/v1/ledgers/mappings` (10.2). */
export function mappingRoutes(deps: { store: Store; ledgers: Ledgers; mappings: Mappings }) {
  const { store, ledgers, mappings } = deps
  const listIds = createTableList<{ id: string }, string>(store.db, {
    select: 'select m.id from csv_mappings m',
    from: 'from csv_mappings m',
    keys,
    usual: { sort: 'modified_at', order: 'desc', tieBreak: 'm.id' },
    toBody: ({ id }) => id,
  })
  return ledgerApi()
    .openapi(list, (c) => {
      const { ledger_id: reference, ...query } = c.req.valid('query')
      const user = c.var.user.id
      const ledger = reference === undefined ? null : ledgers.find(user, reference).id
      const scope = {
        sql: `m.user_id = ? and m.account_id is null${ledger === null ? '' : ' and m.ledger_id = ?'}`,
        params: ledger === null ? [user] : [user, ledger],
      }
      const { data, ...rest } = listIds(scope, query)
      return c.json({ ...rest, data: data.map((id) => shown(mappings.get(user, id))) }, 200)
    })
    .openapi(create, (c) => {
      const { ledger_id: reference, ...input } = c.req.valid('json')
      const ledgerId = ledgers.find(c.var.user.id, reference).id
      return c.json(versioned(c, shown(mappings.create(actorOf(c), { ...input, ledgerId }))), 201)
    })
    .openapi(read, (c) => c.json(versioned(c, shown(mappings.get(c.var.user.id, c.req.valid('param').mappingID))), 200))
    .openapi(change, (c) => {
      const { mappingID } = c.req.valid('param')
      const { version, name: called, mapping, answers: given } = c.req.valid('json')
      const before = mappings.get(c.var.user.id, mappingID)
      checkVersion(versionOf(c, version), before.version, () => shown(before))
      const changes = {
        ...(called === undefined ? {} : { name: called }),
        ...(mapping === undefined ? {} : { mapping }),
        ...(given === undefined ? {} : { answers: given }),
      }
      return c.json(versioned(c, shown(mappings.change(actorOf(c), mappingID, changes))), 200)
    })
    .openapi(remove, (c) => {
      const before = mappings.get(c.var.user.id, c.req.valid('param').mappingID)
      checkVersion(versionOf(c, undefined), before.version, () => shown(before))
      mappings.remove(actorOf(c), before.id)
      return c.body(null, 204)
    })
}
