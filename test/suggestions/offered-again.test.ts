import { describe, expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

type World = ReturnType<typeof conciliationWorld>

/** What makes each kind of suggestion. */
const makers: Readonly<Record<string, (world: World) => void>> = {
  unknown_payer: (world) => {
    world.poll(expected('A', 'Ana Ruiz', '50.00'))
    world.ingest(arrived(null, { id: 'T', amount: '50.00' }))
  },
  pair: (world) => {
    world.poll(expected('A', 'Eva Sosa Martínez', '700.00'))
    world.ingest(arrived('Sosa', { id: 'T', amount: '700.00' }))
  },
  near_amount: (world) => {
    world.account.nearAmountTolerance = 100
    world.poll(expected('A', 'Ana Ruiz', '50.00'))
    world.ingest(arrived('Ana Ruiz', { id: 'T', amount: '50.50' }))
  },
  one_transfer_many_orders: (world) => {
    world.poll(expected('A', 'Ana Ruiz', '10.00'), expected('B', 'Ana Ruiz', '20.00'))
    world.ingest(arrived('RUIZ ANA', { id: 'T', amount: '30.00' }))
  },
  many_transfers_one_order: (world) => {
    world.poll(expected('A', 'Ana Ruiz', '50.00'))
    world.ingest(
      arrived('ANA RUIZ', { id: 'T', amount: '20.00' }),
      arrived('ANA RUIZ', { id: 'T-2', amount: '30.00', at: '2026-05-12T11:00:00Z' }),
    )
  },
}

const offered = (world: World) =>
  world.suggestions.list(world.userId, world.account.id).map(({ kind, id }) => ({ kind, id }))

describe.each(Object.keys(makers))('%s, accepted and undone', (kind) => {
  function undone() {
    const world = conciliationWorld()
    makers[kind]?.(world)
    const [first] = offered(world)
    expect(first?.kind).toBe(kind)
    world.suggestions.accept(world.userId, first?.id ?? '')
    expect(offered(world)).toEqual([])
    world.requests.undo(world.userId, world.requestOf('A').id)
    return { world, first }
  }

  test('is offered again, and stays so whatever else arrives', () => {
    const { world, first } = undone()
    expect(offered(world)).toEqual([first])

    world.ingest(arrived('Somebody Else', { amount: '50.00' }), arrived('Somebody Else', { amount: '700.00' }))
    world.requests.decideAgain(world.account.id)

    expect(offered(world)).toEqual([first])
    expect(world.requestOf('A').status).toBe('not_found')
  })

  test('can be accepted again, or rejected for good', () => {
    const { world, first } = undone()
    world.suggestions.accept(world.userId, first?.id ?? '')
    expect(world.requestOf('A').status).toBe('matched')
    world.suggestions.reopen(world.userId, first?.id ?? '')
    expect(offered(world)).toEqual([first])

    world.suggestions.reject(world.userId, first?.id ?? '')
    world.requests.decideAgain(world.account.id)

    expect(offered(world)).toEqual([])
    expect(world.requestOf('A').refusals).toMatchObject([{ kind, id: first?.id }])

    world.suggestions.reopen(world.userId, first?.id ?? '')
    expect(offered(world), 'unless that is taken back').toEqual([first])
  })

  test('ends when its order is paid otherwise', () => {
    const { world } = undone()
    world.ingest(arrived('Nobody', { id: 'other', amount: '1.00' }))
    world.requests.choose(world.userId, world.requestOf('A').id, world.movementOf('other').id)
    expect(offered(world)).toEqual([])
  })
})
