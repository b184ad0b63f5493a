import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import { invalidRequest } from '../errors.ts'
import { actorOf, ledgerApi, ledgerFailures, versionOf } from '../http.ts'
import { listAnswerSchema, listQuerySchema, readFilter, readPage } from '../list-query.ts'
import { ledgerBody, ledgerChangeBody, ledgerInput, ledgerSchema, newLedgerBody } from './ledger-schemas.ts'
import type { Ledgers } from './ledgers.ts'
import type { Ledger } from './types.ts'

const tags = ['Ledgers']
const base = '/v1/ledgers'
const byId = { params: z.object({ id: z.string() }) }
const { 400: bad, 404: gone, 409: clash } = ledgerFailures

const listLedgers = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'The chart of accounts',
  request: { query: listQuerySchema },
  responses: { 200: json('Ledgers by code', listAnswerSchema(ledgerSchema)), 400: bad },
})
const createLedger = createRoute({
  method: 'post',
  path: base,
  tags,
  summary: 'Add a ledger',
  request: { body: body(newLedgerBody) },
  responses: { 201: json('The new ledger', ledgerSchema), 400: bad, 409: clash },
})
const getLedger = createRoute({
  method: 'get',
  path: `${base}/{id}`,
  tags,
  summary: 'One ledger by id, code or number',
  request: byId,
  responses: { 200: json('The ledger', ledgerSchema), 404: gone },
})
const changeLedger = createRoute({
  method: 'patch',
  path: `${base}/{id}`,
  tags,
  summary: 'Change a ledger',
  request: { ...byId, body: body(ledgerChangeBody) },
  responses: { 200: json('The ledger', ledgerSchema), 400: bad, 404: gone, 409: clash },
})
const removeLedger = createRoute({
  method: 'delete',
  path: `${base}/{id}`,
  tags,
  summary: 'Remove a ledger that nothing refers to',
  request: byId,
  responses: { 204: { description: 'Removed' }, 404: gone, 409: clash },
})

const ledgerKeys = [
  'id',
  'num_id',
  'code',
  'description',
  'type',
  'currency_code',
  'is_reconcilable',
  'active',
] as const
type LedgerBody = z.infer<typeof ledgerSchema>

/** A chart is small: its list is filtered and sorted here, by equality and `contains`. */
function listChart(rows: readonly LedgerBody[], query: z.infer<typeof listQuerySchema>) {
  const keys = Object.fromEntries(ledgerKeys.map((key) => [key, key])) as Record<string, keyof LedgerBody>
  const key = (name: string) => {
    const found = Object.hasOwn(keys, name) ? keys[name] : undefined
    if (found) return found
    throw invalidRequest(`Unknown field: ${name}`, { [name]: `must be one of ${ledgerKeys.join(', ')}` })
  }
  const wanted = Object.entries(readFilter(query)).map(([name, value]) => [key(name), value] as const)
  const holds = (row: LedgerBody) =>
    wanted.every(([name, value]) => {
      if (typeof value === 'object' && value !== null && 'contains' in value)
        return String(row[name]).toLowerCase().includes(String(value.contains).toLowerCase())
      return row[name] === value
    })
  const sort = key(query.sort ?? 'code')
  const sign = query.order === 'desc' ? -1 : 1
  return rows
    .filter(holds)
    .sort((a, b) => sign * String(a[sort]).localeCompare(String(b[sort]), 'en', { numeric: true }))
}

/** `/v1/ledgers` and `/v1/ledgers/{id}`: the chart (10.2). Registered last: `{id}` would take fixed words for an id. */
export function ledgerRoutes({ ledgers }: { readonly ledgers: Ledgers }) {
  const shown = (ledger: Ledger, chart: readonly Ledger[]) =>
    ledgerBody(
      ledger,
      ledgers.balance(ledger.id),
      chart.filter(({ parentId }) => parentId === ledger.id).map(({ id }) => id),
    )
  const one = (ledger: Ledger) => shown(ledger, ledgers.all(ledger.userId))

  return ledgerApi()
    .openapi(listLedgers, (c) => {
      const query = c.req.valid('query')
      const chart = ledgers.all(c.var.user.id)
      const rows = listChart(
        chart.map((ledger) => shown(ledger, chart)),
        query,
      )
      const { limit, offset } = readPage(query)
      const page = rows.slice(offset, offset + limit)
      const hasMore = offset + page.length < rows.length
      return c.json(
        { data: page, total: rows.length, total_unfiltered: chart.length, has_more: hasMore, keys: [...ledgerKeys] },
        200,
      )
    })
    .openapi(createLedger, (c) => {
      const input = c.req.valid('json')
      const ledger = ledgers.create(actorOf(c), {
        ...ledgerInput(input),
        code: input.code,
        type: input.type,
        currency: input.currency_code,
      })
      return c.json(one(ledger), 201)
    })
    .openapi(getLedger, (c) => c.json(one(ledgers.find(c.var.user.id, c.req.valid('param').id)), 200))
    .openapi(changeLedger, (c) => {
      const input = c.req.valid('json')
      const version = versionOf(c, input.version)
      return c.json(
        one(ledgers.change(actorOf(c), c.req.valid('param').id, ledgerInput(input), version, input.reason)),
        200,
      )
    })
    .openapi(removeLedger, (c) => {
      ledgers.remove(actorOf(c), c.req.valid('param').id)
      return c.body(null, 204)
    })
}
