import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest } from '../errors.ts'
import { actorOf, ledgerApi, ledgerFailures } from '../http.ts'
import { type ListKey, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { moneyInput, readMoney } from '../money.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { createTableList } from '../table-list.ts'
import { matchBody, matchSchema } from './present.ts'
import type { Matches } from './service.ts'
import type { Match, Treatment } from './types.ts'

const tags = ['Reconciliation matches']
const base = '/v1/ledgers/reconciliation'
const { 400: bad, 404: gone, 409: clash, 422: unprocessable } = ledgerFailures
const ofRun = { params: z.object({ runID: z.string() }) }
const ofMatch = { params: z.object({ matchID: z.string() }) }
const note = z.string().max(2000).nullable()
const treatmentBody = z
  .union([
    z.enum(['none', 'leave_open']).transform((kind) => ({ kind })),
    z.object({ kind: z.enum(['none', 'leave_open']) }),
    z.object({
      kind: z.literal('write_off'),
      ledger_id: z.union([z.string(), z.number()]).transform(String),
      reason: z.string().trim().min(1).max(200),
    }),
  ])
  .openapi({ type: 'object' })

const treatmentOf = (input: z.infer<typeof treatmentBody> | undefined): Treatment | undefined => {
  if (input === undefined) return undefined
  return input.kind === 'write_off' && 'ledger_id' in input
    ? { kind: 'write_off', ledgerId: input.ledger_id, reason: input.reason }
    : { kind: input.kind as 'none' | 'leave_open' }
}

const manualBody = z.object({
  source_entry_ids: z.array(z.string()).max(1000).default([]),
  ledger_entry_ids: z.array(z.string()).max(1000).default([]),
  note: note.optional(),
  allocations: z
    .union([z.record(z.string(), moneyInput), z.array(z.object({ id: z.string(), amount: moneyInput })).max(2000)])
    .optional()
    .openapi({ type: 'object', description: 'Entry id → signed share in minor units' }),
  difference_treatment: treatmentBody.optional(),
})

const manual = createRoute({
  method: 'post',
  path: `${base}/runs/{runID}/manual-match`,
  tags,
  summary: 'Match a selection by hand; accepted at once',
  request: { ...ofRun, body: body(manualBody) },
  responses: {
    200: json('The accepted match with exactly these legs', matchSchema),
    201: json('The new match', matchSchema),
    400: bad,
    404: gone,
    409: clash,
    422: unprocessable,
  },
})
const list = createRoute({
  method: 'get',
  path: `${base}/runs/{runID}/matches`,
  tags,
  summary: 'Matches of a run, best first',
  request: { ...ofRun, query: listQuerySchema.extend({ status: z.string().optional() }) },
  responses: { 200: json('Matches with their legs', listAnswerSchema(matchSchema)), 400: bad, 404: gone },
})
const read = createRoute({
  method: 'get',
  path: `${base}/matches/{matchID}`,
  tags,
  summary: 'One match',
  request: ofMatch,
  responses: { 200: json('The match', matchSchema), 404: gone },
})
const accept = createRoute({
  method: 'post',
  path: `${base}/matches/{matchID}/accept`,
  tags,
  summary: 'Accept a suggestion',
  request: {
    ...ofMatch,
    body: { ...body(z.object({ difference_treatment: treatmentBody.optional() }).nullish()), required: false },
  },
  responses: { 200: json('The match', matchSchema), 400: bad, 404: gone, 409: clash, 422: unprocessable },
})
const reject = createRoute({
  method: 'post',
  path: `${base}/matches/{matchID}/reject`,
  tags,
  summary: 'Reject a suggestion, or undo an accepted match',
  request: {
    ...ofMatch,
    body: { ...body(z.object({ reason: z.string().max(2000).nullable().optional() }).nullish()), required: false },
  },
  responses: { 200: json('The match', matchSchema), 400: bad, 404: gone, 409: clash },
})
const offerAgain = createRoute({
  method: 'post',
  path: `${base}/matches/{matchID}/offer-again`,
  tags,
  summary: 'Offer a rejected match again',
  request: ofMatch,
  responses: { 200: json('The match', matchSchema), 404: gone, 409: clash },
})
const setNote = createRoute({
  method: 'patch',
  path: `${base}/matches/{matchID}/note`,
  tags,
  summary: 'Change the note',
  request: { ...ofMatch, body: body(z.object({ note })) },
  responses: { 200: json('The match', matchSchema), 400: bad, 404: gone },
})

const keys = {
  id: { sql: 'm.id', kind: 'text' },
  status: { sql: 'm.status', kind: 'text' },
  origin: { sql: 'm.origin', kind: 'text' },
  kind: { sql: 'm.kind', kind: 'text' },
  band: { sql: 'm.band', kind: 'text' },
  score: { sql: 'm.score', kind: 'number' },
  difference: { sql: 'm.difference', kind: 'number' },
  unattended: { sql: 'm.unattended', kind: 'boolean' },
  decided_by: { sql: 'm.decided_by', kind: 'text' },
  decided_at: { sql: 'm.decided_at', kind: 'instant' },
  created_at: { sql: 'm.created_at', kind: 'instant' },
} as const satisfies Record<string, ListKey>

export interface MatchRouteDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly matches: Matches
}

/** Matches of a run, and decisions on them (10.1). */
export function matchRoutes({ store, ledgers, runs, matches }: MatchRouteDeps) {
  const overrideOf = (run: Run) => ledgers.find(run.userId, run.ledgerId).precisionOverride
  const shown = (match: Match, userId: string) => {
    const run = runs.get(userId, match.runId)
    return matchBody(match, run.currency, overrideOf(run))
  }
  const found = (userId: string) => (row: { id: string }) => shown(matches.get(userId, row.id), userId)
  const lists = new Map<string, ReturnType<typeof createTableList<{ id: string }, ReturnType<typeof shown>>>>()
  const listOf = (userId: string) => {
    const known = lists.get(userId)
    if (known) return known
    const made = createTableList<{ id: string }, ReturnType<typeof shown>>(store.db, {
      select: 'select m.id from ledger_matches m',
      from: 'from ledger_matches m',
      keys,
      usual: { sort: 'score', order: 'desc', tieBreak: 'm.id' },
      toBody: found(userId),
    })
    lists.set(userId, made)
    return made
  }

  return ledgerApi()
    .openapi(manual, (c) => {
      const { runID } = c.req.valid('param')
      const input = c.req.valid('json')
      const run = runs.get(c.var.user.id, runID)
      const shares = Array.isArray(input.allocations)
        ? input.allocations.map(({ id, amount }) => [id, amount] as const)
        : Object.entries(input.allocations ?? {})
      const allocations = new Map(shares.map(([id, amount]) => [id, readMoney(amount, run.currency, 'allocations')]))
      const chosen = new Set([...input.source_entry_ids, ...input.ledger_entry_ids])
      for (const id of allocations.keys())
        if (!chosen.has(id))
          throw invalidRequest('An allocation is for an entry that is not chosen', { allocations: id })
      const { match, isNew } = matches.manual(actorOf(c), runID, {
        sourceEntryIds: input.source_entry_ids,
        ledgerEntryIds: input.ledger_entry_ids,
        note: input.note,
        allocations,
        treatment: treatmentOf(input.difference_treatment) ?? { kind: 'none' },
      })
      return c.json(shown(match, c.var.user.id), isNew ? 201 : 200)
    })
    .openapi(list, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      const { status, ...query } = c.req.valid('query')
      const scope =
        status === undefined
          ? { sql: `m.run_id = ? and m.status <> 'staged'`, params: [run.id] }
          : { sql: 'm.run_id = ? and m.status = ?', params: [run.id, status] }
      return c.json(listOf(c.var.user.id)(scope, query), 200)
    })
    .openapi(read, (c) => c.json(shown(matches.get(c.var.user.id, c.req.valid('param').matchID), c.var.user.id), 200))
    .openapi(accept, (c) => {
      const treatment = treatmentOf(c.req.valid('json')?.difference_treatment)
      const match = matches.accept(actorOf(c), c.req.valid('param').matchID, treatment ? { treatment } : {})
      return c.json(shown(match, c.var.user.id), 200)
    })
    .openapi(reject, (c) => {
      const reason = c.req.valid('json')?.reason ?? null
      return c.json(shown(matches.reject(actorOf(c), c.req.valid('param').matchID, reason), c.var.user.id), 200)
    })
    .openapi(offerAgain, (c) =>
      c.json(shown(matches.offerAgain(actorOf(c), c.req.valid('param').matchID), c.var.user.id), 200),
    )
    .openapi(setNote, (c) =>
      c.json(
        shown(matches.setNote(actorOf(c), c.req.valid('param').matchID, c.req.valid('json').note), c.var.user.id),
        200,
      ),
    )
}
