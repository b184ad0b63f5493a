import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest } from '../errors.ts'
import {
  actorOf,
  checkVersion,
  type ExpectedVersions,
  ledgerApi,
  ledgerFailures,
  refusedBy,
  versioned,
  versionOf,
} from '../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { moneyInput, readMoney } from '../money.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { createTableList } from '../table-list.ts'
import type { createAcceptAll } from './accept-all.ts'
import { matchBody, matchSchema } from './present.ts'
import type { Matches } from './service.ts'
import type { Match, Treatment } from './types.ts'

const tags = ['Reconciliation matches']
const base = '/v1/ledgers/reconciliation'
const { 400: bad, 404: gone } = ledgerFailures
const ofRun = { params: z.object({ runID: z.string() }) }
const ofMatch = { params: z.object({ matchID: z.string() }) }
/** What stands in the way of every decision. */
const undecided = ['run_closed', 'run_busy', 'version_conflict'] as const
/** What a booking of a difference is refused by. */
const writingOff = ['direct_booking_forbidden', 'period_locked', 'ledger_inactive'] as const
const note = z.string().max(2000).nullable()
const version = z.number().int().optional()
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
    409: refusedBy('legs_not_open', 'run_closed', 'run_busy'),
    422: refusedBy('difference_not_treated', 'currency_differs', 'sign_differs', ...writingOff),
  },
})
const list = createRoute({
  method: 'get',
  path: `${base}/runs/{runID}/matches`,
  tags,
  summary: 'Matches of a run, best first',
  request: { ...ofRun, query: listQuerySchema.extend({ status: matchSchema.shape.status.optional() }) },
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
    body: { ...body(z.object({ difference_treatment: treatmentBody.optional(), version }).nullish()), required: false },
  },
  responses: {
    200: json('The match', matchSchema),
    400: bad,
    404: gone,
    409: refusedBy('legs_not_open', 'match_rejected', ...undecided),
    422: refusedBy('difference_not_treated', ...writingOff),
  },
})
const reject = createRoute({
  method: 'post',
  path: `${base}/matches/{matchID}/reject`,
  tags,
  summary: 'Reject a suggestion, or undo an accepted match',
  request: {
    ...ofMatch,
    body: {
      ...body(z.object({ reason: z.string().max(2000).nullable().optional(), version }).nullish()),
      required: false,
    },
  },
  responses: {
    200: json('The match', matchSchema),
    400: bad,
    404: gone,
    409: refusedBy('item_rest_closed', ...undecided),
    422: refusedBy('period_locked', 'ledger_inactive'),
  },
})
const offerAgain = createRoute({
  method: 'post',
  path: `${base}/matches/{matchID}/offer-again`,
  tags,
  summary: 'Offer a rejected match again',
  request: ofMatch,
  responses: {
    200: json('The match', matchSchema),
    400: bad,
    404: gone,
    409: refusedBy('match_accepted', 'legs_not_open', ...undecided),
  },
})
const setNote = createRoute({
  method: 'patch',
  path: `${base}/matches/{matchID}/note`,
  tags,
  summary: 'Change the note',
  request: { ...ofMatch, body: body(z.object({ note, version })) },
  responses: { 200: json('The match', matchSchema), 400: bad, 404: gone, 409: refusedBy(...undecided) },
})
const acceptAll = createRoute({
  method: 'post',
  path: `${base}/runs/{runID}/accept-all`,
  tags,
  summary: 'Accept many suggestions at once; what cannot be taken is named',
  request: {
    ...ofRun,
    body: body(
      z.object({
        min_band: z
          .enum(['strong', 'likely', 'possible'])
          .optional()
          .openapi({ description: 'strong unless ids are given' }),
        ids: z.array(z.string()).max(10_000).optional(),
      }),
    ),
  },
  responses: {
    200: json(
      'What was accepted, and what was refused',
      z.object({
        accepted: z.number().int(),
        ids: z.array(z.string()),
        refused: z.array(z.object({ match_id: z.string(), code: z.string(), message: z.string() })),
      }),
    ),
    400: bad,
    404: gone,
    409: refusedBy('run_closed', 'run_busy'),
  },
})

const keys = columnKeys('m', {
  id: 'text',
  status: 'text',
  origin: 'text',
  kind: 'text',
  band: 'text',
  score: 'number',
  difference: 'number',
  unattended: 'boolean',
  decided_by: 'text',
  decided_at: 'instant',
  created_at: 'instant',
})

export interface MatchRouteDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly matches: Matches
  readonly acceptAll: ReturnType<typeof createAcceptAll>
}

/** Matches of a run, and decisions on them (10.1). */
export function matchRoutes({ store, ledgers, runs, matches, acceptAll: acceptMany }: MatchRouteDeps) {
  const overrideOf = (run: Run) => ledgers.find(run.userId, run.ledgerId).precisionOverride
  const shown = (match: Match, userId: string) => {
    const run = runs.get(userId, match.runId)
    return matchBody(match, run.currency, overrideOf(run))
  }
  /** A decision that is in effect already is only repeated; any other must know the match as it is now. */
  function expectCurrent(userId: string, id: string, expected: ExpectedVersions, inEffect?: Match['status']): void {
    const match = matches.find(userId, id)
    if (match && match.status !== inEffect) checkVersion(expected, match.version, () => shown(match, userId))
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
      const override = overrideOf(run)
      const allocations = new Map(
        shares.map(([id, amount]) => [id, readMoney(amount, run.currency, 'allocations', override)]),
      )
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
      return c.json(versioned(c, shown(match, c.var.user.id)), isNew ? 201 : 200)
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
    .openapi(read, (c) =>
      c.json(versioned(c, shown(matches.get(c.var.user.id, c.req.valid('param').matchID), c.var.user.id)), 200),
    )
    .openapi(accept, (c) => {
      const { matchID } = c.req.valid('param')
      const input = c.req.valid('json')
      expectCurrent(c.var.user.id, matchID, versionOf(c, input?.version), 'accepted')
      const treatment = treatmentOf(input?.difference_treatment)
      return c.json(
        versioned(c, shown(matches.accept(actorOf(c), matchID, treatment ? { treatment } : {}), c.var.user.id)),
        200,
      )
    })
    .openapi(reject, (c) => {
      const { matchID } = c.req.valid('param')
      const input = c.req.valid('json')
      expectCurrent(c.var.user.id, matchID, versionOf(c, input?.version), 'rejected')
      return c.json(versioned(c, shown(matches.reject(actorOf(c), matchID, input?.reason ?? null), c.var.user.id)), 200)
    })
    .openapi(offerAgain, (c) => {
      const { matchID } = c.req.valid('param')
      expectCurrent(c.var.user.id, matchID, versionOf(c, undefined), 'suggested')
      return c.json(versioned(c, shown(matches.offerAgain(actorOf(c), matchID), c.var.user.id)), 200)
    })
    .openapi(setNote, (c) => {
      const { matchID } = c.req.valid('param')
      const input = c.req.valid('json')
      expectCurrent(c.var.user.id, matchID, versionOf(c, input.version))
      return c.json(versioned(c, shown(matches.setNote(actorOf(c), matchID, input.note), c.var.user.id)), 200)
    })
    .openapi(acceptAll, async (c) => {
      const { runID } = c.req.valid('param')
      const { min_band: minBand, ids } = c.req.valid('json')
      const done = await acceptMany(actorOf(c), runID, {
        minBand: minBand ?? (ids ? 'possible' : 'strong'),
        ids: ids ?? null,
      })
      const refused = done.refused.map(({ matchId, code, message }) => ({ match_id: matchId, code, message }))
      return c.json({ accepted: done.accepted.length, ids: [...done.accepted], refused }, 200)
    })
}
