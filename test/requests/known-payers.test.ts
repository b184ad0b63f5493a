import { describe, expect, test } from 'vitest'
import { knownPayers } from '../../main/core/requests/known-payers.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

const letters = 'bcdfghjklmnprstvz'
const brand = (i: number): string => `${letters[i % 17]}aro${letters[Math.floor(i / 17)]}eldo`
const orders = Array.from({ length: 50 }, (_, i) =>
  expected(`A-${i}`, `Zentrova del Karmil ${brand(i)}`, `${100 + i}.00`),
)

describe('what the payers of an account share', () => {
  test('does not match by itself, and equal names still do', () => {
    const world = conciliationWorld()
    world.poll(...orders)
    world.ingest(arrived('ZENTROVA DEL KARMIL', { amount: '100.00' }))
    world.ingest(arrived('ZENTROVA DEL KARMIL ', { amount: '101.00' }))
    world.ingest(arrived(`Zentrova del Karmil ${brand(2)}`.toUpperCase(), { amount: '102.00' }))

    expect(world.statuses()).toMatchObject({ 'A-0': 'not_found', 'A-1': 'not_found', 'A-2': 'matched' })
  })

  test('is counted from orders and brought up to date, and no movement changes it', () => {
    const world = conciliationWorld()
    const words = knownPayers(world.db)
    expect(words(world.account.id).frequency('zentrova')).toBe(0)

    world.poll(...orders.slice(0, 30))
    expect(words(world.account.id).frequency('zentrova')).toBe(1)
    const before = ['zentrova', 'karmil', brand(1)].map((word) => words(world.account.id).frequency(word))
    for (let i = 0; i < 40; i++) world.ingest(arrived(`KARMIL ${brand(i)} OTRO`, { amount: `${9000 + i}.00` }))
    expect(['zentrova', 'karmil', brand(1)].map((word) => words(world.account.id).frequency(word))).toEqual(before)
    expect(
      ['zentrova', 'karmil', brand(1)].map((word) => knownPayers(world.db)(world.account.id).frequency(word)),
    ).toEqual(before)

    world.clock.advance(1000)
    const others = Array.from({ length: 30 }, (_, i) => expected(`B-${i}`, `Molino ${brand(i)}`, `${500 + i}.00`))
    world.poll(...orders.slice(0, 30), ...others)
    expect(words(world.account.id).frequency('zentrova')).toBe(0.5)
  })

  test('belongs to one account', () => {
    const world = conciliationWorld()
    const other = world.addAccount()
    world.poll(...orders)
    expect(knownPayers(world.db)(other.id).frequency('zentrova')).toBe(0)
  })
})
