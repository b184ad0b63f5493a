import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyWindow,
  type ListWindow,
  pageSize,
  pagesOf,
  rowAt,
  withPage,
} from '../../../renderer/shared/list/list-window.ts'

const page = (number: number, length = pageSize) =>
  Array.from({ length }, (_, index) => ({ id: number * pageSize + index }))

const filled = (pages: readonly number[], total = 1_000_000) =>
  pages.reduce<ListWindow<{ id: number }>>(
    (list, number) => withPage(list, number, { rows: page(number), total }),
    emptyWindow,
  )

describe('list window', () => {
  test('the pages of what is in sight', () => {
    expect(pagesOf(0, 30)).toEqual([0])
    expect(pagesOf(90, 130)).toEqual([0, 1])
    expect(pagesOf(999_950, 999_999)).toEqual([9999])
  })

  test('every row that is held is found at its index, every other one is not there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9999), { minLength: 1, maxLength: 60 }), fc.nat(999_999), (pages, index) => {
        const list = filled(pages)
        const held = list.pages.has(Math.floor(index / pageSize))
        expect(rowAt(list, index)).toEqual(held ? { id: index } : undefined)
      }),
    )
  })

  test('what is held stays bounded, and the newest page is always held', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9999), { minLength: 1, maxLength: 80 }), (pages) => {
        const list = filled(pages)
        expect(list.pages.size).toBeLessThanOrEqual(24)
        expect(list.pages.has(pages.at(-1) ?? 0)).toBe(true)
      }),
    )
  })

  test('an answer replaces the total and clears a failure', () => {
    const list = withPage({ ...filled([0]), failure: {} as never }, 1, { rows: page(1, 3), total: 103 })
    expect(list).toMatchObject({ total: 103, failure: null })
  })
})
