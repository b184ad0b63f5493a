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
