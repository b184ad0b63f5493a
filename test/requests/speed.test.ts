import { expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from './world.ts'

/** Every statement that `work` runs, with the plan SQLite chose for it. */
function plansOf(world: ReturnType<typeof conciliationWorld>, work: () => void): string[] {
  const texts = new Set<string>()
  const { db } = world
  const prepare = db.prepare.bind(db)
  const statements = Object.getPrototypeOf(prepare('select 1'))
  const originals = ['run', 'get', 'all'].map((name) => [name, statements[name]] as const)
  for (const [name, original] of originals)
    statements[name] = function (this: { source: string }, ...values: unknown[]) {
      texts.add(this.source)
      return original.apply(this, values)
    }
  try {
    work()
  } finally {
    for (const [name, original] of originals) statements[name] = original
  }
  return [...texts].flatMap((text) => {
    const names = [...text.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 1] as const)
    const values = names.length > 0 ? [Object.fromEntries(names)] : Array.from(text.match(/\?/g) ?? [], () => 1)
    const steps = prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]
    return steps.map(({ detail }) => `${detail} ← ${text.replace(/\s+/g, ' ').trim()}`)
  })
}

test('ingest, evaluation and expiry read by index only', () => {
  const world = conciliationWorld()
  world.poll(expected('A-1', 'Juan Perez'), expected('B-1', 'Ana Ruiz', '20.00'))

  const plans = plansOf(world, () => {
    world.ingest(arrived('Juan Perez'), arrived('Zoe', { amount: '20.00' }), arrived('Ana Ruiz', { amount: '20.01' }))
    world.poll(expected('A-1', 'Juan Perez'), expected('B-1', 'Ana Ruiz', '20.02'), expected('C-1', 'Eva', '3.00'))
    world.requests.expireStale()
    world.movements.lastExternalId(world.account.id)
  })

  expect(plans.length).toBeGreaterThan(15)
  expect(plans.filter((plan) => /^SCAN (requests|movements|matches|match_attempts|m|r|x)\b/.test(plan))).toEqual([])
  expect(
    plans.find((plan) => plan.includes('movements where account_id = ? and currency = ? and amount_minor = ?')),
  ).toContain('USING INDEX movements_free (account_id=? AND currency=? AND amount_minor=? AND received_at>?)')
  expect(plans.find((plan) => plan.includes('requests where account_id = ? and currency = ?'))).toContain(
    'USING INDEX requests_open (account_id=? AND currency=? AND amount_minor=?)',
  )
})

test('one movement costs the same beside 20,000 waiting requests as beside none', () => {
  const median = (waiting: number) => {
    const world = conciliationWorld()
    world.db.pragma('synchronous = off')
    world.poll(...Array.from({ length: waiting }, (_, i) => expected(`W-${i}`, `Persona ${i}`, `${20_000 + i}.00`)))
    const times = Array.from({ length: 101 }, (_, i) => {
      const started = performance.now()
      world.ingest(arrived(`Persona ${i}`, { amount: `${20_000 + i}.00` }))
      return performance.now() - started
    })
    return times.sort((a, b) => a - b)[50] ?? 0
  }

  const alone = median(0)
  const beside = median(20_000)

  // A scan of the waiting requests alone would cost some ten milliseconds.
  expect(beside).toBeLessThan(alone + 3)
})
