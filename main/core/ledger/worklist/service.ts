import type { Database } from '../../db/open.ts'
import { messageOf } from '../../errors.ts'
import type { Log } from '../../ports.ts'
import type { Workers } from '../../worker/workers.ts'
import type { CountInput } from './count-task.ts'
import { type QueueScope, worklistQueries } from './queries.ts'
import { type Asked, type Counts, type Page, readPage } from './worklist.ts'

/** Runs with more lines than this are counted in a thread; below, a count takes some milliseconds. */
const largeFrom = 3000
/** Runs whose counts are remembered. */
const mostRemembered = 20

export interface Worklists {
  /**
   * A page of a run's queue. Of a large run the counts may be those of a moment ago: they are counted anew in a thread, and
   * `onCounted` says when they changed.
   */
  page(userId: string, asked: Asked): Promise<Page>
  /** Something of the user's books changed: what was counted is old. */
  changed(userId: string): void
}

interface Known {
  readonly counts: Counts
  readonly stamp: number
}

export function createWorklists(deps: {
  readonly db: Database
  readonly workers: Workers
  readonly log: Log
  readonly onCounted: (userId: string, runId: string) => void
}): Worklists {
  const { db, workers, log, onCounted } = deps
  const queries = worklistQueries(db)
  const stamps = new Map<string, number>()
  const stampOf = (userId: string) => stamps.get(userId) ?? 0
  const known = new Map<string, Known>()
  const underWay = new Map<string, Promise<Counts>>()

  function count(userId: string, key: string, scope: QueueScope): Promise<Counts> {
    const already = underWay.get(key)
    if (already) return already
    const stamp = stampOf(userId)
    const input: CountInput = { counts: scope }
    const counting = workers
      .run<Counts>('ledger.worklist', input)
      .then((counts) => {
        known.delete(key)
        known.set(key, { counts, stamp })
        const [oldest] = known.keys()
        if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest)
        return counts
      })
      .finally(() => underWay.delete(key))
    underWay.set(key, counting)
    return counting
  }

  function countAgain(userId: string, key: string, scope: QueueScope, before: Counts): void {
    if (underWay.has(key)) return
    count(userId, key, scope)
      .then((counts) => {
        if (JSON.stringify(counts) !== JSON.stringify(before)) onCounted(userId, scope.runId)
      })
      .catch((error: unknown) => log.warn('worklist_not_counted', { run: scope.runId, error: messageOf(error) }))
  }

  return {
    changed: (userId) => void stamps.set(userId, stampOf(userId) + 1),
    async page(userId, asked) {
      const { scope } = asked
      if (!queries.isLarge(scope, largeFrom)) return readPage(db, asked, queries.counts(scope))
      if (scope.q !== '') {
        const input: CountInput = { page: asked }
        return workers.run<Page>('ledger.worklist', input)
      }
      const key = JSON.stringify(scope)
      const found = known.get(key)
      if (!found) return readPage(db, asked, await count(userId, key, scope))
      if (found.stamp !== stampOf(userId)) countAgain(userId, key, scope, found.counts)
      return readPage(db, asked, found.counts)
    },
  }
}
