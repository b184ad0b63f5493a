import { expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

const patience = { timeout: 15_000 }

/** Payers of whom each paid three orders with one transfer. */
function largeAccount(payers = 30) {
  const world = conciliationWorld()
  const name = (i: number) => `Payer${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))} Holder`
  world.poll(
    ...Array.from({ length: payers * 3 }, (_, i) =>
      expected(
        `O-${i}`,
        name(Math.floor(i / 3)),
        `${10 + (i % 3)}.${String(Math.floor(i / 3) % 100).padStart(2, '0')}`,
      ),
    ),
  )
  world.ingest(
    ...Array.from({ length: payers }, (_, i) => {
      const cents = 3300 + 3 * (i % 100)
      return arrived(name(i), {
        id: `T-${i}`,
        amount: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
      })
    }),
  )
  const groups = () =>
    world.suggestions.list(world.userId, world.account.id).filter(({ kind }) => kind === 'one_transfer_many_orders')
  const isDue = () => world.db.prepare('select count(*) from suggestions_due').pluck().get() === 1
  return { world, groups, isDue, payers }
}

test('the look at a large account goes on between other work and tells when it has found something', async () => {
  const { world, groups, isDue, payers } = largeAccount()

  const first = groups()
  const wasDue = isDue()

  expect(first).toEqual([])
  expect(wasDue).toBe(true)
  await expect.poll(() => world.seen.filter(({ type }) => type === 'suggestion.updated').length, patience).toBe(1)
  expect(groups()).toHaveLength(payers)
  expect(isDue()).toBe(false)
})

test('what changes meanwhile is no longer shown, and looked at again', async () => {
  const { world, groups, isDue, payers } = largeAccount()
  groups()
  const [order] = world.requests.list(world.userId, { q: 'O-0' }, { limit: 1, offset: 0 }).items
  world.requests.choose(world.userId, order?.id ?? '', world.movementOf('T-0').id)

  await expect.poll(() => world.seen.some(({ type }) => type === 'suggestion.updated'), patience).toBe(true)

  expect(isDue()).toBe(true)
  await expect.poll(() => groups().length === payers - 1 && !isDue(), patience).toBe(true)
  expect(groups().flatMap(({ movements }) => movements.map((movement) => movement.external_id))).not.toContain('T-0')
})

test('a look that the end of the program cut short is taken up by the next one', async () => {
  const { world, groups, isDue } = largeAccount()
  groups()
  world.suggestions.stop()

  await new Promise((resolve) => setTimeout(resolve, 20))

  expect(groups()).toEqual([])
  expect(isDue()).toBe(true)
})
