import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { asDivided } from '../items/as-divided.ts'
import { listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import { listRows } from '../row-list.ts'
import { chartKeys } from './chart-keys.ts'
import { ledgerBody, ledgerSchema } from './ledger-schemas.ts'
import type { Ledgers } from './ledgers.ts'
import { nextStatement, type Period } from './next-statement.ts'
import { opensLedger } from './opening.ts'
import type { Ledger } from './types.ts'

export const accountSchema = z
  .object({
    ledger: ledgerSchema,
    unreconciled_count: z.number().int().openapi({ description: 'Open items of statements and open ledger entries' }),
    unreconciled_amount: moneySchema.openapi({ description: 'Open items less open ledger entries' }),
    open_items: z.number().int(),
    open_entries: z.number().int(),
    last_reconciled_date: z.string().nullable(),
    last_statement_balance: moneySchema.nullable(),
    last_statement_date: z.string().nullable(),
    next_statement_date: z
      .string()
      .nullable()
      .openapi({ description: 'Day up to which the next statement should reach, by the length of the last one' }),
    proved_until: z.string().nullable(),
    open_run_id: z.string().nullable(),
  })
  .openapi('LedgerAccount')

const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/accounts',
  tags: ['Ledgers'],
  summary: 'Reconcilable ledgers with what is unreconciled',
  request: { query: listQuerySchema.extend({ ledger_id: z.string().optional() }) },
  responses: {
    200: json('Accounts by code', listAnswerSchema(accountSchema)),
    400: ledgerFailures[400],
    404: ledgerFailures[404],
  },
})

interface Open {
  readonly n: number
  readonly amount: number
}

/** `GET /v1/ledgers/accounts` (10.1): what the first screen shows of each reconcilable ledger. */
export function accountRoutes({ store, ledgers }: { store: Store; ledgers: Ledgers }) {
  const { db } = store
  const items = db.prepare<[string], Open>(
    `select count(*) as n, coalesce(sum(amount - allocated - allocated_parts), 0) as amount from items i
     where ledger_id = ? and ${asDivided} and bank_status = 'booked' and match_status in ('unmatched', 'partial')`,
  )
  const entries = db.prepare<[string], Open>(
    `select count(*) as n, coalesce(sum(e.signed - e.allocated), 0) as amount from ledger_entries e
     where e.ledger_id = ? and e.signed <> e.allocated
       and not ${opensLedger}`,
  )
  const lastClosed = db
    .prepare<[string], string | null>(
      `select max(period_to) from reconciliation_runs where ledger_id = ? and status = 'closed'`,
    )
    .pluck()
  const openRun = db
    .prepare<[string], string>(
      `select id from reconciliation_runs where ledger_id = ? and status <> 'closed' order by created_at desc limit 1`,
    )
    .pluck()
  const lastStatement = db.prepare<[string], { amount: number; at: string | null }>(
    `select json_extract(s.closing_balance, '$.amount') as amount, coalesce(s.to_date, json_extract(s.closing_balance, '$.date')) as at
     from statements s join source_files f on f.id = s.source_file_id and f.status = 'processed'
     where s.ledger_id = ? and s.closing_balance is not null order by coalesce(s.to_date, s.from_date) desc, s.ordinal desc limit 1`,
  )
  const periods = db.prepare<[string], Period>(
    `select s.from_date as "from", s.to_date as "to" from statements s
       join source_files f on f.id = s.source_file_id and f.status = 'processed'
     where s.ledger_id = ? and s.to_date is not null group by s.to_date order by s.to_date desc limit 2`,
  )
  const proved = db
    .prepare<[string], string | null>(
      `select max(coalesce(json_extract(s.closing_balance, '$.date'), s.to_date)) from statements s join source_files f on f.id = s.source_file_id and f.status = 'processed'
       where s.ledger_id = ? and s.proof_status = 'proved'`,
    )
    .pluck()

  function shown(ledger: Ledger, chart: readonly Ledger[]): z.infer<typeof accountSchema> {
    const amount = (minor: number) => money(minor, ledger.currency, ledger.precisionOverride)
    const item = items.get(ledger.id) ?? { n: 0, amount: 0 }
    const entry = entries.get(ledger.id) ?? { n: 0, amount: 0 }
    const statement = lastStatement.get(ledger.id)
    const [last, before] = periods.all(ledger.id)
    const children = chart.filter(({ parentId }) => parentId === ledger.id).map(({ id }) => id)
    return {
      ledger: ledgerBody(ledger, ledgers.balance(ledger.id), children),
      unreconciled_count: item.n + entry.n,
      unreconciled_amount: amount(item.amount - entry.amount),
      open_items: item.n,
      open_entries: entry.n,
      last_reconciled_date: lastClosed.get(ledger.id) ?? null,
      last_statement_balance: statement ? amount(statement.amount) : null,
      last_statement_date: statement?.at ?? null,
      next_statement_date: nextStatement(last ?? null, before ?? null),
      proved_until: proved.get(ledger.id) ?? null,
      open_run_id: openRun.get(ledger.id) ?? null,
    }
  }

  return ledgerApi().openapi(list, (c) => {
    const { ledger_id: reference, ...query } = c.req.valid('query')
    const chart = ledgers.all(c.var.user.id)
    const wanted = reference
      ? [ledgers.find(c.var.user.id, reference)]
      : chart.filter((ledger) => ledger.isReconcilable && ledger.active)
    return c.json(
      listRows(wanted, query, chartKeys, (ledger) => shown(ledger, chart)),
      200,
    )
  })
}
