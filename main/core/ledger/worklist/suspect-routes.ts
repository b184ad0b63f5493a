import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import { findSuspects } from '../../statements/suspects.ts'
import type { StatementEntry } from '../../statements/types.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { notFound } from '../errors.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { money, moneySchema } from '../money.ts'
import type { Runs } from '../runs/service.ts'

const suspectSchema = z
  .object({
    item_id: z.string(),
    reason: z.enum(['equals', 'half', 'transposed', 'repeated', 'not_booked', 'charge']),
    message: z.string(),
    booking_date: z.string(),
    name: z.string().nullable(),
    text: z.string().nullable(),
    amount: moneySchema.nullable(),
  })
  .openapi('ProofSuspect')
export const suspectsSchema = z.object({ difference: moneySchema.nullable(), data: z.array(suspectSchema) })

const list = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/statements/{statementID}/suspects',
  tags: ['Reconciliation closing'],
  summary: 'Lines that may be the cause of a failed proof, the likeliest first',
  request: { params: z.object({ runID: z.string(), statementID: z.string() }) },
  responses: { 200: json('Lines; none for a statement that proves', suspectsSchema), 404: ledgerFailures[404] },
})

interface Line {
  readonly id: string
  readonly position: number
  readonly bookingDate: string
  readonly counterpartyName: string | null
  readonly remittanceText: string | null
  readonly amount: number | null
  readonly bankStatus: StatementEntry['bankStatus']
  readonly charges: string | null
}

/** `GET …/statements/{statementID}/suspects` (5.8). */
export function suspectRoutes({ store, ledgers, runs }: { store: Store; ledgers: Ledgers; runs: Runs }) {
  const statement = store.db.prepare<[string, string], { difference: number | null; status: string }>(
    'select proof_difference as difference, proof_status as status from statements where run_id = ? and id = ?',
  )
  const lines = store.db.prepare<[string], Line>(
    `select id, position, booking_date as bookingDate, counterparty_name as counterpartyName,
       remittance_text as remittanceText, amount, bank_status as bankStatus, json_extract(facts, '$.charges') as charges
     from items where statement_id = ? and parent_entry_id is null order by position, id`,
  )
  return ledgerApi().openapi(list, (c) => {
    const { runID, statementID } = c.req.valid('param')
    const run = runs.get(c.var.user.id, runID)
    const found = statement.get(run.id, statementID)
    if (!found) throw notFound(`Statement ${statementID} of this run`)
    const precision = ledgers.find(run.userId, run.ledgerId).precisionOverride
    const shown = (minor: number | null) => (minor === null ? null : money(minor, run.currency, precision))
    if (found.status !== 'not_proved' || found.difference === null)
      return c.json({ difference: shown(found.difference), data: [] }, 200)
    const byPosition = new Map<number, Line>()
    function* entries() {
      for (const line of lines.iterate(statementID)) {
        byPosition.set(line.position, line)
        yield {
          position: line.position,
          amount: line.amount,
          bankStatus: line.bankStatus,
          bookingDate: line.bookingDate,
          ...(line.counterpartyName === null ? {} : { counterpartyName: line.counterpartyName }),
          ...(line.remittanceText === null ? {} : { remittanceText: line.remittanceText }),
          ...(line.charges === null
            ? {}
            : { charges: JSON.parse(line.charges) as NonNullable<StatementEntry['charges']> }),
        }
      }
    }
    const data = findSuspects(entries(), found.difference).flatMap(({ position, reason, message }) => {
      const line = byPosition.get(position)
      return line
        ? [
            {
              item_id: line.id,
              reason,
              message,
              booking_date: line.bookingDate,
              name: line.counterpartyName,
              text: line.remittanceText,
              amount: shown(line.amount),
            },
          ]
        : []
    })
    return c.json({ difference: shown(found.difference), data }, 200)
  })
}
