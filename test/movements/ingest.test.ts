import { describe, expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

describe('ingest', () => {
  test('stores a row once; the same rows again are duplicates and change nothing', () => {
    const world = conciliationWorld()
    const rows = [arrived('Juan Perez', { id: 'T-1' }), arrived('Ana Ruiz', { id: 'T-2' })]
    expect(world.ingest(...rows)).toEqual({ inserted: 2, duplicates: 0 })
    const before = world.movementOf('T-1')

    const again = world.ingest(arrived('Somebody Else', { id: 'T-1', amount: '9.99' }), ...rows)

    expect(again).toEqual({ inserted: 0, duplicates: 3 })
    expect(world.movementOf('T-1')).toEqual(before)
  })

  test('keeps genuine twins without a bank id, and inserts nothing when the file is read again', () => {
    const world = conciliationWorld()
    const file = [arrived('Juan Perez', { id: null }), arrived('Juan Perez', { id: null })]

    expect(world.ingest(...file)).toEqual({ inserted: 2, duplicates: 0 })
    expect(world.ingest(...file)).toEqual({ inserted: 0, duplicates: 2 })
    expect(world.ingest(...file, arrived('Juan Perez', { id: null }))).toEqual({ inserted: 1, duplicates: 2 })
  })

  test('keeps the same bank id of two accounts apart', () => {
    const world = conciliationWorld()
    const other = world.addAccount()

    expect(world.ingest(arrived('Juan Perez', { id: 'T-1' })).inserted).toBe(1)
    expect(world.movements.ingest(other.id, [arrived('Juan Perez', { id: 'T-1' })]).inserted).toBe(1)
  })

  test('forwards each new movement once in passthrough mode and evaluates nothing', () => {
    const world = conciliationWorld({ mode: 'passthrough' })
    const row = arrived('Juan Perez', { id: 'T-1' })

    world.ingest(row)
    world.ingest(row, arrived(null, { id: 'T-2' }))

    expect(world.forwarded.map(({ externalId, senderName }) => [externalId, senderName])).toEqual([
      ['T-1', 'Juan Perez'],
      ['T-2', null],
    ])
    expect(world.forwarded[0]).toMatchObject({ amountMinor: 150_000, excludedAt: null, notifiedAt: null })
  })

  test('of an unknown account is refused', () => {
    const world = conciliationWorld()

    expect(() => world.movements.ingest('nobody', [arrived('Juan')])).toThrow('Account not found')
  })

  test('that fails half way leaves nothing behind', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    const bad = { ...arrived('Juan Perez', { id: 'bad' }), amountMinor: -1 }

    expect(() => world.ingest(arrived('Juan Perez', { id: 'good' }), bad)).toThrow()

    expect(world.movements.list(world.userId, {}, { limit: 1, offset: 0 }).total).toBe(0)
    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })
    expect(world.seen.filter(({ type }) => type === 'movement.created')).toEqual([])
  })

  test('remembers the newest row in order of ingestion, not of the bank', () => {
    const world = conciliationWorld()
    expect(world.movements.lastExternalId(world.account.id)).toBeNull()
    world.ingest(arrived('a', { id: 'today 2', at: '2026-05-12' }), arrived('b', { id: 'today 1', at: '2026-05-11' }))
    expect(world.movements.lastExternalId(world.account.id)).toBe('today 2')

    world.clock.advance(1000)
    world.ingest(arrived('c', { id: 'late posting', at: '2026-05-01' }))

    expect(world.movements.lastExternalId(world.account.id)).toBe('late posting')
  })

  test('keeps what the bank said for audit', () => {
    const world = conciliationWorld()

    world.ingest({ ...arrived('Juan', { id: 'T-1' }), raw: { row: ['12/05', 'Juan'] } })

    expect(world.db.prepare('select raw_payload from movements').pluck().get()).toBe('{"row":["12/05","Juan"]}')
  })
})
