import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import { iso } from '../../time.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { createTableList } from '../table-list.ts'
import type { TrailRow } from './chain.ts'
import { createSubjects } from './subjects.ts'

export type AuditEvent = z.infer<typeof auditEventSchema>
const auditEventSchema = z
  .object({
    seq: z.number().int(),
    at: z.string().openapi({ format: 'date-time' }),
    actor: z.string().openapi({ description: 'E-mail of the person, or "engine"' }),
    entity: z.string(),
    entity_id: z.string(),
    run_id: z.string().nullable(),
    action: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
    subject: z.string().nullable().openapi({
      description: 'What it is about where the record has ids only, looked up now; no part of the chain',
    }),
    previous_hash: z.string(),
    hash: z.string(),
  })
  .openapi('AuditEvent')

const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/audit',
  tags: ['Ledger audit'],
  summary: 'The trail of everything done in the books, newest first',
  request: {
    query: listQuerySchema.extend({
      entity: z.string().optional(),
      entity_id: z.string().optional(),
      run_id: z.string().optional(),
      ledger_id: z.string().optional().openapi({ description: 'The ledger, its runs and its bookings' }),
      action: z.string().optional(),
    }),
  },
  responses: { 200: json('Events', listAnswerSchema(auditEventSchema)), 400: ledgerFailures[400] },
})

const keys = columnKeys('a', {
  seq: 'number',
  at: 'instant',
  actor: 'text',
  entity: 'text',
  entity_id: 'text',
  run_id: 'text',
  action: 'text',
  reason: 'text',
})

/** The ledger itself, what was done in its runs, and bookings that touch it. */
const aboutLedger = `((a.entity = 'ledger' and a.entity_id = ?)
  or a.run_id in (select id from reconciliation_runs where ledger_id = ?)
  or (a.entity = 'ledger_transaction' and a.entity_id in (select transaction_id from ledger_entries where ledger_id = ?)))`

const stored = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

/** `GET /v1/ledgers/audit` (10.2): the user's own part of the trail. */
export function auditRoutes({ store }: { store: Store }) {
  const subjectOf = createSubjects(store)
  const listEvents = createTableList<TrailRow, z.infer<typeof auditEventSchema>>(store.db, {
    select: 'select a.* from audit_events a',
    from: 'from audit_events a',
    keys,
    usual: { sort: 'seq', order: 'desc', tieBreak: 'a.seq' },
    toBody: (row) => ({
      seq: row.seq,
      at: iso(row.at),
      actor: row.actor,
      entity: row.entity,
      entity_id: row.entity_id,
      run_id: row.run_id,
      action: row.action,
      before: stored(row.before),
      after: stored(row.after),
      reason: row.reason,
      subject: subjectOf(row),
      previous_hash: row.previous_hash,
      hash: row.hash,
    }),
  })
  return ledgerApi().openapi(list, (c) => {
    const { entity, entity_id, run_id, action, ledger_id: ledger, ...query } = c.req.valid('query')
    const wanted = Object.entries({ entity, entity_id, run_id, action }).filter(([, value]) => value !== undefined)
    const ofLedger = ledger === undefined ? [] : [aboutLedger]
    const scope = {
      sql: ['a.user_id = ?', ...wanted.map(([name]) => `a.${name} = ?`), ...ofLedger].join(' and '),
      params: [
        c.var.user.id,
        ...wanted.map(([, value]) => String(value)),
        ...ofLedger.flatMap(() => [ledger, ledger, ledger]),
      ].map(String),
    }
    return c.json(listEvents(scope, query), 200)
  })
}
