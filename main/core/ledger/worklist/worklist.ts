import type { Database } from '../../db/open.ts'
import { type Group, type QueueGroup, type QueueRow, type QueueScope, queueGroups, worklistQueries } from './queries.ts'

export type Counts = Readonly<Record<QueueGroup, number>>

export interface Asked {
  readonly scope: QueueScope
  /** One group only; null is the whole queue. */
  readonly group: Group | null
  readonly limit: number
  readonly offset: number
}

export interface Page {
  readonly rows: readonly QueueRow[]
  readonly total: number
  readonly counts: Counts
}

/** Rows of several groups as one list: offset and limit run over all of them. */
export function readPage(db: Database, { scope, group, limit, offset }: Asked, counts: Counts): Page {
  const queries = worklistQueries(db)
  const countOf = (name: Group) =>
    Object.hasOwn(counts, name) ? counts[name as QueueGroup] : queries.count(scope, name)
  const groups = (group === null ? queueGroups : [group]).map((name) => [name, countOf(name)] as const)
  const rows: QueueRow[] = []
  let skip = offset
  for (const [name, count] of groups) {
    const room = limit - rows.length
    if (room > 0 && skip < count) rows.push(...queries.rows(scope, name, room, skip))
    skip = Math.max(0, skip - count)
  }
  return { rows, total: groups.reduce((sum, [, count]) => sum + count, 0), counts }
}
