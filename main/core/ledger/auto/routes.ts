import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, ledgerApi, ledgerFailures, refusedBy } from '../http.ts'
import type { Runs } from '../runs/service.ts'
import type { AutoMatch } from './service.ts'

const { 400: bad, 404: gone } = ledgerFailures
const tags = ['Reconciliation matches']

const autoMatch = createRoute({
  method: 'post',
  path: '/v1/ledgers/reconciliation/runs/{runID}/auto-match',
  tags,
  summary: 'Propose matches for everything that is open',
  request: {
    params: z.object({ runID: z.string() }),
    body: {
      ...body(z.object({ include_rejected: z.boolean().optional(), dry_run: z.boolean().optional() }).nullish()),
      required: false,
    },
  },
  responses: {
    200: json(
      'What the pass found',
      z.object({
        matched: z.number().int(),
        suggested: z.number().int(),
        accepted: z.number().int(),
        unmatched_source: z.number().int(),
        unmatched_ledger: z.number().int(),
        truncated: z.boolean(),
      }),
    ),
    400: bad,
    404: gone,
    409: refusedBy('run_closed', 'run_busy', 'no_source_entries', 'work.cancelled'),
  },
})
const legacy = createRoute({
  method: 'post',
  path: '/v1/ledgers/{id}/reconcile',
  tags,
  deprecated: true,
  summary: 'Reconcile what is carried for a ledger (legacy)',
  request: {
    params: z.object({ id: z.string() }),
    body: { ...body(z.object({ note: z.string().max(500).nullable().optional() }).nullish()), required: false },
  },
  responses: {
    202: {
      ...json('The run that does it', z.object({ run_id: z.string() })),
      headers: z.object({ deprecation: z.string().openapi({ example: 'true' }) }),
    },
    400: bad,
    404: gone,
    409: refusedBy('run_busy'),
  },
})

/** Auto-match, and the legacy trigger over a whole ledger (10.1). */
export function autoRoutes({ ledgers, runs, auto }: { ledgers: Ledgers; runs: Runs; auto: AutoMatch }) {
  return ledgerApi()
    .openapi(autoMatch, async (c) => {
      const input = c.req.valid('json')
      const done = await auto.run(actorOf(c), c.req.valid('param').runID, {
        includeRejected: input?.include_rejected ?? false,
        dryRun: input?.dry_run ?? false,
      })
      return c.json(
        {
          matched: done.matched,
          suggested: done.suggested,
          accepted: done.accepted,
          unmatched_source: done.unmatchedSource,
          unmatched_ledger: done.unmatchedLedger,
          truncated: done.truncated,
        },
        200,
      )
    })
    .openapi(legacy, (c) => {
      const actor = actorOf(c)
      const ledger = ledgers.find(c.var.user.id, c.req.valid('param').id)
      const open = runs.openOf(ledger.id)
      if (open) runs.checkOpen(open)
      const note = c.req.valid('json')?.note ?? null
      const run = open ?? runs.create(actor, { ledger: ledger.id, mode: 'automatic', sourceType: 'upload', note }).run
      // Answered at once; how it went stands in the run.
      auto.run(actor, run.id, { includeRejected: false, dryRun: false }).catch(() => undefined)
      c.header('Deprecation', 'true')
      return c.json({ run_id: run.id }, 202)
    })
}
