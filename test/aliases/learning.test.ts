import { describe, expect, test } from 'vitest'
import { AppError } from '../../main/core/errors.ts'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

/** Orders of a customer whose husband pays; each of its own amount. */
function openWorld() {
  const world = conciliationWorld()
  const order = (n: number) => expected(`A-${n}`, 'Ferretería El Tornillo', `${n}00.00`)
  world.poll(order(1), order(2), order(3), order(4))
  const pay = (n: number) => world.ingest(arrived('PEDRO ALVAREZ', { id: `T-${n}`, amount: `${n}00.00` }))
  const choose = (n: number) =>
    world.requests.choose(world.userId, world.requestOf(`A-${n}`).id, world.movementOf(`T-${n}`).id)
  const list = () => world.aliases.list(world.userId, world.account.id)
  return { ...world, pay, choose, list }
}

describe('an alias', () => {
  test('is proposed by the first confirmation and used from the second on, for what is open and what comes', () => {
    const world = openWorld()
    for (const n of [1, 2, 3]) world.pay(n)
    expect(world.list()).toEqual([])

    world.choose(1)
    expect(world.list()).toMatchObject([
      {
        payer: 'PEDRO ALVAREZ',
        customer: 'Ferretería El Tornillo',
        state: 'proposed',
        confirmations: 1,
        confirmed_by: [{ external_id: 'A-1' }],
      },
    ])
    expect(world.statuses()).toMatchObject({ 'A-2': 'not_found', 'A-3': 'not_found' })

    world.choose(2)
    expect(world.list()).toMatchObject([{ state: 'on', confirmations: 2 }])
    expect(world.statuses()).toMatchObject({ 'A-3': 'matched' })

    world.pay(4)
    const learned = world.requestOf('A-4')
    expect(learned).toMatchObject({ status: 'matched', match: { matched_by: 'engine' } })
    expect(learned.attempts.at(-1)?.candidates[0]).toMatchObject({ reason: 'alias' })
    expect(world.list(), 'never learned from automatic matches').toMatchObject([{ confirmations: 2 }])
  })

  test('is not proposed where the names agree anyway, nor where the bank names nobody', () => {
    const world = conciliationWorld()
    world.poll(expected('A', 'Ana Ruiz'), expected('B', 'Luis Sosa', '20.00'))
    world.ingest(arrived('ANA RUIZ', { id: 'T-A', amount: '1499.00' }), arrived(null, { id: 'T-B', amount: '20.00' }))

    world.requests.choose(world.userId, world.requestOf('A').id, world.movementOf('T-A').id)
    world.requests.choose(world.userId, world.requestOf('B').id, world.movementOf('T-B').id)

    expect(world.aliases.list(world.userId, world.account.id)).toEqual([])
  })

  test('loses the confirmation of a decision that is undone', () => {
    const world = openWorld()
    for (const n of [1, 2]) world.pay(n)
    world.choose(1)
    world.choose(2)

    world.requests.undo(world.userId, world.requestOf('A-2').id)

    expect(world.list()).toMatchObject([{ state: 'proposed', confirmations: 1 }])
  })

  test('counts a request once, however often it is decided', () => {
    const world = openWorld()
    world.pay(1)
    world.choose(1)
    world.requests.undo(world.userId, world.requestOf('A-1').id)
    world.choose(1)

    expect(world.list()).toMatchObject([{ confirmations: 1 }])
  })

  test('can be switched off, on, edited and forgotten', () => {
    const world = openWorld()
    for (const n of [1, 2, 3]) world.pay(n)
    world.choose(1)
    const [{ id } = { id: '' }] = world.list()
    const change = (more: object) => world.aliases.change(world.userId, world.account.id, id, more)

    expect(change({ active: false })).toMatchObject({ state: 'off' })
    world.choose(2)
    expect(world.statuses()['A-3']).toBe('not_found')
    expect(world.list()).toMatchObject([{ state: 'off', confirmations: 2 }])

    expect(change({ payer: 'Pedro Álvarez López' })).toMatchObject({ payer: 'Pedro Álvarez López', state: 'off' })
    expect(change({ active: true, payer: 'Pedro Alvarez' })).toMatchObject({ state: 'on' })
    expect(world.statuses()['A-3'], 'switched on for what is open').toBe('matched')

    world.aliases.forget(world.userId, world.account.id, id)
    expect(world.list()).toEqual([])
    world.pay(4)
    expect(world.statuses()['A-4']).toBe('not_found')
    expect(world.db.prepare("select count(*) from acts where kind = 'alias'").pluck().get()).toBe(4)
  })

  test('refuses words that are no name, twins and strangers', () => {
    const world = openWorld()
    world.pay(1)
    world.choose(1)
    const [{ id } = { id: '' }] = world.list()

    expect(() => world.aliases.change(world.userId, world.account.id, id, { payer: '—' })).toThrow(AppError)
    expect(() => world.aliases.change(world.addUser(), world.account.id, id, { active: true })).toThrow('not found')
    expect(() => world.aliases.forget(world.userId, world.account.id, 'nothing')).toThrow('Alias not found')
  })
})
