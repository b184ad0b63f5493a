import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, ledgerApi, ledgerFailures, versioned } from '../http.ts'
import { itemBody, itemSchema } from '../items/present.ts'
import type { Runs } from '../runs/service.ts'
import type { ClosingProposals } from './proposals.ts'

const tags = ['Closing rules']
const base = '/v1/ledgers/reconciliation/runs/{runID}/closings'
const { 400: bad, 404: gone, 409: clash, 422: unprocessable } = ledgerFailures
const ofItem = { params: z.object({ runID: z.string(), itemID: z.string() }) }

const closingSchema = z
  .object({
    item: itemSchema,
    ledger_id: z.string(),
    reason: z.string(),
    rule_id: z.string().nullable().openapi({ description: 'Null for a transfer between own accounts' }),
  })
  .openapi('ProposedClosing')
const list = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'Closings that rules propose for what nothing matched',
  request: { params: z.object({ runID: z.string() }) },
  responses: { 200: json('Proposals', z.object({ data: z.array(closingSchema), total: z.number().int() })), 404: gone },
})
const accept = createRoute({
  method: 'post',
  path: `${base}/{itemID}/accept`,
  tags,
  summary: 'Close the item as proposed',
  request: ofItem,
  responses: { 200: json('The closed item', itemSchema), 400: bad, 404: gone, 409: clash, 422: unprocessable },
})
const reject = createRoute({
  method: 'post',
  path: `${base}/{itemID}/reject`,
  tags,
  summary: 'Do not offer this closing again; two rejections in ten switch its rule off',
  request: ofItem,
  responses: { 204: { description: 'Rejected' }, 404: gone, 409: clash },
})

/** Proposed closings of a run (6.6 passes 8 and 9, 6.8). */
export function proposalRoutes(deps: { runs: Runs; ledgers: Ledgers; proposals: ClosingProposals }) {
  const { runs, ledgers, proposals } = deps
  return ledgerApi()
    .openapi(list, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      const precision = ledgers.find(run.userId, run.ledgerId).precisionOverride
      const data = proposals.offered(run).map(({ item, ledgerId, reason, ruleId }) => ({
        item: itemBody(item, null, precision),
        ledger_id: ledgerId,
        reason,
        rule_id: ruleId,
      }))
      return c.json({ data, total: data.length }, 200)
    })
    .openapi(accept, (c) => {
      const { runID, itemID } = c.req.valid('param')
      const run = runs.get(c.var.user.id, runID)
      const item = proposals.accept(actorOf(c), run, itemID)
      return c.json(versioned(c, itemBody(item, null, ledgers.find(run.userId, run.ledgerId).precisionOverride)), 200)
    })
    .openapi(reject, (c) => {
      const { runID, itemID } = c.req.valid('param')
      proposals.reject(actorOf(c), runs.get(c.var.user.id, runID), itemID)
      return c.body(null, 204)
    })
}
