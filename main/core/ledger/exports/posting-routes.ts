import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../../http/api.ts'
import type { createEntryList } from '../books/entry-list.ts'
import { entryBody, entrySchema } from '../books/journal-schemas.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { listAnswerSchema, listQuerySchema } from '../list-query.ts'
import type { Runs } from '../runs/service.ts'

const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/postings',
  tags: ['Reconciliation reports'],
  summary:
    'What closings, write-offs and create-and-match of the run booked, for the main accounting system; format=csv with columns and headers',
  request: { params: z.object({ runID: z.string() }), query: listQuerySchema },
  responses: {
    200: json('Ledger entries, oldest first', listAnswerSchema(entrySchema)),
    400: ledgerFailures[400],
    404: ledgerFailures[404],
  },
})

/** `GET runs/{runID}/postings` (12.6): what was posted for lines of the run, with the bookings that reversed it. */
export function postingRoutes(deps: { ledgers: Ledgers; runs: Runs; listEntries: ReturnType<typeof createEntryList> }) {
  const { ledgers, runs, listEntries } = deps
  const ofRun = `select id from ledger_transactions where user_id = ?
    and (source = 'closing_posting' or json_extract(metadata, '$.item_id') is not null)
    and json_extract(metadata, '$.run_id') = ?`
  return ledgerApi().openapi(list, (c) => {
    const run = runs.get(c.var.user.id, c.req.valid('param').runID)
    const override = ledgers.find(run.userId, run.ledgerId).precisionOverride
    const scope = {
      sql: `(e.transaction_id in (${ofRun}) or e.transaction_id in (
        select id from ledger_transactions where reference_id in (${ofRun})))`,
      params: [run.userId, run.id, run.userId, run.id],
    }
    const query = c.req.valid('query')
    const { data, ...rest } = listEntries(scope, { sort: 'timestamp', order: 'asc', ...query })
    return c.json({ ...rest, data: data.map((entry) => entryBody(entry, override)) }, 200)
  })
}
