import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { notFound } from '../errors.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { listQuerySchema, readPage } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'

const lineSchema = z
  .object({
    id: z.string(),
    booking_date: z.string(),
    value_date: z.string().nullable(),
    name: z.string().nullable(),
    text: z.string().nullable(),
    amount: moneySchema.nullable(),
    balance: moneySchema.nullable().openapi({ description: 'After this line; null without an opening balance' }),
    bank_status: z.enum(['booked', 'pending', 'info', 'future']),
    match_status: z.enum(['unmatched', 'matched', 'partial', 'closed']),
    closed_reason: z.string().nullable(),
    proposal: z
      .object({ match_id: z.string(), score: z.number().int() })
      .nullable()
      .openapi({ description: 'The best proposal that waits for a decision, of the line or of a part of it' }),
  })
  .openapi('StatementLine')
export const statementLinesSchema = z.object({
  data: z.array(lineSchema),
  total: z.number().int(),
  has_more: z.boolean(),
  credits: moneySchema,
  debits: moneySchema,
})

const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/statements/{statementID}/lines',
  tags: ['Reconciliation closing'],
  summary: 'A statement as the bank printed it, with its running balance and the status of each line',
  request: {
    params: z.object({ runID: z.string(), statementID: z.string() }),
    query: listQuerySchema.pick({ limit: true, offset: true }),
  },
  responses: { 200: json('Lines', statementLinesSchema), 400: ledgerFailures[400], 404: ledgerFailures[404] },
})
const listLoose = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/lines',
  tags: ['Reconciliation closing'],
  summary: 'Lines of a run that came without a statement, as movements of a bank account do, with the status of each',
  request: { params: z.object({ runID: z.string() }), query: listQuerySchema.pick({ limit: true, offset: true }) },
  responses: { 200: json('Lines', statementLinesSchema), 400: ledgerFailures[400], 404: ledgerFailures[404] },
})

interface LineRow {
  readonly id: string
  readonly booking_date: string
  readonly value_date: string | null
  readonly name: string | null
  readonly text: string | null
  readonly amount: number | null
  readonly running: number
  readonly bank_status: 'booked' | 'pending' | 'info' | 'future'
  readonly match_status: 'unmatched' | 'matched' | 'partial' | 'closed'
  readonly closed_reason: string | null
  readonly match_id: string | null
  readonly score: number | null
}
interface Totals {
  readonly n: number
  readonly credits: number
  readonly debits: number
}

const scopes = {
  statement: 'from items where statement_id = ? and parent_entry_id is null',
  loose: 'from items where run_id = ? and statement_id is null and parent_entry_id is null',
} as const
const booked = `case bank_status when 'booked' then amount else 0 end`

/** The proposal of a line with the most points, its own or that of a part of it. */
const best = (what: string) => `(select ${what} from match_legs g join ledger_matches m on m.id = g.match_id
  where m.status = 'suggested' and g.source_entry_id in (
    select l.id union all select part.id from source_entries part where part.parent_entry_id = l.id)
  order by m.score desc, m.id limit 1)`

function linesOf(db: Store['db'], scope: string) {
  const totals = db.prepare<[string], Totals>(
    `select count(*) as n, coalesce(sum(max(${booked}, 0)), 0) as credits, coalesce(sum(min(${booked}, 0)), 0) as debits ${scope}`,
  )
  // A bank that prints the newest line first counts from below.
  const newestFirst = db
    .prepare<[string, string], number | null>(
      `select (select booking_date ${scope} order by position limit 1) > (select booking_date ${scope} order by position desc limit 1)`,
    )
    .pluck()
  const page = (order: 'asc' | 'desc') =>
    db.prepare<[string, number, number], LineRow>(
      `select l.*, ${best('m.id')} as match_id, ${best('m.score')} as score from (
         select id, booking_date, value_date, counterparty_name as name, remittance_text as text, amount, bank_status,
           match_status, closed_reason, position, sum(${booked}) over (order by position ${order}, id) as running
         ${scope} order by position, id limit ? offset ?) l order by l.position, l.id`,
    )
  const pages = { asc: page('asc'), desc: page('desc') }
  return {
    totals: (id: string): Totals => totals.get(id) ?? { n: 0, credits: 0, debits: 0 },
    page: (id: string, limit: number, offset: number): LineRow[] =>
      pages[newestFirst.get(id, id) === 1 ? 'desc' : 'asc'].all(id, limit, offset),
  }
}

/** `GET …/statements/{statementID}/lines` (11.5), and the same of lines that came without a statement. */
export function statementLineRoutes({ store, ledgers, runs }: { store: Store; ledgers: Ledgers; runs: Runs }) {
  const { db } = store
  const statement = db.prepare<[string, string], { opening: number | null }>(
    `select json_extract(opening_balance, '$.amount') as opening from statements where run_id = ? and id = ?`,
  )
  const printed = linesOf(db, scopes.statement)
  const loose = linesOf(db, scopes.loose)

  function answer(
    run: Run,
    { of, id, opening }: { of: ReturnType<typeof linesOf>; id: string; opening: number | null },
    { limit, offset }: ReturnType<typeof readPage>,
  ): z.infer<typeof statementLinesSchema> {
    const override = ledgers.find(run.userId, run.ledgerId).precisionOverride
    const shown = (minor: number) => money(minor, run.currency, override)
    const { n: total, credits, debits } = of.totals(id)
    const data = of.page(id, limit, offset).map((line) => ({
      id: line.id,
      booking_date: line.booking_date,
      value_date: line.value_date,
      name: line.name,
      text: line.text,
      amount: line.amount === null ? null : shown(line.amount),
      balance: opening === null ? null : shown(opening + line.running),
      bank_status: line.bank_status,
      match_status: line.match_status,
      closed_reason: line.closed_reason,
      proposal: line.match_id === null || line.score === null ? null : { match_id: line.match_id, score: line.score },
    }))
    return { data, total, has_more: offset + data.length < total, credits: shown(credits), debits: shown(debits) }
  }

  return ledgerApi()
    .openapi(list, (c) => {
      const { runID, statementID } = c.req.valid('param')
      const run = runs.get(c.var.user.id, runID)
      const found = statement.get(run.id, statementID)
      if (!found) throw notFound(`Statement ${statementID} of this run`)
      const page = readPage(c.req.valid('query'))
      return c.json(answer(run, { of: printed, id: statementID, opening: found.opening }, page), 200)
    })
    .openapi(listLoose, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      return c.json(answer(run, { of: loose, id: run.id, opening: null }, readPage(c.req.valid('query'))), 200)
    })
}
