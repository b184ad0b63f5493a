import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../db/store.ts'
import { api, json } from '../http/api.ts'
import { requestStatus } from '../http/payment-schemas.ts'
import { minorToText } from '../money.ts'
import type { Clock } from '../ports.ts'
import type { Schedule } from '../schedule/service.ts'
import { isoOrNull } from '../time.ts'

const overviewSchema = z
  .object({
    accounts: z.object({ total: z.number().int(), blocked: z.number().int(), paused: z.number().int() }),
    requests: z.record(requestStatus, z.number().int()),
    matched_today: z.number().int(),
    movements_today: z.array(z.object({ currency: z.string(), count: z.number().int(), sum: z.string() })),
    deliveries: z.object({ waiting: z.number().int(), dead: z.number().int() }),
    reading: z.number().int().openapi({ description: 'Readings under way' }),
    last_reading_at: z.string().nullable(),
    next_reading_at: z.string().nullable(),
    version: z.string(),
  })
  .openapi('Overview')

const overview = createRoute({
  method: 'get',
  path: '/overview',
  tags: ['Overview'],
  summary: 'Figures over all accounts of the caller, for the first page and the line at the bottom',
  responses: { 200: json('Figures now', overviewSchema) },
})

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0)

export function overviewRoutes(deps: { store: Store; schedule: Schedule; now: Clock; version: string }) {
  const { store, schedule, now } = deps
  const mine = 'account_id in (select id from accounts where user_id = @user)'
  const accounts = store.db.prepare(`
    select count(*) as total, count(scrape_blocked_at) as blocked, count(paused_at) as paused
      from accounts where user_id = @user`)
  const requests = store.db.prepare(`select status, count(*) as n from requests where ${mine} group by status`)
  const matchedToday = store.db
    .prepare(`select count(*) from matches where ${mine} and undone_at is null and matched_at >= @today`)
    .pluck()
  const movements = store.db.prepare(`
    select currency, count(*) as count, sum(amount_minor) as sum from movements
     where ${mine} and received_at >= @today group by currency order by currency`)
  const waiting = store.db
    .prepare(`select count(*) from deliveries where ${mine} and state in ('queued', 'waiting')`)
    .pluck()
  const dead = store.db.prepare(`select count(*) from dead_letters where ${mine} and resolved_at is null`).pluck()
  const reading = store.db.prepare(`select count(*) from scrape_runs where ${mine} and status = 'running'`).pluck()
  const lastReading = store.db
    .prepare(`select max(finished_at) from scrape_runs where ${mine} and status = 'success' and purpose = 'reading'`)
    .pluck()

  return api().openapi(overview, (c) => {
    const user = c.var.user.id
    const today = startOfDay(now())
    const counts = requests.all({ user }) as { status: z.infer<typeof requestStatus>; n: number }[]
    const byStatus = Object.fromEntries(requestStatus.options.map((status) => [status, 0]))
    for (const { status, n } of counts) byStatus[status] = n
    const arrived = movements.all({ user, today }) as { currency: string; count: number; sum: number }[]
    return c.json(
      {
        accounts: accounts.get({ user }) as { total: number; blocked: number; paused: number },
        requests: byStatus as Record<z.infer<typeof requestStatus>, number>,
        matched_today: matchedToday.get({ user, today }) as number,
        movements_today: arrived.map(({ currency, count, sum }) => ({ currency, count, sum: minorToText(sum) })),
        deliveries: { waiting: waiting.get({ user }) as number, dead: dead.get({ user }) as number },
        reading: reading.get({ user }) as number,
        last_reading_at: isoOrNull(lastReading.get({ user }) as number | null),
        next_reading_at: isoOrNull(schedule.nextAt('one-shot-scrape')),
        version: deps.version,
      },
      200,
    )
  })
}
