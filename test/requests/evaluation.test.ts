import { describe, expect, test } from 'vitest'
import { day } from '../../main/core/time.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

describe('a movement that arrives', () => {
  test('is matched with the waiting request in the same transaction, webhook included', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.clock.advance(60_000)

    expect(world.ingest(arrived('JUAN PEREZ', { id: 'T-juan' }))).toEqual({ inserted: 1, duplicates: 0 })

    const request = world.requestOf('A-1')
    expect(request).toMatchObject({
      status: 'matched',
      last_checked_at: '2026-05-12T10:01:00.000Z',
      match: {
        matched_by: 'engine',
        is_primary: true,
        is_notified: false,
        amount: '1500.00',
        sender_name: 'JUAN PEREZ',
      },
    })
    expect(request.attempts.map(({ attempt_number, result, reason }) => [attempt_number, result, reason])).toEqual([
      [1, 'not_found', 'rule_miss'],
      [2, 'matched', null],
    ])
    expect(request.attempts[1]).toMatchObject({
      selected_transaction_id: request.match?.bank_transaction_id,
      candidates: [{ score: 1, reason: 'same_name', amount: '1500.00', currency: 'UYU', sender_name: 'JUAN PEREZ' }],
    })
    expect(world.movementOf('T-juan')).toMatchObject({
      excluded_at: '2026-05-12T10:01:00.000Z',
      matched_request: { id: request.id, external_id: 'A-1' },
    })
    expect(world.decided).toMatchObject([{ externalId: 'A-1', status: 'matched' }])
  })

  test('three days before its order is registered is matched when the order appears (appendix B 2)', () => {
    const world = conciliationWorld()
    world.ingest(arrived('Perez, Juan', { at: '2026-05-09T10:00:00Z' }))
    expect(world.movementOf(world.movements.lastExternalId(world.account.id) ?? '').excluded_at).toBeNull()

    world.poll(expected('A-1', 'Juan Pérez'))

    expect(world.statuses()).toEqual({ 'A-1': 'matched' })
  })

  test('never serves two requests: equal ones both become ambiguous, each told once (appendix B 5, 7)', () => {
    const world = conciliationWorld()
    world.poll(expected('old', 'Juan Perez'))
    world.clock.advance(day)
    world.poll(expected('old', 'Juan Perez'), expected('new', 'Juan Pérez'))

    world.ingest(arrived('Juan Perez'))
    world.ingest(arrived('Juan Perez'), arrived('Juan Perez'))

    expect(world.statuses()).toEqual({ old: 'ambiguous', new: 'ambiguous' })
    expect(world.decided.map(({ externalId, status }) => [externalId, status])).toEqual([
      ['old', 'ambiguous'],
      ['new', 'ambiguous'],
    ])
    expect(world.db.prepare('select count(*) from matches').pluck().get()).toBe(0)
  })

  test('goes to neither account of a neighbour nor to another currency or amount', () => {
    const world = conciliationWorld()
    const other = world.addAccount()
    world.poll(expected('A-1', 'Juan Perez'))

    world.movements.ingest(other.id, [arrived('Juan Perez')])
    world.ingest(arrived('Juan Perez', { currency: 'USD' }), arrived('Juan Perez', { amount: '1500.01' }))

    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })
  })

  test('stays only stored while no mode is chosen', () => {
    const world = conciliationWorld({ mode: null })

    world.ingest(arrived('Juan Perez'))

    expect(world.forwarded).toEqual([])
    expect(world.decided).toEqual([])
  })

  test('touches requests of its own amount and currency only', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Juan Perez', '900.00'))
    world.clock.advance(1000)

    world.ingest(arrived('Zoe Diaz'))

    expect(world.requestOf('A-1').last_checked_at).toBe('2026-05-12T10:00:01.000Z')
    expect(world.requestOf('A-2').last_checked_at).toBe('2026-05-12T10:00:00.000Z')
  })
})

describe('attempts', () => {
  test('are not repeated when result and candidates are the same; only the check moves', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Zoe Diaz', { id: 'zoe' }))
    expect(world.requestOf('A-1').attempts).toHaveLength(2)
    world.clock.advance(5000)

    world.requests.movementsArrived(world.account.id, [expected('x', 'x')])

    const request = world.requestOf('A-1')
    expect(request.attempts).toHaveLength(2)
    expect(request.attempts[1]?.candidates).toMatchObject([{ score: 0, reason: 'other_name', sender_name: 'Zoe Diaz' }])
    expect(request.last_checked_at).toBe('2026-05-12T10:00:05.000Z')
  })

  test('of a not found request list what missed by one rule', () => {
    const world = conciliationWorld()
    world.ingest(
      arrived('Juan Perez', { id: 'cent', amount: '1500.01' }),
      arrived('Juan Perez', { id: 'percent', amount: '1485.00' }),
      arrived('Juan Perez', { id: 'too far', amount: '1484.99' }),
      arrived('Juan Perez', { id: 'dollars', currency: 'USD' }),
      arrived('Juan Perez', { id: 'early', at: '2026-05-07T09:59:59.999Z' }),
      arrived('Zoe Diaz', { id: 'other' }),
      arrived('Zoe Diaz', { id: 'other and too much', amount: '1500.01' }),
      arrived('Juan Perez', { id: 'early and too much', amount: '1500.02', at: '2026-05-01T00:00:00Z' }),
    )

    world.poll(expected('A-1', 'Juan Pérez'))

    const listed = Object.fromEntries(
      (world.requestOf('A-1').attempts[0]?.candidates ?? []).map(({ bank_transaction_id, reason, score }) => [
        world.movements
          .list(world.userId, {}, { limit: 500, offset: 0 })
          .items.find(({ id }) => id === bank_transaction_id)?.external_id,
        [reason, score],
      ]),
    )
    expect(listed).toEqual({
      cent: ['other_amount', 1],
      percent: ['other_amount', 1],
      dollars: ['other_currency', 1],
      early: ['outside_window', 1],
      other: ['other_name', 0],
    })
  })

  test('of a crowd keep at most ten near misses', () => {
    const world = conciliationWorld()
    world.ingest(...Array.from({ length: 40 }, (_, i) => arrived('Zoe Diaz', { id: `zoe ${i}` })))

    world.poll(expected('A-1', 'Juan Pérez'))

    expect(world.requestOf('A-1').attempts[0]?.candidates).toHaveLength(10)
  })
})

describe('Run match now', () => {
  test('twice on an ambiguous request works, counts attempts and sends no second webhook (appendix B 7)', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez'), arrived('Juan Perez'))
    const { id } = world.requestOf('A-1')

    world.requests.runNow(world.userId, id)
    world.requests.runNow(world.userId, id)

    const request = world.requestOf('A-1')
    expect(request.status).toBe('ambiguous')
    expect(request.attempts.map(({ attempt_number, result }) => [attempt_number, result])).toEqual([
      [1, 'not_found'],
      [2, 'ambiguous'],
      [3, 'ambiguous'],
      [4, 'ambiguous'],
    ])
    expect(world.decided).toHaveLength(1)
  })

  test('lets an ambiguous request out when its rival is gone', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Juan Perez'))
    world.ingest(arrived('Juan Perez'))
    world.poll(expected('A-1', 'Juan Perez'))
    expect(world.statuses()).toEqual({ 'A-1': 'ambiguous', 'A-2': 'cancelled' })

    world.requests.runNow(world.userId, world.requestOf('A-1').id)

    expect(world.statuses()).toEqual({ 'A-1': 'matched', 'A-2': 'cancelled' })
  })

  test('leaves a terminal request alone', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez'))
    const before = world.requestOf('A-1')

    world.requests.runNow(world.userId, before.id)

    expect(world.requestOf('A-1')).toEqual(before)
  })
})

describe('an ambiguous request', () => {
  test('is left to the person, but its list is refreshed and no webhook repeated', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez'), arrived('Juan Perez'))

    world.ingest(arrived('Juan Perez Gomez'))

    const request = world.requestOf('A-1')
    expect(request.status).toBe('ambiguous')
    expect(request.attempts.at(-1)?.candidates.map(({ score }) => score)).toEqual([1, 1, 0.87])
    expect(world.decided).toHaveLength(1)
  })

  test('competes with a newer one for the same movement', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez'), arrived('Juan Perez'))

    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Perez Juan'))

    expect(world.statuses()).toEqual({ 'A-1': 'ambiguous', 'A-2': 'ambiguous' })
  })
})

describe('hints for the screens', () => {
  test('come after the commit, one per row', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.seen.length = 0

    world.ingest(arrived('Juan Perez', { id: 'T' }))

    expect(world.seen).toMatchObject([
      {
        type: 'request.updated',
        accountId: world.account.id,
        data: { id: world.requestOf('A-1').id, status: 'matched' },
      },
      { type: 'movement.created', userId: world.userId, data: { id: world.movementOf('T').id } },
    ])
  })

  test('are one without ids when there are many', () => {
    const world = conciliationWorld()

    world.ingest(...Array.from({ length: 500 }, () => arrived('Juan Perez')))

    expect(world.seen).toMatchObject([{ type: 'movement.created', data: { count: 500 } }])
  })
})
