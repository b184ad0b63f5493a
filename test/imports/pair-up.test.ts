import { describe, expect, test } from 'vitest'
import { pairUp } from '../../main/core/imports/pair-up.ts'
import { createNameReader } from '../../main/core/matching/prepared-names.ts'

const one = (name: string | null, text: string | null = null, reference: string | null = null) => ({
  name,
  text,
  reference,
})
const pair = (left: ReturnType<typeof one>[], right: ReturnType<typeof one>[]) =>
  pairUp(left, right, createNameReader())

describe('reports of one amount and day', () => {
  test('pair by name whatever its order and letters; another payer is another payment', () => {
    expect(pair([one('Ana Ruiz'), one('Juan Pérez')], [one('PEREZ JUAN'), one('Eva Sosa'), one('RUIZ ANA')])).toEqual([
      2, 0,
    ])
    expect(pair([one('Ana Ruiz')], [one('Juan Pérez')])).toEqual([-1])
  })

  test('of twins as many pair as both sides have', () => {
    const twin = one('Ana Ruiz')
    expect(pair([twin, twin, twin], [twin, twin]).filter((at) => at >= 0)).toEqual([0, 1])
  })

  test('pair without a name where nothing contradicts, after those whose name is in the text', () => {
    const lines = [one(null, 'TRANSFER 77'), one(null, 'FROM JUAN PEREZ')]
    expect(pair(lines, [one('Juan Pérez'), one('Ana Ruiz')])).toEqual([1, 0])
  })

  test("the bank's own reference decides before names", () => {
    expect(pair([one('A. R.', null, 'T-1')], [one('Ana Ruiz'), one('Somebody', null, 'T-1')])).toEqual([1])
  })

  test('ten thousand equal payments pair at once', () => {
    const many = Array.from({ length: 10_000 }, () => one('Ana Ruiz'))
    const began = performance.now()
    expect(pair(many, many).every((at) => at >= 0)).toBe(true)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
