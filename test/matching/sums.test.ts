import { describe, expect, it } from 'vitest'
import type { FreeMovement, OpenRequest } from '../../main/core/matching/assignment/types.ts'
import { suggestOrdersFor, suggestTransfersFor } from '../../main/core/matching/sums/suggest-groups.ts'
import { day } from '../../main/core/time.ts'

const at = Date.parse('2026-05-12T10:00:00Z')
const order = (id: string, amountMinor: number, name = 'Almacén Los Ceibos'): OpenRequest => ({
  id,
  externalId: id,
  name,
  amountMinor,
  currency: 'UYU',
  createdAt: at,
})
const transfer = (id: string, amountMinor: number, sender = 'ALMACEN LOS CEIBOS'): FreeMovement => ({
  id,
  sender,
  text: null,
  amountMinor,
  currency: 'UYU',
  receivedAt: at,
})
const options = { windowMs: 5 * day }

describe('suggestions beyond one to one', () => {
  it('find the orders of the same payer that one transfer pays together', () => {
    const orders = [order('A', 123_45), order('B', 876_01), order('C', 555_55)]
    const { suggestion, isComplete } = suggestOrdersFor(transfer('t', 123_45 + 555_55), orders, options)
    expect(isComplete).toBe(true)
    expect(suggestion).toMatchObject({ kind: 'one_transfer_several_orders', movementIds: ['t'], differenceMinor: 0 })
    expect([...(suggestion?.requestIds ?? [])].sort()).toEqual(['A', 'C'])
  })

  it('find the transfers of the same payer that pay one order together', () => {
    const transfers = [transfer('a', 300_17), transfer('b', 700_29), transfer('c', 11_11)]
    const { suggestion } = suggestTransfersFor(order('O', 300_17 + 700_29), transfers, options)
    expect(suggestion).toMatchObject({ kind: 'several_transfers_one_order', requestIds: ['O'] })
    expect([...(suggestion?.movementIds ?? [])].sort()).toEqual(['a', 'b'])
  })

  it('never add up orders of different payers or currencies', () => {
    const orders = [order('A', 123_45), order('B', 555_55, 'Transportes Oriental')]
    expect(suggestOrdersFor(transfer('t', 679_00), orders, options).suggestion).toBeNull()
    const foreign = [order('A', 123_45), { ...order('B', 555_55), currency: 'USD' }]
    expect(suggestOrdersFor(transfer('t', 679_00), foreign, options).suggestion).toBeNull()
  })

  it('ends within its bounds among many orders, and says so', () => {
    const orders = Array.from({ length: 60 }, (_, i) => order(`O${i}`, 100_03 + 7 * i))
    const search = suggestOrdersFor(transfer('t', 999_999_99), orders, options)
    expect(search.suggestion).toBeNull()
    expect(search.wasCutShort).toBe(true)
  })
})
