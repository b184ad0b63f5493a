import { describe, expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from './world.ts'

/** Two transfers that fit one order equally, and a person who may say that neither is it. */
function askingWorld() {
  const world = conciliationWorld()
  world.poll(expected('A-1', 'Juan Perez'))
  world.ingest(arrived('Juan Perez', { id: 'T-1' }), arrived('Juan Perez', { id: 'T-2' }))
  world.decided.length = 0
  const idOf = (externalId: string) => world.requestOf(externalId).id
  const refuse = (externalId: string, ...movements: string[]) =>
    world.requests.refuse(
      world.userId,
      idOf(externalId),
      movements.length === 0 ? undefined : movements.map((id) => world.movementOf(id).id),
    )
  const takeBack = (externalId: string) =>
    world.requests.takeBackRefusal(world.userId, idOf(externalId), world.requestOf(externalId).refusals[0]?.id ?? '')
  return { ...world, idOf, refuse, takeBack }
}

describe('none of these', () => {
  test('leaves the request not found, tells nobody outside, and keeps who, when, before and after', () => {
    const world = askingWorld()
    world.clock.advance(1000)

    const detail = world.refuse('A-1')

    const by = `${world.userId}@example.com`
    const at = '2026-05-12T10:00:01.000Z'
    const names = [{ sender_name: 'Juan Perez' }, { sender_name: 'Juan Perez' }]
    expect(detail).toMatchObject({
      status: 'not_found',
      refusals: [{ kind: 'candidates', by, at, movements: names }],
      acts: [
        {
          kind: 'reject',
          by,
          at,
          before: { status: 'ambiguous', state: 'open', candidates: names },
          after: { status: 'not_found', state: 'rejected' },
        },
      ],
    })
    expect(detail.attempts.at(-1)).toMatchObject({
      result: 'not_found',
      candidates: [{ reason: 'rejected' }, { reason: 'rejected' }],
    })
    expect(world.requests.candidates(world.userId, world.idOf('A-1'))).toMatchObject([
      { reason: 'rejected', rejected: { by, at } },
      { reason: 'rejected', rejected: { by, at } },
    ])
    expect(world.decided).toEqual([])
  })

  test('is never proposed again: not by an arrival, a run by hand, other settings or a new start', () => {
    const world = askingWorld()
    world.refuse('A-1')

    world.requests.runNow(world.userId, world.idOf('A-1'))
    expect(world.requestOf('A-1').status).toBe('not_found')
    world.requests.decideAgain(world.account.id)
    world.requests.sweep()
    world.ingest(arrived('Ana Ruiz', { id: 'T-9' }))
    expect(world.requestOf('A-1').status).toBe('not_found')
    expect(world.suggestions.list(world.userId, world.account.id)).toEqual([])
  })

  test('a movement that arrives later is considered', () => {
    const world = askingWorld()
    world.refuse('A-1')

    world.ingest(arrived('Juan Perez', { id: 'T-3' }))

    expect(world.requestOf('A-1')).toMatchObject({
      status: 'matched',
      match: { bank_transaction_id: world.movementOf('T-3').id, matched_by: 'engine' },
    })
    expect(world.decided).toMatchObject([{ externalId: 'A-1', status: 'matched' }])
  })

  test('what was not offered may be clear now, and is matched', () => {
    const world = askingWorld()
    const detail = world.refuse('A-1', 'T-1')
    expect(detail).toMatchObject({ status: 'matched', match: { bank_transaction_id: world.movementOf('T-2').id } })
  })

  test('leaves the question of others who want the same movements', () => {
    const world = askingWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Juan Perez'), expected('A-3', 'Juan Perez'))
    expect(world.statuses()).toEqual({ 'A-1': 'ambiguous', 'A-2': 'ambiguous', 'A-3': 'ambiguous' })

    world.refuse('A-1')

    expect(world.statuses()).toEqual({ 'A-1': 'not_found', 'A-2': 'ambiguous', 'A-3': 'ambiguous' })
  })

  test('a person may still choose one of them by hand', () => {
    const world = askingWorld()
    world.refuse('A-1')
    const detail = world.requests.choose(world.userId, world.idOf('A-1'), world.movementOf('T-2').id)
    expect(detail.status).toBe('matched')
  })

  test('no group with a refused pair is suggested', () => {
    const world = askingWorld()
    world.poll(
      expected('A-1', 'Juan Perez'),
      expected('B-1', 'Eva Sosa', '60.00'),
      expected('B-2', 'Eva Sosa', '40.00'),
    )
    world.ingest(
      arrived('Eva Sosa', { id: 'T-7', amount: '60.00' }),
      arrived('Eva Sosa', { id: 'T-8', amount: '60.00' }),
    )
    expect(world.requestOf('B-1').status).toBe('ambiguous')
    world.ingest(arrived('Eva Sosa', { id: 'T-10', amount: '100.00' }))
    const groups = () => world.suggestions.list(world.userId, world.account.id).map(({ kind }) => kind)
    expect(groups()).toEqual(['one_transfer_many_orders'])

    world.refuse('B-1', 'T-7', 'T-8', 'T-10')

    expect(groups()).toEqual([])
  })

  test('is refused unless the request asks, and for what is not there or not theirs', () => {
    const world = askingWorld()
    const [own, foreign] = [world.idOf('A-1'), world.addUser()]
    expect(() => world.requests.refuse(foreign, own)).toThrow('Not found')
    expect(() => world.requests.refuse(world.userId, own, ['nothing'])).toThrow('Movement not found for this account')
    expect(() => world.requests.refuse(world.userId, own, [])).toThrow('No movement is offered for this request')
    world.refuse('A-1')
    expect(() => world.refuse('A-1')).toThrow('Only an ambiguous request asks which one it is; this is not found')
    expect(() => world.requests.takeBackRefusal(world.userId, own, 'nothing')).toThrow('This was taken back already')
  })
})

describe('taking it back', () => {
  test('asks again, and is recorded', () => {
    const world = askingWorld()
    world.refuse('A-1')

    const detail = world.takeBack('A-1')

    expect(detail).toMatchObject({
      status: 'ambiguous',
      refusals: [],
      acts: [{ kind: 'reject' }, { kind: 'reject', before: { state: 'rejected' }, after: { state: 'open' } }],
    })
    expect(world.requests.candidates(world.userId, world.idOf('A-1'))).toMatchObject([
      { reason: 'same_name', rejected: null },
      { reason: 'same_name', rejected: null },
    ])
    expect(world.decided, 'the other system was never told otherwise').toEqual([])
  })

  test('asks also when only one is left: the program does not decide what the person had doubts about', () => {
    const world = askingWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('A-2', 'Juan Perez'), expected('A-3', 'Juan Perez'))
    world.refuse('A-1')
    world.requests.choose(world.userId, world.idOf('A-2'), world.movementOf('T-1').id)
    world.requests.choose(world.userId, world.idOf('A-3'), world.movementOf('T-2').id)
    world.requests.undo(world.userId, world.idOf('A-3'))

    expect(world.takeBack('A-1').status).toBe('ambiguous')
  })

  test('of one refusal leaves the others standing', () => {
    const world = askingWorld()
    world.refuse('A-1')
    world.clock.advance(1000)
    world.ingest(arrived('Juan Perez', { id: 'T-3' }), arrived('Juan Perez', { id: 'T-4' }))
    world.refuse('A-1')

    world.takeBack('A-1')

    const reasons = new Map(
      world.requests
        .candidates(world.userId, world.idOf('A-1'))
        .map(({ external_id, reason }) => [external_id, reason]),
    )
    expect(Object.fromEntries(reasons)).toEqual({
      'T-3': 'same_name',
      'T-4': 'same_name',
      'T-1': 'rejected',
      'T-2': 'rejected',
    })
  })

  test('is refused once the request is matched: that is undone first', () => {
    const world = askingWorld()
    world.refuse('A-1')
    world.ingest(arrived('Juan Perez', { id: 'T-3' }))
    expect(() => world.takeBack('A-1')).toThrow('This request is already matched')
  })
})
