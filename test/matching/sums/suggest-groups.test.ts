import { describe, expect, it } from 'vitest'
import type { FreeMovement, OpenRequest } from '../../../main/core/matching/assignment/types.ts'
import { suggestOrdersFor, suggestTransfersFor } from '../../../main/core/matching/sums/suggest-groups.ts'
import { day } from '../../../main/core/time.ts'

const order = (id: string, name: string, amountMinor: number, createdAt = 0, currency = 'UYU'): OpenRequest => ({
  id,
  externalId: id,
  name,
  amountMinor,
  currency,
  createdAt,
})
const transfer = (
  id: string,
  sender: string | null,
  amountMinor: number,
  receivedAt = day,
  currency = 'UYU',
): FreeMovement => ({
  id,
  sender,
  text: null,
  amountMinor,
  currency,
  receivedAt,
})
const options = { windowMs: 5 * day }

describe('one transfer for several orders', () => {
  it('is suggested for orders of the same payer', () => {
    const orders = [
      order('A', 'Juan Pérez', 400),
      order('B', 'Ana Gómez', 600),
      order('C', 'Pérez, Juan', 600),
      order('D', 'Juan Pérez', 777),
    ]
    expect(suggestOrdersFor(transfer('m', 'TRANSF DE JUAN PEREZ', 1_000), orders, options)).toMatchObject({
      isComplete: true,
      suggestion: {
        kind: 'one_transfer_several_orders',
        requestIds: ['A', 'C'],
        movementIds: ['m'],
        differenceMinor: 0,
        alternatives: [],
      },
    })
  })

  it.each([
    ['another payer', order('B', 'Ana Gómez', 600)],
    ['a payer that cannot be told', order('B', 'Juan', 600)],
    ['another currency', order('B', 'Juan Pérez', 600, 0, 'USD')],
    ['an order registered too late', order('B', 'Juan Pérez', 600, 7 * day)],
  ])('is not suggested with %s', (_, other) => {
    const found = suggestOrdersFor(transfer('m', 'JUAN PEREZ', 1_000), [order('A', 'Juan Pérez', 400), other], options)
    expect(found.suggestion).toBeNull()
  })

  it('names up to three other groups that add up as well', () => {
    const orders = [300, 700, 400, 600, 450, 550, 200, 800, 100, 900].map((amount, i) =>
      order(`A${i}`, 'Juan Pérez', amount, i),
    )
    const { suggestion } = suggestOrdersFor(transfer('m', 'JUAN PEREZ', 1_000), orders, options)
    expect(suggestion?.alternatives).toHaveLength(3)
  })

  it('is not suggested without a sender', () => {
    const orders = [order('A', 'Juan Pérez', 400), order('B', 'Juan Pérez', 600)]
    expect(suggestOrdersFor(transfer('m', null, 1_000), orders, options).suggestion).toBeNull()
  })
})

describe('several transfers for one order', () => {
  it('are suggested when they are the payer’s', () => {
    const transfers = [
      transfer('a', 'BENTANCOR LUCIA', 250),
      transfer('b', 'LUCIA BENTANCOR', 750),
      transfer('c', 'MARTA SOSA', 750),
    ]
    expect(suggestTransfersFor(order('A', 'Lucía Bentancor', 1_000), transfers, options).suggestion).toMatchObject({
      kind: 'several_transfers_one_order',
      requestIds: ['A'],
      movementIds: ['a', 'b'],
    })
  })

  it('are suggested within a tolerance only when one is given', () => {
    const transfers = [transfer('a', 'LUCIA BENTANCOR', 250), transfer('b', 'LUCIA BENTANCOR', 745)]
    const request = order('A', 'Lucía Bentancor', 1_000)
    expect(suggestTransfersFor(request, transfers, options).suggestion).toBeNull()
    expect(suggestTransfersFor(request, transfers, { ...options, tolerance: 5 }).suggestion?.differenceMinor).toBe(-5)
  })
})
