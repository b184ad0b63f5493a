import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import type { Clock } from '../../ports.ts'
import { localDay } from '../../time.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { money, moneySchema } from '../money.ts'
import type { Ledgers } from './ledgers.ts'
import { opensLedger } from './opening.ts'

/** Oldest day of a bucket in days before the day of asking; null: all that is older (11.6). */
const buckets = [
  { name: '0-30', until: 30 },
  { name: '31-60', until: 60 },
  { name: '61-90', until: 90 },
  { name: '91-180', until: 180 },
  { name: 'older', until: null },
] as const

export const ageingSchema = z.object({
  at: z.string(),
  buckets: z.array(z.object({ name: z.string(), count: z.number().int(), amount: moneySchema })),
})
const read = createRoute({
  method: 'get',
  path: '/v1/ledgers/{id}/ageing',
  tags: ['Ledgers'],
  summary: 'Open entries of a ledger by age',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ at: z.iso.date('must be a day, YYYY-MM-DD').optional() }),
  },
  responses: { 200: json('Buckets, youngest first', ageingSchema), 400: ledgerFailures[400], 404: ledgerFailures[404] },
})

interface Day {
  readonly age: number
  readonly n: number
  readonly amount: number
}

/** `GET /v1/ledgers/{id}/ageing`: entries that no accepted match covers, by their age at a day. */
export function ageingRoutes({ store, ledgers, now }: { store: Store; ledgers: Ledgers; now: Clock }) {
  const byDay = store.db.prepare<[string, string], Day>(
    `select max(0, cast(julianday(?) - julianday(e.booking_date) as integer)) as age, count(*) as n,
       sum(e.signed - e.allocated) as amount
     from ledger_entries e
     where e.ledger_id = ? and e.signed <> e.allocated
       and not ${opensLedger}
     group by 1 order by 1`,
  )
  return ledgerApi().openapi(read, (c) => {
    const ledger = ledgers.find(c.var.user.id, c.req.valid('param').id)
    const at = c.req.valid('query').at ?? localDay(now())
    const days = byDay.all(at, ledger.id)
    const shown = buckets.map(({ name, until }, index) => {
      const after = buckets[index - 1]?.until ?? -1
      const within = days.filter(({ age }) => age > after && (until === null || age <= until))
      const amount = within.reduce((sum, day) => sum + day.amount, 0)
      return {
        name,
        count: within.reduce((sum, { n }) => sum + n, 0),
        amount: money(amount, ledger.currency, ledger.precisionOverride),
      }
    })
    return c.json({ at, buckets: shown }, 200)
  })
}
