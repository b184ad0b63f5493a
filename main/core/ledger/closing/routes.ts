import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, ledgerApi, ledgerFailures } from '../http.ts'
import { listAnswerSchema, listQuerySchema, readPage } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import { runBody, runSchema } from '../runs/present.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { statementBody, statementRows, statementSchema } from '../sources/statement-list.ts'
import type { createEquation } from './equation.ts'
import type { Closings } from './service.ts'

const tags = ['Reconciliation closing']
const base = '/v1/ledgers/reconciliation/runs/{runID}'
const { 400: bad, 404: gone, 409: clash } = ledgerFailures
const one = { params: z.object({ runID: z.string() }) }

const close = createRoute({
  method: 'post',
  path: `${base}/close`,
  tags,
  summary: 'Close the run',
  request: {
    ...one,
    body: {
      ...body(
        z
          .object({
            statement: z.string().max(2000).nullable().optional(),
            proof_override: z.string().trim().min(1).max(2000).nullable().optional(),
          })
          .nullish(),
      ),
      required: false,
    },
  },
  responses: { 200: json('The closed run', runSchema), 400: bad, 404: gone, 409: clash },
})
const reopen = createRoute({
  method: 'post',
  path: `${base}/reopen`,
  tags,
  summary: 'Reopen a closed run with a reason',
  request: { ...one, body: body(z.object({ reason: z.string().trim().min(1, 'is required').max(2000) })) },
  responses: { 200: json('The run', runSchema), 400: bad, 404: gone, 409: clash },
})
export const proofSchema = z.object({
  run_id: z.string(),
  proof_status: z.enum(['proved', 'not_proved', 'not_provable']).nullable(),
  proof_difference: moneySchema.nullable(),
  proof_override: z.string().nullable(),
  statements: z.array(statementSchema),
  equation: z.object({
    as_of: z.string(),
    statement_closing: moneySchema.nullable(),
    ledger_only: moneySchema,
    statement_only: moneySchema,
    ledger_balance: moneySchema,
    difference: moneySchema.nullable(),
  }),
  closable: z.boolean(),
  obstacles: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      count: z.number().int().optional(),
      amount: moneySchema.optional(),
    }),
  ),
})
const proof = createRoute({
  method: 'get',
  path: `${base}/proof`,
  tags,
  summary: 'Whether the statements prove and the books agree, and what stands in the way of closing',
  request: { ...one, query: z.object({ as_of: z.iso.date('must be a day, YYYY-MM-DD').optional() }) },
  responses: { 200: json('The proof', proofSchema), 400: bad, 404: gone },
})
const statements = createRoute({
  method: 'get',
  path: `${base}/statements`,
  tags,
  summary: 'Statements of the run in order of time',
  request: { ...one, query: listQuerySchema },
  responses: { 200: json('Statements', listAnswerSchema(statementSchema)), 400: bad, 404: gone },
})

export interface ClosingRouteDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly closings: Closings
  readonly equation: ReturnType<typeof createEquation>
}

/** Proof, closing and reopening of a run (10.2). */
export function closingRoutes({ store, ledgers, runs, closings, equation }: ClosingRouteDeps) {
  const rows = statementRows(store.db)
  const precise = (run: Run) => ledgers.find(run.userId, run.ledgerId).precisionOverride
  const shown = (run: Run) => runBody(run, runs.counts(run.id), precise(run))

  return ledgerApi()
    .openapi(close, (c) => {
      const input = c.req.valid('json')
      const run = closings.close(actorOf(c), c.req.valid('param').runID, {
        statement: input?.statement ?? null,
        proofOverride: input?.proof_override ?? null,
      })
      return c.json(shown(run), 200)
    })
    .openapi(reopen, (c) =>
      c.json(shown(closings.reopen(actorOf(c), c.req.valid('param').runID, c.req.valid('json').reason)), 200),
    )
    .openapi(proof, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      const sums = equation(run, c.req.valid('query').as_of)
      const obstacles = closings.obstacles(run)
      const amount = (minor: number) => money(minor, run.currency, precise(run))
      const optional = (minor: number | null) => (minor === null ? null : amount(minor))
      return c.json(
        {
          run_id: run.id,
          proof_status: run.proofStatus,
          proof_difference: optional(run.proofDifference),
          proof_override: run.proofOverride,
          statements: rows.ofRun(run.id).map((row) => statementBody(row, precise(run))),
          equation: {
            as_of: sums.asOf,
            statement_closing: optional(sums.statementClosing),
            ledger_only: amount(sums.ledgerOnly),
            statement_only: amount(sums.statementOnly),
            ledger_balance: amount(sums.ledgerBalance),
            difference: optional(sums.difference),
          },
          closable: obstacles.length === 0 && run.status === 'completed',
          obstacles: obstacles.map(({ amount: minor, ...obstacle }) => ({
            ...obstacle,
            ...(minor === undefined ? {} : { amount: amount(minor) }),
          })),
        },
        200,
      )
    })
    .openapi(statements, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      const { limit, offset } = readPage(c.req.valid('query'))
      const all = rows.ofRun(run.id)
      const data = all.slice(offset, offset + limit).map((row) => statementBody(row, precise(run)))
      const hasMore = offset + data.length < all.length
      return c.json({ data, total: all.length, total_unfiltered: all.length, has_more: hasMore, keys: [] }, 200)
    })
}
