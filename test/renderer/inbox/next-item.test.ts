import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeAfter, placeAway } from '../../../renderer/features/inbox/next-item.ts'

describe('walking through the inbox', () => {
  test('goes one place on and back, and stops at both ends', () => {
    expect(placeAway(3, 0, 0, 1)).toBe(1)
    expect(placeAway(3, 1, 1, -1)).toBe(0)
    expect(placeAway(3, 0, 0, -1)).toBe(0)
    expect(placeAway(3, 2, 2, 1)).toBe(2)
    expect(placeAway(0, -1, 0, 1)).toBeNull()
  })

  test('goes on from where an item stood that has left', () => {
    expect(placeAway(3, -1, 1, 1)).toBe(1)
    expect(placeAway(3, -1, 1, -1)).toBe(0)
    expect(placeAway(3, -1, 9, 1)).toBe(2)
    expect(placeAway(3, -1, 0, -1)).toBe(0)
  })
})

describe('after an answer', () => {
  test('the one behind it is there, at the end the one before, then nothing', () => {
    expect(placeAfter(3, 0, 0)).toBe(1)
    expect(placeAfter(3, 2, 2)).toBe(1)
    expect(placeAfter(1, 0, 0)).toBeNull()
    expect(placeAfter(3, -1, 1)).toBe(1)
    expect(placeAfter(0, -1, 1)).toBeNull()
  })

  test('every item comes up once when each is answered in turn, whether the list knows it already or not', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 })
    fc.assert(
      fc.property(ids, fc.nat(), fc.boolean(), (all, start, isTakenOutFirst) => {
        let rest = all
        let focus: string | undefined = all[start % all.length]
        const seen: string[] = []
        while (focus !== undefined) {
          const answered: string = focus
          seen.push(answered)
          const at = rest.indexOf(answered)
          const after = rest.filter((id) => id !== answered)
          const list = isTakenOutFirst ? after : rest
          const place = placeAfter(list.length, list.indexOf(answered), at)
          focus = place === null ? undefined : list[place]
          rest = after
        }
        expect(seen.sort()).toEqual([...all].sort())
      }),
    )
  })
})
