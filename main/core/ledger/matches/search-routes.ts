import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import type { Clock } from '../../ports.ts'
import type { Workers } from '../../worker/workers.ts'
import { matchInputOf } from '../auto/match-input.ts'
import { entryBody, entrySchema } from '../books/journal-schemas.ts'
import type { Journals } from '../books/journals.ts'
import type { Ledgers } from '../books/ledgers.ts'
import type { Entry } from '../books/types.ts'
import type { Candidate } from '../engine/explain.ts'
import type { SumAnswer } from '../engine/find-sums.ts'
import { invalidRequest, refused } from '../errors.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import type { Items } from '../items/service.ts'
import { money, moneyInput, moneySchema, readMoney } from '../money.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import type { ExplainInput, SumInput } from './search-tasks.ts'

const tags = ['Reconciliation matches']
const base = '/v1/ledgers/reconciliation'
const { 400: bad, 404: gone, 409: clash } = ledgerFailures

export const candidateSchema = z
  .object({
    entry: entrySchema,
    score: z.number().int(),
    band: z.enum(['strong', 'likely', 'possible']).nullable().openapi({ description: 'Null below the threshold' }),
    reasons: z.array(
      z.object({
        code: z.string(),
        points: z.number().int(),
        text: z.string(),
        evidence: z.record(z.string(), z.unknown()),
      }),
    ),
    why_not: z.array(z.object({ code: z.string(), text: z.string() })),
  })
  .openapi('MatchCandidate')

const candidates = createRoute({
  method: 'get',
  path: `${base}/items/{itemID}/candidates`,
  tags,
  summary: 'Entries that come nearest to an item, explained, those below the threshold too',
  request: {
    params: z.object({ itemID: z.string() }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  },
  responses: { 200: json('Candidates, best first', z.object({ data: z.array(candidateSchema) })), 400: bad, 404: gone },
})
const sumSearch = createRoute({
  method: 'post',
  path: `${base}/runs/{runID}/sum-search`,
  tags,
  summary: 'Find lines of one side that sum to lines of the other, or to an amount',
  request: {
    params: z.object({ runID: z.string() }),
    body: body(
      z.object({
        side: z.enum(['source', 'ledger']).openapi({ description: 'The side that is searched' }),
        entry_ids: z
          .array(z.string())
          .max(1000)
          .default([])
          .openapi({ description: 'Lines of the other side whose sum is looked for' }),
        amount: moneyInput.optional().openapi({ description: 'Signed; used when no lines are named' }),
        max_size: z.number().int().min(2).max(12).default(6),
      }),
    ),
  },
  responses: {
    200: json(
      'Groups, smallest first',
      z.object({
        groups: z.array(z.object({ ids: z.array(z.string()), difference: moneySchema })),
        chance: z.number().openapi({ description: 'Groups that chance alone would make' }),
        was_cut_short: z.boolean().openapi({ description: 'Only the nearest in time were combined' }),
        is_complete: z.boolean().openapi({ description: 'False: the step limit ended the search' }),
      }),
    ),
    400: bad,
    404: gone,
    409: clash,
  },
})

const candidateBody = (
  { reasons, whyNot, score, band }: Candidate,
  entry: Entry,
  precision: number | null,
): z.infer<typeof candidateSchema> => ({
  entry: entryBody(entry, precision),
  score,
  band,
  reasons: reasons.map((reason) => ({ ...reason, evidence: { ...reason.evidence } })),
  why_not: whyNot.map((reason) => ({ ...reason })),
})

export interface SearchRouteDeps {
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly items: Items
  readonly journals: Journals
  readonly workers: Workers
  readonly now: Clock
}

/** What a person asks while matching by hand: candidates with reasons, and sums (6.7, 10.2). */
export function searchRoutes({ ledgers, runs, items, journals, workers, now }: SearchRouteDeps) {
  // Rejected pairs are told as such, by the engine.
  const inputOf = (run: Run) =>
    matchInputOf(ledgers, run, { includeRejected: false, dryRun: true, actor: run.createdBy, at: now() })
  return ledgerApi()
    .openapi(candidates, async (c) => {
      const user = c.var.user.id
      const item = items.get(user, c.req.valid('param').itemID)
      const run = runs.get(user, item.runId)
      const precision = ledgers.find(user, run.ledgerId).precisionOverride
      const input: ExplainInput = { match: inputOf(run), itemId: item.id, limit: c.req.valid('query').limit }
      const found = await workers.run<readonly Candidate[]>('ledger.candidates', input, { signal: c.req.raw.signal })
      const data = found.map((one) => candidateBody(one, journals.entry(user, one.entryId), precision))
      return c.json({ data }, 200)
    })
    .openapi(sumSearch, async (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      const { side, entry_ids: entryIds, amount, max_size: maxSize } = c.req.valid('json')
      const { precisionOverride } = ledgers.find(run.userId, run.ledgerId)
      const minor = amount === undefined ? 0 : readMoney(amount, run.currency, 'amount', precisionOverride)
      if (entryIds.length === 0 && minor === 0)
        throw invalidRequest('Say which lines, or which amount, is looked for', {
          amount: 'is required without entry_ids, and not zero',
        })
      const input: SumInput = { match: inputOf(run), question: { side, entryIds, amount: minor, maxSize } }
      const found = await workers.run<SumAnswer | null>('ledger.sums', input, { signal: c.req.raw.signal })
      if (found === null)
        throw refused('legs_not_open', 'A line that was asked about has nothing open in this run.', {
          entry_ids: entryIds,
        })
      const precision = ledgers.find(run.userId, run.ledgerId).precisionOverride
      return c.json(
        {
          groups: found.groups.map(({ ids, difference }) => ({
            ids: [...ids],
            difference: money(difference, run.currency, precision),
          })),
          chance: found.chance,
          was_cut_short: found.wasCutShort,
          is_complete: found.isComplete,
        },
        200,
      )
    })
}
