import { describe, expect, test } from 'vitest'
import { AppError } from '../../main/core/errors.ts'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

const only = (world: ReturnType<typeof conciliationWorld>) => {
  const [suggestion, ...more] = world.suggestions.list(world.userId, world.account.id)
  if (!suggestion || more.length > 0) throw new Error(`${more.length + 1} suggestions`)
  return suggestion
}

/** One transfer of 60.00 for orders of 10.00, 20.00 and 30.00 of its payer. */
function oneForThree() {
  const world = conciliationWorld()
  world.poll(
    expected('A', 'Ana Ruiz', '10.00'),
    expected('B', 'Ana Ruiz', '20.00'),
    expected('C', 'Ana Ruiz', '30.00'),
    expected('D', 'Luis Sosa', '30.00'),
  )
  world.ingest(arrived('RUIZ ANA', { id: 'T', amount: '60.00' }))
  return world
}

describe('one transfer for several orders', () => {
  test('is suggested, and accepted with one act for each order', () => {
    const world = oneForThree()
    const suggestion = only(world)
    expect(suggestion).toMatchObject({
      kind: 'one_transfer_many_orders',
      difference: '0.00',
      requests: [{ external_id: 'A' }, { external_id: 'B' }, { external_id: 'C' }],
      legs: [{ settled: '10.00' }, { settled: '20.00' }, { settled: '30.00' }],
    })

    world.suggestions.accept(world.userId, suggestion.id)

    expect(world.statuses()).toEqual({ A: 'matched', B: 'matched', C: 'matched', D: 'not_found' })
    const detail = world.requestOf('B')
    expect(detail).toMatchObject({
      match: { matched_by: 'manual', amount: '60.00', settled: '20.00' },
      shared_with: [{ external_id: 'A' }, { external_id: 'C' }],
      acts: [{ kind: 'split' }],
    })
    expect(world.decided.map(({ externalId }) => externalId).sort()).toEqual(['A', 'B', 'C'])
    expect(world.movementOf('T').matched_request).not.toBeNull()
    expect(world.movements.list(world.userId, {}, { limit: 10, offset: 0 }).items, 'listed once').toHaveLength(1)
  })

  test('is one row of the exports with all its parts', () => {
    const world = oneForThree()
    world.suggestions.accept(world.userId, only(world).id)

    expect(world.movements.export(world.userId, {})()).toMatchObject([{ orders: 'A + B + C' }])
    const orders = world.requests.export(world.userId, {})()
    expect(Object.fromEntries(orders.map((row) => [row.external_id, row.movements]))).toEqual({
      A: 'T',
      B: 'T',
      C: 'T',
      D: null,
    })
  })

  test('is undone as a whole, from any of its orders', () => {
    const world = oneForThree()
    world.suggestions.accept(world.userId, only(world).id)

    world.requests.undo(world.userId, world.requestOf('C').id)

    expect(world.statuses()).toEqual({ A: 'not_found', B: 'not_found', C: 'not_found', D: 'not_found' })
    expect(world.movementOf('T')).toMatchObject({ excluded_at: null, matched_request: null })
    expect(world.unmatched.map(({ externalId }) => externalId).sort()).toEqual(['A', 'B', 'C'])
    expect(world.requestOf('A').acts.map(({ kind }) => kind)).toEqual(['split', 'undo'])
  })
})

describe('several transfers for one order', () => {
  test('are suggested, accepted and shown as legs', () => {
    const world = conciliationWorld()
    world.poll(expected('A', 'Ana Ruiz', '50.00'))
    world.ingest(
      arrived('ANA RUIZ', { id: 'T-1', amount: '20.00' }),
      arrived('ANA RUIZ', { id: 'T-2', amount: '30.00', at: '2026-05-12T11:00:00Z' }),
    )
    const suggestion = only(world)
    expect(suggestion.kind).toBe('many_transfers_one_order')

    world.suggestions.accept(world.userId, suggestion.id)

    const detail = world.requestOf('A')
    expect(detail.legs.map(({ amount, settled }) => [amount, settled])).toEqual([
      ['20.00', '20.00'],
      ['30.00', '30.00'],
    ])
    expect(world.decided).toHaveLength(1)
    const free = world.movements.list(world.userId, { free: true }, { limit: 10, offset: 0 })
    expect(free.total).toBe(0)

    world.requests.undo(world.userId, detail.id)

    expect(world.movements.list(world.userId, { free: true }, { limit: 10, offset: 0 }).total).toBe(2)
    expect(world.requestOf('A').match).toBeNull()
  })
})

describe('a split', () => {
  test('whose amounts do not add up is refused and changes nothing', () => {
    const world = oneForThree()
    const [request, movement] = [world.requestOf('A'), world.movementOf('T')]
    const legs = [{ requestId: request.id, movementId: movement.id, settledMinor: 1000 }]

    expect(() => world.requests.split(world.userId, legs)).toThrow(AppError)

    expect(world.statuses().A).toBe('not_found')
    expect(world.movementOf('T').excluded_at).toBeNull()
    expect(world.decided).toEqual([])
  })

  test('is stale as soon as one of its orders is paid otherwise', () => {
    const world = oneForThree()
    const suggestion = only(world)

    world.ingest(arrived('Ana Ruiz', { id: 'own', amount: '10.00' }))

    expect(world.statuses().A).toBe('matched')
    expect(world.suggestions.one(world.userId, suggestion.id).state).toBe('open')
    expect(world.suggestions.list(world.userId, world.account.id)).toEqual([])
    expect(() => world.suggestions.accept(world.userId, suggestion.id)).toThrow('no longer holds')
  })
})
