import type { Failure } from '../failure.ts'

/** The part of a long list that is held for drawing: whole pages around what is in sight, and the total. */
export interface ListWindow<Row> {
  /** `null` until the first answer. */
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly Row[]>
  readonly failure: Failure | null
}

export const pageSize = 100
/** Pages held at most; the ones farthest from what is in sight go first. */
const mostPages = 24

export const emptyWindow = { total: null, pages: new Map(), failure: null } as const satisfies ListWindow<never>

/** Numbers of the pages that hold the rows `first` to `last`. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / pageSize)
  const to = Math.floor(Math.max(first, last, 0) / pageSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

export const rowAt = <Row>(list: ListWindow<Row>, index: number): Row | undefined =>
  list.pages.get(Math.floor(index / pageSize))?.[index % pageSize]

/** Every row is held. */
export const isWhole = (list: ListWindow<unknown>): boolean =>
  [...list.pages.values()].reduce((held, rows) => held + rows.length, 0) === list.total

/** Where the row stands, -1 when it is not held. */
export function indexWhere<Row>(list: ListWindow<Row>, fits: (row: Row) => boolean): number {
  for (const [page, rows] of list.pages) {
    const at = rows.findIndex(fits)
    if (at >= 0) return page * pageSize + at
  }
  return -1
}

/** The list without one row: those behind it move up, as far as they are held. */
export function withoutRow<Row>(list: ListWindow<Row>, index: number): ListWindow<Row> {
  if (list.total === null || rowAt(list, index) === undefined) return list
  const gone = Math.floor(index / pageSize)
  const pages = new Map(
    [...list.pages].map(([page, rows]) => {
      if (page < gone) return [page, rows]
      const moving = list.pages.get(page + 1)?.slice(0, 1) ?? []
      return [page, [...rows.toSpliced(page === gone ? index % pageSize : 0, 1), ...moving]]
    }),
  )
  return { ...list, total: list.total - 1, pages }
}

export function withPage<Row>(
  list: ListWindow<Row>,
  page: number,
  answer: { rows: readonly Row[]; total: number },
): ListWindow<Row> {
  const pages = new Map(list.pages).set(page, answer.rows)
  const farthestFirst = [...pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page))
  for (const far of farthestFirst.slice(0, Math.max(0, pages.size - mostPages))) pages.delete(far)
  return { total: answer.total, pages, failure: null }
}
