import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../main/core/errors.ts'
import { day } from '../../main/core/time.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

type World = ReturnType<typeof conciliationWorld>

const name = fc.constantFrom('Juan Perez', 'Perez Juan', 'Juan Gomez', 'Ana Ruiz', 'Ana Ruiz Soto')
const amount = fc.constantFrom('10.00', '10.01', '25.00')
const order = fc.record({ id: fc.constantFrom('A', 'B', 'C', 'D', 'E'), name, amount })
const movement = fc.record({ id: fc.nat(30), sender: fc.option(name, { nil: null }), amount })

/** What can happen to an account, in any order. */
const step = fc.oneof(
  fc.array(order, { maxLength: 5 }).map((orders) => (world: World) => {
    world.poll(...orders.map((each) => expected(each.id, each.name, each.amount)))
  }),
  fc.array(movement, { minLength: 1, maxLength: 4 }).map((rows) => (world: World) => {
    const at = world.clock.now()
    world.ingest(...rows.map((each) => arrived(each.sender, { id: `T-${each.id}`, amount: each.amount, at })))
  }),
  fc.nat(9).map((pick) => (world: World) => {
    const items = requestsOf(world)
    const item = items[pick % Math.max(items.length, 1)]
    if (item) world.requests.runNow(world.userId, item.id)
  }),
  fc.tuple(fc.nat(9), fc.nat(9)).map(([pick, choice]) => (world: World) => {
    const item = requestsOf(world)[pick]
    const candidates = item ? world.requests.candidates(world.userId, item.id) : []
    const chosen = candidates[choice % Math.max(candidates.length, 1)]
    if (item && chosen) orConflict(() => world.requests.choose(world.userId, item.id, chosen.id))
  }),
  fc.nat(9).map((pick) => (world: World) => {
    const item = requestsOf(world)[pick]
    if (item) orConflict(() => world.requests.undo(world.userId, item.id))
  }),
  fc.integer({ min: 1, max: 4 }).map((days) => (world: World) => {
    world.clock.advance(days * day)
    world.requests.expireStale()
  }),
)

const requestsOf = (world: World) => world.requests.list(world.userId, {}, { limit: 500, offset: 0 }).items

function orConflict(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error
  }
}

test('whatever happens, requests, matches, movements and attempts agree with each other', () => {
  const world = conciliationWorld()
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      world.db.exec(`delete from acts; delete from matches; delete from match_attempts; delete from requests;
        delete from movements; delete from poll_states`)
      world.decided.length = 0
      for (const act of steps) act(world)

      const count = (sql: string) => world.db.prepare(sql).pluck().get()
      const active = 'select * from matches where undone_at is null and is_primary = 1'
      expect(
        count(`select count(*) from requests r where (r.status = 'matched') <>
        exists (select 1 from (${active}) x where x.request_id = r.id)`),
      ).toBe(0)
      expect(
        count(`select count(*) from movements m where (m.excluded_at is not null) <>
        exists (select 1 from (${active}) x where x.bank_transaction_id = m.id)`),
      ).toBe(0)
      expect(
        count(`select count(*) from (select bank_transaction_id from (${active}) group by 1 having count(*) > 1)`),
      ).toBe(0)
      expect(
        count(`select count(*) from (select request_id from match_attempts group by 1
        having min(attempt_number) <> 1 or max(attempt_number) <> count(*))`),
      ).toBe(0)
      expect(count("select count(*) from requests where status in ('pending', 'processing')")).toBe(0)
      expect(world.lines.filter(({ level }) => level === 'error')).toEqual([])
      expect(world.decided.every(({ status }) => ['matched', 'ambiguous', 'expired'].includes(status))).toBe(true)
      expect(
        count(`select count(*) from matches x join movements m on m.id = x.bank_transaction_id
        join requests r on r.id = x.request_id
        where x.matched_by = 'engine' and x.undone_at is null and (m.amount_minor <> r.amount_minor or m.currency <> r.currency)`),
      ).toBe(0)
    }),
    { numRuns: 150 },
  )
})
