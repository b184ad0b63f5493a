import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { notFound } from '../errors.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { listQuerySchema, readPage } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import type { Runs } from '../runs/service.ts'

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
}
interface Totals {
  readonly n: number
  readonly credits: number
  readonly debits: number
}

const scope = 'from items where statement_id = ? and parent_entry_id is null'
const booked = `case bank_status when 'booked' then amount else 0 end`

/** `GET …/statements/{statementID}/lines` (11.5). */
export function statementLineRoutes({ store, ledgers, runs }: { store: Store; ledgers: Ledgers; runs: Runs }) {
  const { db } = store
  const statement = db.prepare<[string, string], { opening: number | null }>(
    `select json_extract(opening_balance, '$.amount') as opening from statements where run_id = ? and id = ?`,
  )
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
      `select id, booking_date, value_date, counterparty_name as name, remittance_text as text, amount, bank_status,
         match_status, closed_reason, sum(${booked}) over (order by position ${order}, id) as running
       ${scope} order by position, id limit ? offset ?`,
    )
  const pages = { asc: page('asc'), desc: page('desc') }

  return ledgerApi().openapi(list, (c) => {
    const { runID, statementID } = c.req.valid('param')
    const run = runs.get(c.var.user.id, runID)
    const found = statement.get(run.id, statementID)
    const sums = totals.get(statementID)
    if (!found || !sums) throw notFound(`Statement ${statementID} of this run`)
    const { limit, offset } = readPage(c.req.valid('query'))
    const override = ledgers.find(run.userId, run.ledgerId).precisionOverride
    const shown = (minor: number | null) => (minor === null ? null : money(minor, run.currency, override))
    const order = newestFirst.get(statementID, statementID) === 1 ? 'desc' : 'asc'
    const data = pages[order].all(statementID, limit, offset).map(({ amount, running, ...line }) => ({
      ...line,
      amount: shown(amount),
      balance: found.opening === null ? null : shown(found.opening + running),
    }))
    const credits = money(sums.credits, run.currency, override)
    const debits = money(sums.debits, run.currency, override)
    return c.json({ data, total: sums.n, has_more: offset + data.length < sums.n, credits, debits }, 200)
  })
}
