import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, versioned, versionOf } from '../http.ts'
import { itemBody } from '../items/present.ts'
import type { Items } from '../items/service.ts'
import type { ClosingProposals } from '../rules/proposals.ts'
import type { Runs } from '../runs/service.ts'
import type { createBookingMatcher } from './create-and-match.ts'
import { matchBody, matchSchema } from './present.ts'

const base = '/v1/ledgers/reconciliation/items/{itemID}'
const { 400: bad, 404: gone, 409: clash, 422: unprocessable } = ledgerFailures
const ofItem = { params: z.object({ itemID: z.string() }) }

export const newBookingSchema = z.object({
  ledger_id: z.union([z.string(), z.number()]).transform(String),
  booking_date: z.iso.date('must be a day, YYYY-MM-DD').optional(),
  description: z.string().max(500).optional(),
  counterparty_name: z.string().max(500).nullable().optional(),
  document_no: z.string().max(200).nullable().optional(),
  note: z.string().max(2000).nullable().optional(),
  version: z.number().int().optional(),
})
const create = createRoute({
  method: 'post',
  path: `${base}/create-and-match`,
  tags: ['Reconciliation items'],
  summary: 'Book what is open of a line and match both in one step',
  request: { ...ofItem, body: body(newBookingSchema) },
  responses: { 201: json('The match', matchSchema), 400: bad, 404: gone, 409: clash, 422: unprocessable },
})
export const proposedBookingSchema = z
  .object({
    origin: z.enum(['rule', 'own_transfer', 'history']).nullable().openapi({ description: 'Null: nothing is known' }),
    ledger_id: z.string().nullable(),
    reason: z.string().nullable().openapi({ description: 'For which such a line would be closed' }),
  })
  .openapi('ProposedBooking')
const propose = createRoute({
  method: 'get',
  path: `${base}/proposed-booking`,
  tags: ['Reconciliation items'],
  summary: 'To which ledger a line without a partner would go: by a rule, as an own transfer, or as last time',
  request: ofItem,
  responses: { 200: json('The proposal', proposedBookingSchema), 404: gone },
})

export interface BookingRouteDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly items: Items
  readonly proposals: ClosingProposals
  readonly book: ReturnType<typeof createBookingMatcher>
}

/** Create-and-match, and what it begins with (6.10). */
export function bookingRoutes({ store, ledgers, runs, items, proposals, book }: BookingRouteDeps) {
  // The last line of the same counterparty that was closed, else the last booking with it.
  const lastClosing = store.db.prepare<[string, string], { ledgerId: string; reason: string }>(
    `select closed_ledger_id as ledgerId, closed_reason as reason from items
     where ledger_id = ? and counterparty_name = ? and closed_ledger_id is not null order by closed_at desc limit 1`,
  )
  const lastBooking = store.db.prepare<[string, string], { ledgerId: string }>(
    `select other.ledger_id as ledgerId from ledger_entries e
     join ledger_entries other on other.transaction_id = e.transaction_id and other.ledger_id <> e.ledger_id
     where e.ledger_id = ? and e.counterparty_name = ? order by e.booking_date desc, e.id desc limit 1`,
  )

  return ledgerApi()
    .openapi(create, (c) => {
      const user = c.var.user.id
      const input = c.req.valid('json')
      const item = items.get(user, c.req.valid('param').itemID)
      const precision = ledgers.find(user, item.ledgerId).precisionOverride
      checkVersion(versionOf(c, input.version), item.version, () => itemBody(item, null, precision))
      const match = book(actorOf(c), item.id, {
        ledger: input.ledger_id,
        bookingDate: input.booking_date,
        description: input.description,
        counterpartyName: input.counterparty_name,
        documentNo: input.document_no,
        note: input.note,
      })
      return c.json(versioned(c, matchBody(match, runs.get(user, match.runId).currency, precision)), 201)
    })
    .openapi(propose, async (c) => {
      const item = items.get(c.var.user.id, c.req.valid('param').itemID)
      const run = runs.get(c.var.user.id, item.runId)
      const offered = (await proposals.offered(run)).find(({ itemId }) => itemId === item.id)
      if (offered) {
        const origin = offered.ruleId === null ? 'own_transfer' : 'rule'
        return c.json({ origin, ledger_id: offered.ledgerId, reason: offered.reason } as const, 200)
      }
      const name = item.counterpartyName ?? ''
      const closing = lastClosing.get(item.ledgerId, name)
      const before = closing ?? lastBooking.get(item.ledgerId, name)
      return c.json(
        {
          origin: before ? 'history' : null,
          ledger_id: before?.ledgerId ?? null,
          reason: closing?.reason ?? null,
        } as const,
        200,
      )
    })
}
