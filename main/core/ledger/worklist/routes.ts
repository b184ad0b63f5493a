import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { listQuerySchema, readPage } from '../list-query.ts'
import { money, moneySchema, precisionOf } from '../money.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { type QueueScope, queueGroups, sideGroups } from './queries.ts'
import type { Worklists } from './service.ts'

const group = z.enum([...queueGroups, ...sideGroups])
const rowSchema = z
  .object({
    kind: z.enum(['discrepancy', 'match', 'item', 'entry']),
    id: z.string(),
    group,
    date: z.string().nullable(),
    amount: moneySchema.nullable().openapi({ description: 'What is open; of a match, its statement side' }),
    name: z.string().nullable(),
    text: z.string().nullable().openapi({ description: 'Remittance or description; of a discrepancy, its type' }),
    score: z.number().int().nullable(),
    item_id: z.string().nullable(),
    note: z.string().nullable(),
    is_part: z.boolean().openapi({ description: 'Of a line that was divided by hand' }),
  })
  .openapi('WorklistRow')
export const worklistSchema = z
  .object({
    data: z.array(rowSchema),
    total: z.number().int(),
    has_more: z.boolean(),
    counts: z.record(z.enum(queueGroups), z.number().int()),
  })
  .openapi('Worklist')

const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/worklist',
  tags: ['Reconciliation runs'],
  summary: 'What needs a decision in a run, in one queue',
  request: {
    params: z.object({ runID: z.string() }),
    query: listQuerySchema.pick({ limit: true, offset: true }).extend({
      group: group.optional().openapi({ description: 'One group only; without it the whole queue' }),
      q: z.string().max(200).optional().openapi({ description: 'Words, or an amount in either sign' }),
    }),
  },
  responses: { 200: json('Rows and counts', worklistSchema), 400: ledgerFailures[400], 404: ledgerFailures[404] },
})

export interface WorklistDeps {
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly worklists: Pick<Worklists, 'page'>
  readonly context: (run: Run) => { readonly from: string; readonly to: string }
}

/** `GET …/runs/{runID}/worklist` (11.3). */
export const worklistRoutes = ({ ledgers, runs, worklists, context }: WorklistDeps) =>
  ledgerApi().openapi(list, async (c) => {
    const run = runs.get(c.var.user.id, c.req.valid('param').runID)
    const { group: wanted, q, ...query } = c.req.valid('query')
    const { limit, offset } = readPage(query)
    const override = ledgers.find(run.userId, run.ledgerId).precisionOverride
    const scope: QueueScope = {
      runId: run.id,
      family: ledgers.family(run.userId, run.ledgerId),
      ...context(run),
      precision: precisionOf(run.currency, override),
      q: q?.trim() ?? '',
    }
    const page = await worklists.page(run.userId, { scope, group: wanted ?? null, limit, offset })
    const data = page.rows.map(({ grp, day, amount, is_part: isPart, ...row }) => ({
      ...row,
      is_part: isPart === 1,
      group: grp,
      date: day,
      amount: amount === null ? null : money(amount, run.currency, override),
    }))
    return c.json({ data, total: page.total, has_more: offset + data.length < page.total, counts: page.counts }, 200)
  })
