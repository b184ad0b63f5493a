import type { ApplyQueries, GroupedLine } from './apply-queries.ts'

const rowsPerPage = 4000

/**
 * The lines of an import that wait, page by page as they lie; those of one group stand together and are never parted by
 * the end of a page. A line applied meanwhile does not come again.
 */
export function* waitingPages(
  queries: Pick<ApplyQueries, 'waitingAfter'>,
  importId: string,
  groupOf: (line: GroupedLine) => string,
): Generator<readonly GroupedLine[], void, undefined> {
  let held: readonly GroupedLine[] = []
  let last = 0
  for (;;) {
    const found = queries.waitingAfter(importId, last, rowsPerPage)
    const rows = [...held, ...found]
    if (found.length < rowsPerPage) {
      if (rows.length > 0) yield rows
      return
    }
    last = found.at(-1)?.id ?? last
    const group = groupOf(rows.at(-1) as GroupedLine)
    const cut = rows.findLastIndex((row) => groupOf(row) !== group) + 1
    held = rows.slice(cut)
    if (cut > 0) yield rows.slice(0, cut)
  }
}
