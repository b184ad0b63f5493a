import type { Clock } from '../../ports.ts'
import type { itemQueries } from '../items/item-queries.ts'
import type { Allocations } from './allocations.ts'
import type { matchQueries } from './match-queries.ts'
import type { Match } from './types.ts'

/** Suggestions that compete with an accepted match: they go with it, and come back when it is undone (6.10). */
export function createRivals(deps: {
  queries: ReturnType<typeof matchQueries>
  items: ReturnType<typeof itemQueries>
  allocations: Allocations
  now: Clock
}) {
  const { queries, items, allocations, now } = deps

  /** A suggestion that goes for good leaves its note on its first item (6.11). */
  function keepNote(userId: string, match: Match): void {
    const id = match.legs.find(({ side }) => side === 'source')?.sourceEntryId
    if (match.note === null || !id) return
    const item = items.byId(userId, id)
    const earlier = item?.note ? `${item.note}\n` : ''
    items.setNote(id, `${earlier}${match.note}`, now())
  }

  return {
    /** Takes the rivals of a match away and answers them, for the trail and the undo. */
    drop(match: Match): Match[] {
      const rivals = new Map<string, Match>()
      for (const leg of match.legs)
        for (const rival of queries.suggestionsWith(allocations.idOf(leg)))
          if (rival.id !== match.id) rivals.set(rival.id, rival)
      for (const id of rivals.keys()) queries.remove(id)
      return [...rivals.values()]
    },
    /** Offers those again whose entries are open. */
    restore(userId: string, dropped: readonly Match[]): void {
      for (const match of dropped) {
        if (queries.byId(userId, match.id) !== null || !allocations.areOpen(userId, match.legs)) continue
        queries.insert({ ...match, version: match.version + 1, modifiedAt: now() })
      }
    },
    /** Suggestions of entries that are closed, changed or removed. */
    dropOf(userId: string, entryIds: readonly string[]): void {
      for (const id of entryIds)
        for (const match of queries.suggestionsWith(id)) {
          keepNote(userId, match)
          queries.remove(match.id)
        }
    },
  }
}
