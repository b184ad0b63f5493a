import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { money, moneySchema } from '../money.ts'
import type { Items } from './service.ts'

const earlierLineSchema = z.object({
  item_id: z.string(),
  run_id: z.string(),
  booking_date: z.string(),
  amount: moneySchema.nullable(),
  text: z.string().nullable(),
  match_status: z.enum(['unmatched', 'matched', 'partial', 'closed']),
  ledger_id: z.string().nullable().openapi({ description: 'Where a line without a partner was closed to' }),
  closed_reason: z.string().nullable(),
  documents: z.array(z.string()).openapi({ description: 'Of the entries that it was matched with' }),
})
export const earlierLinesSchema = z.object({ data: z.array(earlierLineSchema) })

const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/items/{itemID}/earlier',
  tags: ['Reconciliation items'],
  summary: 'Earlier lines of the same counterparty, newest first, and what became of them',
  request: { params: z.object({ itemID: z.string() }) },
  responses: { 200: json('Lines', earlierLinesSchema), 404: ledgerFailures[404] },
})

interface Row {
  readonly item_id: string
  readonly run_id: string
  readonly booking_date: string
  readonly amount: number | null
  readonly text: string | null
  readonly match_status: 'unmatched' | 'matched' | 'partial' | 'closed'
  readonly ledger_id: string | null
  readonly closed_reason: string | null
  readonly documents: string
}

const mostLines = 8

/** `GET …/items/{itemID}/earlier`: the history with a counterparty (11.4). */
export function earlierRoutes({ store, ledgers, items }: { store: Store; ledgers: Ledgers; items: Items }) {
  const earlier = store.db.prepare<[string, string, string, string, string, number], Row>(
    `select i.id as item_id, i.run_id, i.booking_date, i.amount, i.remittance_text as text, i.match_status,
       i.closed_ledger_id as ledger_id, i.closed_reason,
       (select json_group_array(coalesce(e.document_no, e.description)) from match_legs own
          join ledger_matches m on m.id = own.match_id and m.status = 'accepted'
          join match_legs leg on leg.match_id = m.id and leg.side = 'ledger'
          join ledger_entries e on e.id = leg.ledger_entry_id
        where own.source_entry_id = i.id) as documents
     from items i
     where i.ledger_id = ? and i.id <> ? and i.parent_entry_id is null and i.bank_status = 'booked'
       and ((i.counterparty_name = ? and ? <> '') or i.counterparty_account = ?)
     order by i.booking_date desc, i.id desc limit ?`,
  )
  return ledgerApi().openapi(list, (c) => {
    const item = items.get(c.var.user.id, c.req.valid('param').itemID)
    const precision = ledgers.find(c.var.user.id, item.ledgerId).precisionOverride
    const name = item.counterpartyName ?? ''
    const rows = earlier.all(item.ledgerId, item.id, name, name, item.counterpartyAccount ?? '', mostLines)
    const data = rows.map(({ amount, documents, ...row }) => ({
      ...row,
      amount: amount === null ? null : money(amount, item.currency, precision),
      documents: (JSON.parse(documents) as (string | null)[]).filter(
        (text) => text !== null && text !== '',
      ) as string[],
    }))
    return c.json({ data }, 200)
  })
}
