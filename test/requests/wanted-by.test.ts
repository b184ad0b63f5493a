import { expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from './world.ts'

function freeWorld() {
  const world = conciliationWorld()
  const wantedBy = (externalId: string, userId = world.userId) =>
    world.requests
      .wantedBy(userId, world.movementOf(externalId).id)
      .map(({ external_id, reason }) => [external_id, reason] as const)
  return { ...world, wantedBy }
}

test('a movement that nothing took names the requests that it comes near, and why each is not it', () => {
  const world = freeWorld()
  world.poll(
    expected('A-1', 'Estudio Vidal'),
    expected('A-2', 'Juan Pérez', '1500.01'),
    expected('A-3', 'Juan Pérez', '1500.00', 'USD'),
    expected('A-4', 'Zoe Silva', '1499.00'),
    expected('A-5', 'Juan Pérez', '1600.00'),
  )
  world.ingest(arrived('JUAN PEREZ', { id: 'T-1' }))

  expect(Object.fromEntries(world.wantedBy('T-1'))).toEqual({
    'A-1': 'other_name',
    'A-2': 'other_amount',
    'A-3': 'other_currency',
  })
})

test('what a person rejected says so', () => {
  const world = freeWorld()
  world.poll(expected('A-1', 'Juan Pérez'))
  world.ingest(arrived('JUAN PEREZ', { id: 'T-1' }), arrived('Juan Perez', { id: 'T-2' }))
  expect(world.wantedBy('T-1')).toEqual([['A-1', 'same_name']])
  world.requests.refuse(world.userId, world.requestOf('A-1').id)
  expect(world.wantedBy('T-1')).toEqual([['A-1', 'rejected']])
})

test('a movement of somebody else is not there', () => {
  const world = freeWorld()
  world.ingest(arrived('JUAN PEREZ', { id: 'T-1' }))
  expect(world.wantedBy('T-1')).toEqual([])
  expect(() => world.wantedBy('T-1', world.addUser())).toThrow('Movement not found')
})
