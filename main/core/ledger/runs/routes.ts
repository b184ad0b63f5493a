import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, refusedBy, versioned, versionOf } from '../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import type { MovementSource } from '../movements/service.ts'
import { createTableList } from '../table-list.ts'
import { runBody, runSchema } from './present.ts'
import { type RunRow, toRun } from './run-queries.ts'
import type { NewRun, Runs } from './service.ts'
import type { Run } from './types.ts'

const tags = ['Reconciliation runs']
const base = '/v1/ledgers/reconciliation/runs'
const { 400: bad, 404: gone } = ledgerFailures
const one = { params: z.object({ runID: z.string() }) }
const note = z.string().max(500, 'must have at most 500 characters').nullable()

const createBody = z.object({
  ledger_id: z.union([z.string(), z.number()]).transform(String).openapi({ description: 'Id, code or number' }),
  mode: z.enum(['manual', 'automatic']).default('manual'),
  source_type: z.enum(['upload', 'movements']).default('upload'),
  idempotency_key: z.string().min(1).max(200).nullable().optional(),
  note: note.optional(),
  account_id: z.string().nullable().optional().openapi({ description: 'The bank account of a run over movements' }),
  period_from: z.iso.date().nullable().optional(),
  period_to: z.iso.date().nullable().optional(),
})

const create = createRoute({
  method: 'post',
  path: base,
  tags,
  summary: 'Create a run',
  request: { body: body(createBody) },
  responses: {
    200: json('The run that this idempotency key created', runSchema),
    201: json('The new run', runSchema),
    400: bad,
    404: gone,
    409: refusedBy('idempotency_key_reused'),
  },
})
const list = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'Runs, newest first',
  request: {
    query: listQuerySchema.extend({ ledger_id: z.string().optional(), status: runSchema.shape.status.optional() }),
  },
  responses: { 200: json('Runs', listAnswerSchema(runSchema)), 400: bad, 404: gone },
})
const read = createRoute({
  method: 'get',
  path: `${base}/{runID}`,
  tags,
  summary: 'One run',
  request: one,
  responses: { 200: json('The run', runSchema), 404: gone },
})
const setNote = createRoute({
  method: 'patch',
  path: `${base}/{runID}`,
  tags,
  summary: 'Change the note, which doubles as the name',
  request: { ...one, body: body(z.object({ note, version: z.number().int().optional() })) },
  responses: {
    200: json('The run', runSchema),
    400: bad,
    404: gone,
    409: refusedBy('run_closed', 'version_conflict'),
  },
})
const remove = createRoute({
  method: 'delete',
  path: `${base}/{runID}`,
  tags,
  summary: 'Delete a run; force=true undoes its decisions first',
  request: { ...one, query: z.object({ force: z.enum(['true', 'false']).optional() }) },
  responses: {
    204: { description: 'Deleted' },
    400: bad,
    404: gone,
    409: refusedBy('run_has_decisions', 'run_closed', 'run_busy', 'version_conflict'),
  },
})

const keys = {
  ...columnKeys('r', {
    id: 'text',
    ledger_id: 'text',
    mode: 'text',
    source_type: 'text',
    status: 'text',
    note: 'text',
    period_from: 'text',
    period_to: 'text',
    proof_status: 'text',
    created_at: 'instant',
    closed_at: 'instant',
    closing_balance: 'number',
  }),
  ledger_code: { sql: '(select code from ledgers where id = r.ledger_id)', kind: 'text' },
} as const

export interface RunRouteDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly movements: MovementSource
  /** A new run has its lines; in automatic mode they are matched in the background. */
  readonly onFilled: (actor: ReturnType<typeof actorOf>, run: Run) => void
  /** Deletes the run; undoes its decisions first where `force` says so. */
  readonly removeRun: (actor: ReturnType<typeof actorOf>, runId: string, force: boolean) => Promise<void>
}

/** `/v1/ledgers/reconciliation/runs` (10.1). */
export function runRoutes({ store, ledgers, runs, movements, onFilled, removeRun }: RunRouteDeps) {
  const shown = (run: Run) =>
    runBody(run, runs.counts(run.id), ledgers.find(run.userId, run.ledgerId).precisionOverride)
  const listRuns = createTableList<RunRow, ReturnType<typeof shown>>(store.db, {
    select: 'select r.* from reconciliation_runs r',
    from: 'from reconciliation_runs r',
    keys,
    usual: { sort: 'created_at', order: 'desc', tieBreak: 'r.rowid' },
    toBody: (row) => shown(toRun(row)),
  })
  return ledgerApi()
    .openapi(create, async (c) => {
      const input = c.req.valid('json')
      const actor = actorOf(c)
      const wanted: NewRun = {
        ledger: input.ledger_id,
        mode: input.mode,
        sourceType: input.source_type,
        idempotencyKey: input.idempotency_key,
        note: input.note,
        accountId: input.account_id,
        periodFrom: input.period_from,
        periodTo: input.period_to,
      }
      const isOverMovements = input.source_type === 'movements'
      if (isOverMovements) movements.check(actor.userId, wanted)
      const { run, isNew } = store.write(() => {
        const made = runs.create(actor, wanted)
        if (made.isNew && isOverMovements) movements.begin(actor, made.run.id)
        return made
      })
      if (isNew && isOverMovements) {
        await movements.take(actor, run.id)
        onFilled(actor, run)
      }
      return c.json(versioned(c, shown(runs.get(actor.userId, run.id))), isNew ? 201 : 200)
    })
    .openapi(list, (c) => {
      const { ledger_id: ledger, status, ...query } = c.req.valid('query')
      const user = c.var.user.id
      const conditions: [string, string][] = [['r.user_id = ?', user]]
      if (ledger !== undefined) conditions.push(['r.ledger_id = ?', ledgers.find(user, ledger).id])
      if (status !== undefined) conditions.push(['r.status = ?', status])
      const scope = { sql: conditions.map(([sql]) => sql).join(' and '), params: conditions.map(([, value]) => value) }
      return c.json(listRuns(scope, query), 200)
    })
    .openapi(read, (c) => c.json(versioned(c, shown(runs.get(c.var.user.id, c.req.valid('param').runID))), 200))
    .openapi(setNote, (c) => {
      const { note: text, version } = c.req.valid('json')
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      if (run.status !== 'closed' && run.note !== text)
        checkVersion(versionOf(c, version), run.version, () => shown(run))
      return c.json(versioned(c, shown(runs.setNote(actorOf(c), run.id, text))), 200)
    })
    .openapi(remove, async (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      checkVersion(versionOf(c, undefined), run.version, () => shown(run))
      await removeRun(actorOf(c), run.id, c.req.valid('query').force === 'true')
      return c.body(null, 204)
    })
}
