import { describe, expect, test } from 'vitest'
import { AppError } from '../../main/core/errors.ts'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

function openWorld() {
  const world = conciliationWorld()
  const open = () => world.suggestions.list(world.userId, world.account.id)
  const only = () => {
    const [suggestion, ...more] = open()
    if (!suggestion || more.length > 0) throw new Error(`${more.length + 1} suggestions`)
    return suggestion
  }
  const accept = (id: string) => world.suggestions.accept(world.userId, id)
  const reject = (id: string) => world.suggestions.reject(world.userId, id)
  return { ...world, open, only, accept, reject }
}

const refusalOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'nothing was refused'
}

describe('a pair that is not sure enough', () => {
  test('is suggested with its reasons: the bank names no payer, all else is unique (row 7 of 3.6)', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived(null, { id: 'T-1' }))

    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })
    expect(world.only()).toMatchObject({
      kind: 'unknown_payer',
      state: 'open',
      requests: [{ external_id: 'A-1', amount: '1500.00' }],
      movements: [{ external_id: 'T-1', sender_name: null }],
      legs: [{ settled: '1500.00', reasons: [{ code: 'amount_equal' }, { code: 'received' }, { code: 'no_sender' }] }],
    })
  })

  test('is suggested beside a stranger (row 13 of 3.6)', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived('Juan Gomez', { id: 'other' }), arrived(null, { id: 'nobody' }))

    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })
    expect(world.only()).toMatchObject({ kind: 'pair', movements: [{ external_id: 'nobody' }] })
  })

  test('is matched by itself where the account allows transfers without a sender', () => {
    const world = openWorld()
    world.account.matchWithoutSender = true
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived(null))

    expect(world.statuses()).toEqual({ 'A-1': 'matched' })
    expect(world.open()).toEqual([])
  })

  test('is a manual match when accepted: act, webhook, attempt', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived('Perez', { id: 'T-1' }))
    const { id } = world.only()

    expect(world.accept(id)).toMatchObject({ state: 'accepted', requests: [{ status: 'matched' }] })

    expect(world.requestOf('A-1')).toMatchObject({
      status: 'matched',
      match: { matched_by: 'manual' },
      acts: [{ kind: 'match', by: `${world.userId}@example.com` }],
    })
    expect(world.decided).toMatchObject([{ externalId: 'A-1', status: 'matched' }])
    expect(refusalOf(() => world.accept(id))).toBe('suggestion.notOpen')
  })

  test('does not come back when rejected, is never matched by itself, and the next best takes its place', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived('Perez', { id: 'first' }), arrived('Juan', { id: 'second' }))
    const { id, movements } = world.only()
    const [refused] = movements

    world.reject(id)

    expect(world.only().movements[0]?.external_id).not.toBe(refused?.external_id)
    world.ingest(arrived('Zoe Diaz'))
    expect(world.open().map((each) => each.movements[0]?.id)).not.toContain(refused?.id)
    expect(world.requestOf('A-1').acts).toMatchObject([{ kind: 'reject', after: { state: 'rejected' } }])
  })

  test('can be opened again after a rejection', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived(null))
    const { id } = world.only()
    world.reject(id)
    expect(world.open()).toEqual([])

    world.suggestions.reopen(world.userId, id)

    expect(world.only().id).toBe(id)
  })

  test('ends with its facts: the movement was taken, the order cancelled, a better one arrived', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'), expected('B-1', 'Ana Ruiz', '20.00'), expected('C-1', 'Eva', '3.00'))
    world.ingest(
      arrived(null, { id: 'T-1' }),
      arrived(null, { id: 'T-2', amount: '20.00' }),
      arrived(null, { id: 'T-3', amount: '3.00' }),
    )
    const before = world.open()
    expect(before).toHaveLength(3)

    world.requests.choose(world.userId, world.requestOf('C-1').id, world.movementOf('T-1').id)
    world.poll(expected('A-1', 'Juan Pérez'), expected('C-1', 'Eva', '3.00'))

    expect(world.open()).toEqual([])
    for (const { id } of before) expect(refusalOf(() => world.accept(id))).toBe('suggestion.notOpen')
  })

  test('is nobody else’s', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived(null))
    const stranger = world.addUser()

    expect(refusalOf(() => world.suggestions.accept(stranger, world.only().id))).toBe('suggestion.missing')
    expect(refusalOf(() => world.suggestions.list(stranger, world.account.id))).toBe('account.missing')
    expect(world.suggestions.open(stranger)).toEqual([])
  })

  test('several at once: each by itself, what no longer holds is refused and the rest accepted', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'), expected('B-1', 'Ana Ruiz', '20.00'))
    world.ingest(arrived(null), arrived(null, { amount: '20.00' }))
    const ids = world.open().map(({ id }) => id)

    const { accepted, refused } = world.suggestions.acceptMany(world.userId, [...ids, ids[0] ?? '', 'nothing'])

    expect(accepted).toHaveLength(2)
    expect(refused).toMatchObject([{ id: 'nothing', code: 'suggestion.missing' }])
    expect(world.statuses()).toEqual({ 'A-1': 'matched', 'B-1': 'matched' })
  })
})

describe('a near amount', () => {
  test('is suggested only within the tolerance that the account sets', () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))
    world.ingest(arrived('Juan Perez', { amount: '1499.50' }), arrived('Zoe Diaz', { amount: '1499.90' }))
    expect(world.open()).toEqual([])

    world.account.nearAmountTolerance = 100
    world.requests.decideAgain(world.account.id)

    expect(world.only()).toMatchObject({ kind: 'near_amount', difference: '-0.50' })
    world.accept(world.only().id)
    expect(world.requestOf('A-1')).toMatchObject({ status: 'matched', match: { amount: '1499.50' } })
  })
})
