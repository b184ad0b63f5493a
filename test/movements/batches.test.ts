import { expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

const orders = Array.from({ length: 150 }, (_, i) => expected(`O-${i}`, `Payer Number ${i}`, `${100 + (i % 60)}.00`))
/** What is expected, some of it twice and some of it from a stranger; ids only for some. */
const rows = Array.from({ length: 300 }, (_, i) =>
  arrived(i % 5 === 0 || (i >= 150 && i % 3 === 0) ? 'Zoe Diaz' : `PAYER NUMBER ${i % 150}`, {
    id: i % 7 === 0 ? null : `R-${i}`,
    amount: `${100 + ((i % 150) % 60)}.00`,
    at: `2026-05-${10 + (i % 3)}T10:00:00Z`,
  }),
)

test('many movements end as in one transaction, while others are served', async () => {
  const [atOnce, inSlices] = [conciliationWorld(), conciliationWorld()]
  atOnce.poll(...orders)
  inSlices.poll(...orders)
  atOnce.ingest(...rows)
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)

  const result = await inSlices.movements.receive(inSlices.account.id, rows)
  isOver = true

  expect(result).toEqual({ inserted: 300, duplicates: 0 })
  expect(turns).toBeGreaterThan(3)
  expect(inSlices.statuses()).toEqual(atOnce.statuses())
  expect(new Set(Object.values(inSlices.statuses()))).toEqual(new Set(['matched', 'ambiguous', 'not_found']))
  const told = ({ decided }: typeof atOnce) => decided.map(({ externalId, status }) => `${externalId} ${status}`).sort()
  expect(told(inSlices)).toEqual(told(atOnce))
  expect(inSlices.db.prepare('select count(*) from ingest_batches').pluck().get()).toBe(0)
})

test('the same call again adds nothing, also beside the first one', async () => {
  const world = conciliationWorld()
  const receive = () => world.movements.receive(world.account.id, rows)

  const [first, second] = await Promise.all([receive(), receive()])
  const third = await receive()

  expect(first.inserted + second.inserted).toBe(300)
  expect(third).toEqual({ inserted: 0, duplicates: 300 })
})

test('an amount that does not fit one slice is decided once, when all of it is there', async () => {
  const world = conciliationWorld()
  world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Ana Ruiz'))
  const equal = Array.from({ length: 150 }, (_, i) => arrived('Juan Perez', { id: `J-${i}` }))

  await world.movements.receive(world.account.id, [...equal, arrived('Ana Ruiz', { id: 'ana' })])

  expect(world.statuses()).toEqual({ 'A-1': 'ambiguous', 'A-2': 'matched' })
  // One when it was registered, one now.
  expect(world.requestOf('A-1').attempts).toHaveLength(2)
})

test('the newest movement is the last one stored, whatever the slices', async () => {
  const world = conciliationWorld()
  const days = Array.from({ length: 120 }, (_, i) =>
    arrived('Juan', { id: `D-${i}`, amount: `${1 + (i % 9)}.00`, at: Date.parse('2026-05-01') + i * 3_600_000 }),
  )

  await world.movements.receive(world.account.id, days.toReversed())

  expect(world.movements.lastExternalId(world.account.id)).toBe('D-119')
})

test('without matching each movement is forwarded, in order of time', async () => {
  const world = conciliationWorld({ mode: 'passthrough' })

  await world.movements.receive(world.account.id, rows)

  const times = world.forwarded.map(({ receivedAt }) => receivedAt)
  expect(times).toHaveLength(300)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('what the disk had no room for is stored with the next call', async () => {
  const world = conciliationWorld()
  world.poll(...orders)
  const pages = world.db.pragma('page_count', { simple: true }) as number
  world.db.pragma(`max_page_count = ${pages + 60}`)

  await expect(world.movements.receive(world.account.id, rows)).rejects.toThrow(
    expect.objectContaining({ code: 'SQLITE_FULL' }),
  )
  const stored = world.db.prepare('select count(*) from movements').pluck().get()
  world.db.pragma('max_page_count = 1000000')
  const late = rows.map((row, i) => ({ ...row, externalId: `late ${i}`, amountMinor: 1, senderName: 'Late' }))
  const result = await world.movements.receive(world.account.id, late)

  expect(stored).toBeLessThan(300)
  expect(result.inserted).toBe(300)
  expect(world.db.prepare('select count(*) from movements').pluck().get()).toBe(600)
})
