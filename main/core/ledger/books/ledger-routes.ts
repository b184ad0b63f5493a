import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, refusedBy, versioned, versionOf } from '../http.ts'
import { listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { listRows } from '../row-list.ts'
import { chartKeys } from './chart-keys.ts'
import { ledgerBody, ledgerChangeBody, ledgerInput, ledgerSchema, newLedgerBody } from './ledger-schemas.ts'
import type { Ledgers } from './ledgers.ts'
import type { Ledger } from './types.ts'

const tags = ['Ledgers']
const base = '/v1/ledgers'
const byId = { params: z.object({ id: z.string() }) }
const { 400: bad, 404: gone } = ledgerFailures

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
  responses: { 201: json('The new ledger', ledgerSchema), 400: bad, 409: refusedBy('code_taken') },
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
  responses: {
    200: json('The ledger', ledgerSchema),
    400: bad,
    404: gone,
    409: refusedBy('code_taken', 'ledger_in_use', 'version_conflict'),
  },
})
const removeLedger = createRoute({
  method: 'delete',
  path: `${base}/{id}`,
  tags,
  summary: 'Remove a ledger that nothing refers to',
  request: byId,
  responses: {
    204: { description: 'Removed' },
    400: bad,
    404: gone,
    409: refusedBy('ledger_in_use', 'version_conflict'),
  },
})

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
      const chart = ledgers.all(c.var.user.id)
      const query = { ...c.req.valid('query') }
      query.sort ??= 'code'
      return c.json(
        listRows(chart, query, chartKeys, (ledger) => shown(ledger, chart)),
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
      return c.json(versioned(c, one(ledger)), 201)
    })
    .openapi(getLedger, (c) => c.json(versioned(c, one(ledgers.find(c.var.user.id, c.req.valid('param').id))), 200))
    .openapi(changeLedger, (c) => {
      const input = c.req.valid('json')
      const before = ledgers.find(c.var.user.id, c.req.valid('param').id)
      checkVersion(versionOf(c, input.version), before.version, () => one(before))
      return c.json(versioned(c, one(ledgers.change(actorOf(c), before.id, ledgerInput(input), input.reason))), 200)
    })
    .openapi(removeLedger, (c) => {
      const before = ledgers.find(c.var.user.id, c.req.valid('param').id)
      checkVersion(versionOf(c, undefined), before.version, () => one(before))
      ledgers.remove(actorOf(c), before.id)
      return c.body(null, 204)
    })
}
