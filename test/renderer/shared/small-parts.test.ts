import { describe, expect, test, vi } from 'vitest'
import { dayRange } from '../../../renderer/shared/list/day-range.ts'
import { plural } from '../../../renderer/shared/plural.ts'
import { visibleColumns } from '../../../renderer/shared/table/column.ts'
import { moved } from '../../../renderer/shared/table/move-key.ts'
import { scrollScale, tallest } from '../../../renderer/shared/table/scaled-scroll.ts'
import { throttled } from '../../../renderer/shared/throttle.ts'

describe('dayRange', () => {
  test('both days are whole days of the own calendar', () => {
    const { from, to } = dayRange('2026-05-12', '2026-05-13')
    expect(from).toBe(new Date(2026, 4, 12).toISOString())
    expect(to).toBe(new Date(new Date(2026, 4, 14).getTime() - 1).toISOString())
  })

  test('what is not a day is no limit', () => {
    expect(dayRange('', 'tomorrow')).toEqual({ from: undefined, to: undefined })
  })
})

describe('keys of a list', () => {
  test.each([
    ['j', -1, 0],
    ['j', 3, 4],
    ['ArrowDown', 9, 9],
    ['k', -1, 0],
    ['k', 0, 0],
    ['PageDown', 2, 7],
    ['PageUp', 2, 0],
    ['End', 0, 9],
    ['Home', 5, 0],
  ])('%s from %d goes to %d of ten', (key, at, to) => {
    expect(moved(key, at, 10, 5)).toBe(to)
  })

  test('other keys, and an empty list, move nothing', () => {
    expect(moved('x', 0, 10, 5)).toBeNull()
    expect(moved('j', -1, 0, 5)).toBeNull()
  })
})

describe('scrollScale', () => {
  test('is one while a browser can measure the list', () => {
    expect(scrollScale(tallest, 800)).toBe(1)
  })

  test('brings the last row of a million to the end of the scroll bar', () => {
    const listHeight = 36_000_000
    expect((tallest - 800) * scrollScale(listHeight, 800)).toBeCloseTo(listHeight - 800)
  })
})

describe('visibleColumns', () => {
  const columns = [
    { id: 'name', header: '', width: '', cell: () => null },
    { id: 'date', header: '', width: '', from: 600, cell: () => null },
    { id: 'extra', header: '', width: '', optional: true as const, cell: () => null },
  ]
  test('columns step aside in a narrow table and come back', () => {
    expect(visibleColumns(columns, {}, 500)).toEqual({ name: true, date: false, extra: false })
    expect(visibleColumns(columns, {}, 700)).toEqual({ name: true, date: true, extra: false })
  })

  test("the person's choice wins, except that the first column stays", () => {
    expect(visibleColumns(columns, { name: false, date: true, extra: true }, 500)).toEqual({
      name: true,
      date: true,
      extra: true,
    })
  })
})

test('plural picks between two forms and shows the number as formatted', () => {
  expect(plural(1, String)).toEqual({ count: 1, n: '1' })
  expect(plural(1_000_000, (n) => n.toLocaleString('es'))).toEqual({ count: 2, n: '1.000.000' })
})

test('throttled runs at once, then at most once a while, and never loses the last call', () => {
  vi.useFakeTimers()
  try {
    const run = vi.fn()
    const calm = throttled(run, 1000)
    for (let i = 0; i < 50; i++) calm()
    expect(run).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(5000)
    expect(run).toHaveBeenCalledTimes(2)
    calm()
    expect(run).toHaveBeenCalledTimes(3)
  } finally {
    vi.useRealTimers()
  }
})
