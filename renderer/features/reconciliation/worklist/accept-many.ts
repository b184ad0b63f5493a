import { api } from '../../../api.ts'
import type { AcceptedMany, Group } from '../ledger-api.ts'

const pageSize = 500

/** Ids of the proposals of one group that a search shows. */
async function shownIn(runId: string, group: Group, q: string): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const { data, has_more: more } = await api.books.worklist(
      runId,
      { group, q },
      { limit: pageSize, offset: ids.length },
    )
    ids.push(...data.map(({ id }) => id))
    if (!more || data.length === 0) return ids
  }
}

/** Accepts the strong proposals that are shown: all of the run, or those that the search leaves. */
export const acceptShownStrong = async (runId: string, q: string | null): Promise<AcceptedMany> =>
  api.books.acceptAll(runId, q === null ? { min_band: 'strong' } : { ids: await shownIn(runId, 'strong', q) })

/**
 * Takes back what was accepted together, last first. It stops at a decision that is not among them: somebody decided
 * since. Answers how many were taken back.
 */
export async function takeBackAll(runId: string, ids: readonly string[]): Promise<number> {
  const left = new Set(ids)
  let count = 0
  while (left.size > 0) {
    const [decision] = (await api.books.undo(runId)).data
    if (!decision) break
    count += 1
    if (!left.delete(decision.entity_id)) {
      await api.books.redo(runId)
      return count - 1
    }
  }
  return count
}
