/** The marked row of a list by its place and its id. */
export interface Mark {
  readonly index: number
  /** `null`: it was not loaded when it was marked. */
  readonly id: string | null
}
export const unmarked: Mark = { index: -1, id: null }

/** How far a row is looked for that others pushed away. */
const reach = 100

/** Where the marked row is now: rows that come and go above it take no key away from it. One that is gone leaves its place. */
export function markPlace<Row>(
  { index, id }: Mark,
  rowAt: (index: number) => Row | undefined,
  rowId: (row: Row) => string,
): number {
  const isThere = (at: number) => {
    const row = at < 0 ? undefined : rowAt(at)
    return row !== undefined && rowId(row) === id
  }
  if (id === null || isThere(index)) return index
  for (let step = 1; step <= reach; step += 1) {
    if (isThere(index - step)) return index - step
    if (isThere(index + step)) return index + step
  }
  return index
}
