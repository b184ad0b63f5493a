import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../main/core/matching/assign.ts'
import { day } from '../../main/core/time.ts'
import { decide, type MovementText, movement, type OrderText, order, registered, resultsOf } from './group.ts'

describe('several open requests of one amount', () => {
  test('one movement that fits two equally makes both ambiguous, whoever was registered first', () => {
    const decided = decide(
      [
        { id: 'older', name: 'Juan Perez' },
        { id: 'younger', name: 'Juan Pérez', createdAt: registered + day },
      ],
      [{ id: 'm', sender: 'JUAN PEREZ' }],
    )

    expect(resultsOf(decided)).toEqual({ older: 'ambiguous', younger: 'ambiguous' })
    expect(decided.map(({ candidates }) => candidates)).toEqual([
      [{ id: 'm', score: 1, reason: 'same_name' }],
      [{ id: 'm', score: 1, reason: 'same_name' }],
    ])
  })

  test('a rival with a clearly lower score gives way and is decided again without the movement', () => {
    const decided = decide(
      [
        { id: 'perez', name: 'Juan Perez' },
        { id: 'gomez', name: 'Juan Gomez' },
      ],
      [
        { id: 'm1', sender: 'Juan Perez' },
        { id: 'm2', sender: null },
      ],
    )

    expect(resultsOf(decided)).toEqual({ perez: 'm1', gomez: 'm2' })
  })

  test('a rival that comes near leaves both to a person', () => {
    const decided = decide(
      [
        { id: 'longer', name: 'Juan Perez Gomez' },
        { id: 'other', name: 'Juan Luis Perez' },
      ],
      [{ id: 'm', sender: 'Juan Perez' }],
    )

    expect(resultsOf(decided)).toEqual({ longer: 'ambiguous', other: 'ambiguous' })
  })

  test('the only candidate of two goes to the one with the clearly better score even when it is not a good one', () => {
    const decided = decide(
      [
        { id: 'ana ruiz', name: 'Ana Maria Ruiz' },
        { id: 'ana', name: 'Ana Lopez' },
      ],
      [{ id: 'm', sender: 'Ruiz Ana' }],
    )

    expect(resultsOf(decided)).toEqual({ 'ana ruiz': 'm', ana: 'not_found' })
  })

  test('a request without any claim left over is told which movements bore another name', () => {
    const [, gomez] = decide(
      [
        { id: 'a', name: 'Juan Perez' },
        { id: 'b', name: 'Rosa Gomez' },
      ],
      [
        { id: 'm1', sender: 'Juan Perez' },
        { id: 'm2', sender: 'Pedro Diaz' },
      ],
    )

    expect(gomez).toMatchObject({ result: 'not_found', candidates: [{ id: 'm2', score: 0, reason: 'other_name' }] })
  })

  test('a request that waits for a person competes but takes nothing', () => {
    const decided = decide(
      [
        { id: 'waiting', name: 'Juan Perez', mayTake: false },
        { id: 'new', name: 'Juan Perez' },
      ],
      [{ id: 'm', sender: 'Juan Perez' }],
    )

    expect(resultsOf(decided)).toEqual({ waiting: 'ambiguous', new: 'ambiguous' })
    expect(
      resultsOf(decide([{ id: 'waiting', name: 'Juan Perez', mayTake: false }], [{ sender: 'Juan Perez' }])),
    ).toEqual({
      waiting: 'ambiguous',
    })
  })

  test('a movement that a person took back is not given to the same request again, but to another', () => {
    const movements: MovementText[] = [{ id: 'm', sender: 'Juan Perez' }]

    expect(resultsOf(decide([{ id: 'a', name: 'Juan Perez', barred: ['m'] }], movements))).toEqual({ a: 'not_found' })
    expect(
      resultsOf(
        decide(
          [
            { id: 'a', name: 'Juan Perez', barred: ['m'] },
            { id: 'b', name: 'Juan Perez' },
          ],
          movements,
        ),
      ),
    ).toEqual({ a: 'not_found', b: 'm' })
  })

  test('each request has its own window', () => {
    const decided = decide(
      [
        { id: 'early', name: 'Juan Perez' },
        { id: 'late', name: 'Juan Perez', createdAt: registered + 6 * day },
      ],
      [{ id: 'm', sender: 'Juan Perez' }],
    )

    expect(resultsOf(decided)).toEqual({ early: 'm', late: 'not_found' })
  })

  test('the list of a matched request holds everything that passed the hard filters, best first', () => {
    const [decided] = decide(
      [{ name: 'Juan Perez' }],
      [
        { id: 'a', sender: 'Rosa Diaz' },
        { id: 'b', sender: 'Juan Perez' },
        { id: 'c', sender: 'Juan Gomez' },
      ],
    )

    expect(decided?.candidates.map(({ id, reason }) => [id, reason])).toEqual([
      ['b', 'same_name'],
      ['c', 'shared_words'],
      ['a', 'other_name'],
    ])
  })
})

describe('any group', () => {
  const person = fc.constantFrom(
    'Juan Perez',
    'Perez Juan',
    'JUAN PÉREZ',
    'Juan Gomez',
    'Ana Ruiz',
    'Ana Ruiz Soto',
    'Ana',
    'Acme SA',
  )
  const orders = fc
    .array(
      fc.record({ name: person, createdAt: fc.nat(8).map((days) => registered + days * day), mayTake: fc.boolean() }),
      {
        maxLength: 7,
      },
    )
    .map((list) => list.map((each, i): OrderText => ({ ...each, id: `r${i}` })))
  const movements = fc
    .array(
      fc.record({
        sender: fc.option(person, { nil: null }),
        receivedAt: fc.integer({ min: -8, max: 8 }).map((days) => registered + days * day),
      }),
      { maxLength: 7 },
    )
    .map((list) => list.map((each, i): MovementText => ({ ...each, id: `m${i}` })))

  test('the order of the input never changes the result', () => {
    fc.assert(
      fc.property(
        orders.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        movements.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([someOrders, shuffledOrders], [someMovements, shuffledMovements]) => {
          const plain = assign(someOrders.map(order), someMovements.map(movement))
          expect(assign(shuffledOrders.map(order), shuffledMovements.map(movement))).toEqual(plain)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('no movement serves two requests, and none is taken that does not fit', () => {
    fc.assert(
      fc.property(orders, movements, (someOrders, someMovements) => {
        const decided = assign(someOrders.map(order), someMovements.map(movement))
        const taken = decided.flatMap(({ movementId }) => (movementId === null ? [] : [movementId]))
        expect(new Set(taken).size).toBe(taken.length)
        for (const { requestId, movementId, candidates } of decided) {
          if (movementId === null) continue
          expect(someOrders.find(({ id }) => id === requestId)?.mayTake).toBe(true)
          expect(candidates.find(({ id }) => id === movementId)?.score).toBeGreaterThan(0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('a movement of another name changes no decision', () => {
    fc.assert(
      fc.property(orders, movements, fc.nat(8), (someOrders, someMovements, days) => {
        const stranger: MovementText = { id: 'stranger', sender: 'Zoe Quiroga', receivedAt: registered + days * day }
        const without = assign(someOrders.map(order), someMovements.map(movement))
        const beside = assign(someOrders.map(order), [stranger, ...someMovements].map(movement))
        expect(resultsOf(beside)).toEqual(resultsOf(without))
      }),
      { numRuns: 1000 },
    )
  })

  test('what is left undecided is undecided for a reason: nothing clear remains', () => {
    fc.assert(
      fc.property(orders, movements, (someOrders, someMovements) => {
        const decided = assign(someOrders.map(order), someMovements.map(movement))
        const done = new Set(
          decided.flatMap(({ requestId, movementId }) => (movementId === null ? [] : [requestId, movementId])),
        )
        const again = assign(
          someOrders.filter(({ id }) => !done.has(id ?? '')).map(order),
          someMovements.filter(({ id }) => !done.has(id ?? '')).map(movement),
        )
        expect(again.every(({ movementId }) => movementId === null)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

test('a crowd of one amount with alike names is decided in a moment', () => {
  const count = 3000
  const person = (i: number) => `Persona Numero ${10_000 + i} Prueba`
  const orders = Array.from({ length: count }, (_, i) => order({ id: `r${i}`, name: person(i) }))
  const movements = Array.from({ length: count }, (_, i) => movement({ id: `m${i}`, sender: person(i).toUpperCase() }))

  const started = performance.now()
  const decided = assign(orders, movements)

  expect(decided.every(({ requestId, movementId }) => movementId === requestId.replace('r', 'm'))).toBe(true)
  expect(performance.now() - started).toBeLessThan(8000)
})
