import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemAfter, itemAway } from '../../../renderer/features/inbox/next-item.ts'

const items = ['a', 'b', 'c'].map((id) => ({ id }))

describe('walking through the inbox', () => {
  test('goes one place on and back, and stops at both ends', () => {
    expect(itemAway(items, 'a', 0, 1)).toBe('b')
    expect(itemAway(items, 'b', 1, -1)).toBe('a')
    expect(itemAway(items, 'a', 0, -1)).toBe('a')
    expect(itemAway(items, 'c', 2, 1)).toBe('c')
    expect(itemAway([], 'a', 0, 1)).toBeNull()
  })

  test('goes on from where an item stood that has left', () => {
    expect(itemAway(items, 'gone', 1, 1)).toBe('b')
    expect(itemAway(items, 'gone', 1, -1)).toBe('a')
    expect(itemAway(items, 'gone', 9, 1)).toBe('c')
    expect(itemAway(items, 'gone', 0, -1)).toBe('a')
  })
})

describe('after an answer', () => {
  test('the one behind it is there, at the end the one before, then nothing', () => {
    expect(itemAfter(items, 'a', 0)).toBe('b')
    expect(itemAfter(items, 'c', 2)).toBe('b')
    expect(itemAfter([{ id: 'a' }], 'a', 0)).toBeNull()
    expect(itemAfter(items, 'gone', 1)).toBe('b')
  })

  test('every item comes up once when each is answered in turn', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (ids, start) => {
        let rest = ids.map((id) => ({ id }))
        let focus: string | null = ids[start % ids.length] ?? null
        const seen: string[] = []
        while (focus !== null) {
          const answered: string = focus
          seen.push(answered)
          const at = rest.findIndex(({ id }) => id === answered)
          focus = itemAfter(rest, answered, at)
          rest = rest.filter(({ id }) => id !== answered)
        }
        expect(seen.sort()).toEqual([...ids].sort())
      }),
    )
  })
})
