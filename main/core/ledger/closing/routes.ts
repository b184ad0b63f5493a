import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, refusedBy, versioned, versionOf } from '../http.ts'
import { listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import { listRows, type RowKey } from '../row-list.ts'
import { runBody, runSchema } from '../runs/present.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { type StatementListRow, statementBody, statementRows, statementSchema } from '../sources/statement-list.ts'
import type { createEquation } from './equation.ts'
import type { Closings } from './service.ts'

const tags = ['Reconciliation closing']
const base = '/v1/ledgers/reconciliation/runs/{runID}'
const { 400: bad, 404: gone } = ledgerFailures
const one = { params: z.object({ runID: z.string() }) }
const version = z.number().int().optional()

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
            version,
          })
          .nullish(),
      ),
      required: false,
    },
  },
  responses: {
    200: json('The closed run', runSchema),
    400: bad,
    404: gone,
    409: refusedBy('run_not_closable', 'run_busy', 'version_conflict'),
  },
})
const reopen = createRoute({
  method: 'post',
  path: `${base}/reopen`,
  tags,
  summary: 'Reopen a closed run with a reason',
  request: { ...one, body: body(z.object({ reason: z.string().trim().min(1, 'is required').max(2000), version })) },
  responses: {
    200: json('The run', runSchema),
    400: bad,
    404: gone,
    409: refusedBy('later_run_closed', 'version_conflict'),
  },
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

const statementKeys = {
  id: { kind: 'text', of: ({ id }) => id },
  source_file_id: { kind: 'text', of: (row) => row.source_file_id },
  statement_ref: { kind: 'text', of: (row) => row.statement_ref },
  sequence_no: { kind: 'text', of: (row) => row.sequence_no },
  currency: { kind: 'text', of: ({ currency }) => currency },
  from_date: { kind: 'text', of: (row) => row.from_date },
  to_date: { kind: 'text', of: (row) => row.to_date },
  proof_status: { kind: 'text', of: (row) => row.proof_status },
} as const satisfies Record<string, RowKey<StatementListRow>>

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
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      if (run.status !== 'closed') checkVersion(versionOf(c, input?.version), run.version, () => shown(run))
      const closed = closings.close(actorOf(c), run.id, {
        statement: input?.statement ?? null,
        proofOverride: input?.proof_override ?? null,
      })
      return c.json(versioned(c, shown(closed)), 200)
    })
    .openapi(reopen, (c) => {
      const { reason, version: expected } = c.req.valid('json')
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      if (run.status === 'closed') checkVersion(versionOf(c, expected), run.version, () => shown(run))
      return c.json(versioned(c, shown(closings.reopen(actorOf(c), run.id, reason))), 200)
    })
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
      const override = precise(run)
      const list = listRows(rows.ofRun(run.id), c.req.valid('query'), statementKeys, (row) =>
        statementBody(row, override),
      )
      return c.json(list, 200)
    })
}
