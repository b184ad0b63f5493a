import { day } from '../time.ts'
import type { DayCount } from '../waiting-source.ts'

/** Where a page of a list lies that is ordered by day: the days to read, and how many of their rows come before it. */
interface PageDays {
  /** ms UTC; `to` is exclusive. */
  readonly from: number
  readonly to: number
  readonly skip: number
}

/** Only the days of a page are read and sorted, however many wait before and behind them. `null`: past the end. */
export function pageDays(counts: readonly DayCount[], offset: number, limit: number): PageDays | null {
  const perDay = new Map<number, number>()
  for (const each of counts) perDay.set(each.day, (perDay.get(each.day) ?? 0) + each.count)
  let passed = 0
  let first: { day: number; skip: number } | null = null
  for (const [number, count] of [...perDay].sort(([a], [b]) => a - b)) {
    if (!first && passed + count > offset) first = { day: number, skip: offset - passed }
    passed += count
    if (first && passed >= offset + limit) return { from: first.day * day, to: (number + 1) * day, skip: first.skip }
  }
  return first && { from: first.day * day, to: Number.MAX_SAFE_INTEGER, skip: first.skip }
}
