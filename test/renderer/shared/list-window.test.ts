import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyWindow,
  indexWhere,
  isWhole,
  type ListWindow,
  pageSize,
  pagesOf,
  rowAt,
  withoutRow,
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

test('a row is found wherever it is held, and leaves with those behind it moving up', () => {
  const list = filled([0, 1, 3], 400)
  expect(indexWhere(list, ({ id }) => id === 150)).toBe(150)
  expect(
    indexWhere(list, ({ id }) => id === 250),
    'not held',
  ).toBe(-1)
  expect(isWhole(list)).toBe(false)
  expect(isWhole(filled([0, 1], 200))).toBe(true)

  const rest = withoutRow(list, 50)

  expect(rest.total).toBe(399)
  expect([49, 50, 99, 100].map((index) => rowAt(rest, index)?.id)).toEqual([49, 51, 100, 101])
  expect(rowAt(rest, 199), 'its row is on a page that is not held').toBeUndefined()
  expect(rowAt(rest, 300)?.id).toBe(301)
  expect(withoutRow(list, 250), 'what is not held cannot leave').toBe(list)
})
