import type { Account } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { distinctGroups } from '../requests/group.ts'
import type { Requests } from '../requests/types.ts'
import { inSlices } from '../slices.ts'
import type { Webhooks } from '../webhooks/types.ts'
import { applyQueries } from './apply-queries.ts'

interface UndoDeps {
  readonly store: Store
  readonly requests: Pick<Requests, 'movementsLeave' | 'movementsArrived'>
  readonly webhooks: Pick<Webhooks, 'movementsRemoved'>
  readonly stopped: () => boolean
}

/**
 * Takes back what an import brought, in slices like its application: the row that says `undoing` is the switch, and a
 * start goes on where a crash ended. A movement that a reading, a feed or another import brought as well stays.
 */
export function createUndo({ store, requests, webhooks, stopped }: UndoDeps) {
  const queries = applyQueries(store.db)

  type Brought = ReturnType<typeof queries.ofImport>[number]

  function undoSlice(slice: readonly Brought[], importId: string, account: Account, userId: string): void {
    store.write(() => {
      const going = slice.filter(({ id }) => {
        const other = queries.otherImport(id, importId)
        const stays = other !== null || queries.isSighted(id)
        if (stays) queries.handOn(id, other)
        return !stays
      })
      const ids = going.map(({ id }) => id)
      requests.movementsLeave(userId, ids)
      webhooks.movementsRemoved(ids)
      for (const id of ids) queries.remove(id)
      const groups = distinctGroups(going.map(({ currency, amount_minor: amountMinor }) => ({ currency, amountMinor })))
      if (account.mode === 'reconcile' && groups.length > 0) requests.movementsArrived(account.id, groups)
    })
  }

  /** True when everything is taken back; false when the program stopped before. */
  return async (importId: string, account: Account, userId: string): Promise<boolean> => {
    const isGone = await inSlices(
      queries.ofImport(importId),
      // What is freed must not be matched anew with a movement that goes a moment later.
      (row) => `${row.currency} ${row.amount_minor}`,
      (slice) => undoSlice(slice, importId, account, userId),
      { stopped },
    )
    if (!isGone) return false
    return inSlices(
      queries.enriched(importId),
      ({ id }) => String(id),
      (slice) => store.write(() => slice.forEach(queries.restore)),
      { stopped },
    )
  }
}
