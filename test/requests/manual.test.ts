import { describe, expect, test } from 'vitest'
import { day } from '../../main/core/time.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

/** Two transfers that fit one order equally. */
function ambiguousWorld() {
  const world = conciliationWorld()
  world.poll(expected('A-1', 'Juan Perez'))
  world.ingest(arrived('Juan Perez', { id: 'T-1' }), arrived('Juan Perez', { id: 'T-2' }))
  world.decided.length = 0
  const choose = (requestExternalId: string, movementExternalId: string) =>
    world.requests.choose(world.userId, world.requestOf(requestExternalId).id, world.movementOf(movementExternalId).id)
  const undo = (externalId: string) => world.requests.undo(world.userId, world.requestOf(externalId).id)
  return { ...world, choose, undo }
}

describe('a person who chooses a movement', () => {
  test('matches an ambiguous request, sends matched and is remembered (appendix B 7)', () => {
    const world = ambiguousWorld()
    world.clock.advance(1000)

    const detail = world.choose('A-1', 'T-2')

    expect(detail).toMatchObject({
      status: 'matched',
      match: { bank_transaction_id: world.movementOf('T-2').id, matched_by: 'manual', is_notified: false },
      acts: [{ kind: 'match', by: `${world.userId}@example.com`, movement_id: world.movementOf('T-2').id }],
    })
    expect(detail.attempts.at(-1)).toMatchObject({
      result: 'matched',
      reason: null,
      candidates: [{ reason: 'same_name' }],
    })
    expect(world.movementOf('T-2').excluded_at).toBe('2026-05-12T10:00:01.000Z')
    expect(world.movementOf('T-1').excluded_at).toBeNull()
    expect(world.decided).toMatchObject([{ externalId: 'A-1', status: 'matched' }])
  })

  test('may take any free movement of the account, whatever its amount, time or currency', () => {
    const world = ambiguousWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('B-1', 'Ana Ruiz', '20.00'))
    world.ingest(arrived('Ana', { id: 'T-3', amount: '19.00', currency: 'USD', at: '2026-01-01' }))

    const detail = world.choose('B-1', 'T-3')

    expect(detail.status).toBe('matched')
    expect(detail.attempts.at(-1)?.candidates).toMatchObject([{ reason: 'other_amount', score: 0.58 }])
  })

  test('takes a movement away from others that compete for it: their lists are refreshed', () => {
    const world = ambiguousWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Juan Perez'))

    world.choose('A-1', 'T-2')

    expect(world.statuses()).toEqual({ 'A-1': 'matched', 'A-2': 'ambiguous' })
    expect(world.requestOf('A-2').attempts.at(-1)?.candidates).toMatchObject([
      { bank_transaction_id: world.movementOf('T-1').id },
    ])
  })

  test('is refused a movement that is consumed, unknown, or of another account', () => {
    const world = ambiguousWorld()
    const other = world.addAccount()
    world.movements.ingest(other.id, [arrived('Juan Perez', { id: 'foreign' })])
    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Juan Perez'))
    world.choose('A-1', 'T-1')
    const request = world.requestOf('A-2').id

    expect(() => world.choose('A-2', 'T-1')).toThrow('This movement is already matched to A-1')
    expect(() => world.choose('A-2', 'foreign')).toThrow('Movement not found for this account')
    expect(() => world.requests.choose(world.userId, request, 'nothing')).toThrow('Movement not found for this account')
    expect(() => world.requests.choose(world.addUser(), request, world.movementOf('T-2').id)).toThrow('Not found')
    expect(world.requestOf('A-2').status).toBe('ambiguous')
  })

  test.each(['matched', 'cancelled', 'expired'])('cannot change a %s request', (status) => {
    const world = ambiguousWorld()
    if (status === 'matched') world.choose('A-1', 'T-1')
    if (status === 'cancelled') {
      world.poll(expected('B-1', 'Ana Ruiz', '20.00'))
    }
    if (status === 'expired') {
      world.requests.runNow(world.userId, world.requestOf('A-1').id)
      world.db.prepare("update requests set status = 'not_found'").run()
      world.clock.advance(5 * day)
      world.requests.expireStale()
    }
    expect(world.requestOf('A-1').status).toBe(status)

    expect(() => world.choose('A-1', 'T-2')).toThrow(`This request is already ${status}`)
    expect(world.movementOf('T-2').excluded_at).toBeNull()
  })
})

describe('undo', () => {
  test('frees the movement, leaves the request not found and sends nothing', () => {
    const world = ambiguousWorld()
    world.choose('A-1', 'T-2')
    world.decided.length = 0

    const detail = world.undo('A-1')

    expect(detail).toMatchObject({ status: 'not_found', match: null, acts: [{ kind: 'match' }, { kind: 'undo' }] })
    expect(world.movementOf('T-2')).toMatchObject({ excluded_at: null, matched_request: null })
    expect(world.decided).toEqual([])
    expect(
      world.db.prepare("select before, after from acts where kind = 'undo'").get(),
      'what was and what is now are kept',
    ).toEqual({
      before: JSON.stringify({ status: 'matched', movement_id: world.movementOf('T-2').id }),
      after: JSON.stringify({ status: 'not_found', movement_id: null }),
    })
  })

  test('is not undone by the engine: the same pair is not matched again by itself', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez', { id: 'T-1' }))
    world.requests.undo(world.userId, world.requestOf('A-1').id)

    world.ingest(arrived('Zoe Diaz', { id: 'T-2' }))
    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })

    world.ingest(arrived('Perez, Juan', { id: 'T-3' }))
    expect(world.requestOf('A-1').match?.bank_transaction_id).toBe(world.movementOf('T-3').id)
  })

  test('can be followed by the same match, by hand or by Run match now', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez', { id: 'T-1' }))
    const { id } = world.requestOf('A-1')
    world.requests.undo(world.userId, id)

    world.requests.runNow(world.userId, id)
    expect(world.requestOf('A-1').status).toBe('matched')
    world.requests.undo(world.userId, id)
    expect(world.requests.choose(world.userId, id, world.movementOf('T-1').id).status).toBe('matched')
  })

  test('lets another request have the movement', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Juan Perez', { id: 'T-1' }))
    world.requests.undo(world.userId, world.requestOf('A-1').id)

    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Juan Perez'))

    expect(world.statuses()).toEqual({ 'A-1': 'not_found', 'A-2': 'matched' })
  })

  test('of what is not matched is a conflict', () => {
    const world = ambiguousWorld()

    expect(() => world.undo('A-1')).toThrow('There is no match to undo: this request is ambiguous')
  })
})

describe('the candidates of a request', () => {
  test('are the movements as they stand now: fitting first, then near misses, then taken ones', () => {
    const world = ambiguousWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('B-1', 'Zoe Diaz'))
    world.ingest(
      arrived('Zoe Diaz', { id: 'zoe' }),
      arrived('Rosa Gil', { id: 'rosa' }),
      arrived('Juan Perez', { id: 'cent', amount: '1500.01' }),
      arrived('Juan Perez', { id: 'dollars', currency: 'USD' }),
      arrived('Juan Perez', { id: 'early', at: '2026-05-01' }),
      arrived(null, { id: 'nobody' }),
    )
    expect(world.statuses()).toEqual({ 'A-1': 'ambiguous', 'B-1': 'matched' })

    const found = world.requests.candidates(world.userId, world.requestOf('A-1').id)

    expect(new Set(found.slice(0, 2).map(({ external_id }) => external_id))).toEqual(new Set(['T-1', 'T-2']))
    expect(found.slice(0, 3).map(({ reason, score }) => [reason, score])).toEqual([
      ['same_name', 1],
      ['same_name', 1],
      ['no_sender', 0.5],
    ])
    expect(
      found
        .slice(3, 6)
        .map(({ external_id, reason }) => [external_id, reason])
        .sort(),
    ).toEqual([
      ['cent', 'other_amount'],
      ['dollars', 'other_currency'],
      ['early', 'outside_window'],
    ])
    expect(found.slice(6)).toMatchObject([
      { external_id: 'rosa', reason: 'other_name', score: 0, consumed_by: null },
      {
        external_id: 'zoe',
        reason: 'taken',
        consumed_by: world.requestOf('B-1').id,
        matched_request: { external_id: 'B-1' },
      },
    ])
  })

  test('of a matched request include its own movement', () => {
    const world = ambiguousWorld()
    const { id } = world.choose('A-1', 'T-1')

    const found = world.requests.candidates(world.userId, id)
    expect(
      Object.fromEntries(found.map(({ external_id, consumed_by, reason }) => [external_id, [consumed_by, reason]])),
    ).toEqual({
      'T-1': [id, 'same_name'],
      'T-2': [null, 'same_name'],
    })
  })
})
