import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import { iso, isoOrNull } from '../../time.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, refusedBy, versioned, versionOf } from '../http.ts'
import { columnKeys, type ListKey, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import type { Runs } from '../runs/service.ts'
import { createTableList } from '../table-list.ts'
import type { Discrepancies, DiscrepancyRow } from './service.ts'
import { wordsOf } from './words.ts'

const tags = ['Reconciliation discrepancies']
const base = '/v1/ledgers/reconciliation'
const { 400: bad, 404: gone } = ledgerFailures
const instant = z.string().openapi({ format: 'date-time' })
const severity = z.enum(['info', 'warning', 'critical'])
const status = z.enum(['open', 'in_review', 'closed'])
const closedReason = z.enum(['resolved', 'accepted_as_is', 'false_alarm', 'superseded'])

export const discrepancySchema = z
  .object({
    id: z.string(),
    run_id: z.string(),
    statement_id: z.string().nullable(),
    source_entry_id: z.string().nullable(),
    ledger_entry_id: z.string().nullable(),
    match_id: z.string().nullable(),
    type: z.string(),
    severity,
    status,
    amount: moneySchema.nullable(),
    subject_date: z.string().nullable().openapi({ description: 'Booking date of the line or entry it is about' }),
    subject_name: z.string().nullable().openapi({ description: 'What that line or entry is called' }),
    title: z.string(),
    explanation: z.string(),
    suggested_action: z.string(),
    facts: z.record(z.string(), z.unknown()),
    assignee: z.string().nullable(),
    note: z.string().nullable(),
    opened_at: instant,
    closed_at: instant.nullable(),
    closed_reason: closedReason.nullable(),
    closed_by: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('Discrepancy')

/** Of the line or entry that a discrepancy is about; only lists read it. */
interface Subject {
  readonly subject_date?: string | null
  readonly subject_name?: string | null
}

function discrepancyBody(row: DiscrepancyRow & Subject): z.infer<typeof discrepancySchema> {
  const words = wordsOf(row.type)
  return {
    id: row.id,
    run_id: row.run_id,
    statement_id: row.statement_id,
    source_entry_id: row.source_entry_id,
    ledger_entry_id: row.ledger_entry_id,
    match_id: row.match_id,
    type: row.type,
    severity: row.severity,
    status: row.status,
    amount: row.amount === null || row.currency === null ? null : money(row.amount, row.currency),
    subject_date: row.subject_date ?? null,
    subject_name: row.subject_name ?? null,
    title: words.title,
    explanation: words.explanation,
    suggested_action: words.suggestedAction,
    facts: JSON.parse(row.facts) as Record<string, unknown>,
    assignee: row.assignee,
    note: row.note,
    opened_at: iso(row.opened_at),
    closed_at: isoOrNull(row.closed_at),
    closed_reason: row.closed_reason as z.infer<typeof closedReason> | null,
    closed_by: row.closed_by,
    version: row.version,
  }
}

const list = createRoute({
  method: 'get',
  path: `${base}/runs/{runID}/discrepancies`,
  tags,
  summary: 'Discrepancies of a run, critical first',
  request: {
    params: z.object({ runID: z.string() }),
    query: listQuerySchema.extend({
      severity: severity.optional(),
      status: status.optional(),
      type: z.string().optional(),
    }),
  },
  responses: { 200: json('Discrepancies', listAnswerSchema(discrepancySchema)), 400: bad, 404: gone },
})
const read = createRoute({
  method: 'get',
  path: `${base}/discrepancies/{id}`,
  tags,
  summary: 'One discrepancy',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json('The discrepancy', discrepancySchema), 404: gone },
})
const change = createRoute({
  method: 'patch',
  path: `${base}/discrepancies/{id}`,
  tags,
  summary: 'Review, note, assign or close a discrepancy',
  request: {
    params: z.object({ id: z.string() }),
    body: body(
      z.object({
        status: status.optional(),
        note: z.string().max(2000).nullable().optional(),
        assignee: z.string().max(200).nullable().optional(),
        closed_reason: closedReason.optional(),
        version: z.number().int().optional(),
      }),
    ),
  },
  responses: {
    200: json('The discrepancy', discrepancySchema),
    400: bad,
    404: gone,
    409: refusedBy('run_closed', 'version_conflict'),
  },
})

const rank = `case d.severity when 'critical' then 0 when 'warning' then 1 else 2 end`
const keys = {
  ...columnKeys('d', { id: 'text', type: 'text', severity: 'text' }),
  severity_rank: { sql: rank, kind: 'number' },
  ...columnKeys('d', {
    status: 'text',
    amount: 'number',
    source_entry_id: 'text',
    ledger_entry_id: 'text',
    match_id: 'text',
    assignee: 'text',
    opened_at: 'instant',
  }),
} as const satisfies Record<string, ListKey>

/** Discrepancies (10.1, 10.2). */
export function discrepancyRoutes(deps: { store: Store; runs: Runs; discrepancies: Discrepancies }) {
  const { store, runs, discrepancies } = deps
  const listRows = createTableList<DiscrepancyRow, z.infer<typeof discrepancySchema>>(store.db, {
    select: `select d.*, coalesce(i.booking_date, e.booking_date) as subject_date,
        coalesce(i.counterparty_name, e.counterparty_name, i.remittance_text, e.description) as subject_name
      from discrepancies d left join source_entries i on i.id = d.source_entry_id
        left join ledger_entries e on e.id = d.ledger_entry_id`,
    from: 'from discrepancies d',
    keys,
    usual: { sort: 'severity_rank', order: 'asc', tieBreak: 'd.opened_at, d.id' },
    toBody: discrepancyBody,
  })
  return ledgerApi()
    .openapi(list, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      const { severity: wanted, status: state, type, ...query } = c.req.valid('query')
      const limits = Object.entries({ severity: wanted, status: state, type }).filter(
        ([, value]) => value !== undefined,
      )
      const scope = {
        sql: ['d.run_id = ?', ...limits.map(([name]) => `d.${name} = ?`)].join(' and '),
        params: [run.id, ...limits.map(([, value]) => String(value))],
      }
      return c.json(listRows(scope, query), 200)
    })
    .openapi(read, (c) =>
      c.json(versioned(c, discrepancyBody(discrepancies.get(c.var.user.id, c.req.valid('param').id))), 200),
    )
    .openapi(change, (c) => {
      const { version, closed_reason: reason, ...input } = c.req.valid('json')
      const before = discrepancies.get(c.var.user.id, c.req.valid('param').id)
      const run = runs.get(c.var.user.id, before.run_id)
      if (run.status === 'closed') runs.checkOpen(run)
      checkVersion(versionOf(c, version), before.version, () => discrepancyBody(before))
      const row = discrepancies.change(actorOf(c), before.id, { ...input, closedReason: reason })
      return c.json(versioned(c, discrepancyBody(row)), 200)
    })
}
