import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { conflict, missing } from '../errors.ts'
import type { Events } from '../events.ts'
import { minorToText } from '../money.ts'
import type { Clock } from '../ports.ts'
import type { Requests } from '../requests/types.ts'
import { iso } from '../time.ts'
import type { Webhooks } from '../webhooks/types.ts'
import { type RemovalRow, removalQueries } from './removal-queries.ts'

/** A movement that a person removed, as it was. */
export interface RemovedMovement {
  readonly id: string
  readonly external_id: string
  /** Text with a point. */
  readonly amount: string
  readonly currency: string
  readonly sender_name: string | null
  readonly received_at: string
  readonly removed_at: string
}

/** Single movements of files that a person takes out, and puts back (ledger specification 9.3). */
export interface Removals {
  /** Removing twice changes nothing. Throws `movement.notFromFile`, `movement.seenElsewhere`, `import.busy`. */
  remove(userId: string, accountId: string, movementId: string): RemovedMovement
  /** Puts it back as it was; what it matched is decided anew. Restoring twice changes nothing. */
  restore(userId: string, accountId: string, movementId: string): void
  /** Those that are out, the last first. */
  list(userId: string, accountId: string): RemovedMovement[]
}

export function createRemovals(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'owned'>
  readonly requests: Pick<Requests, 'movementsArrived' | 'movementsLeave'>
  readonly webhooks: Pick<Webhooks, 'movementsRemoved'>
  readonly events: Events
  readonly now: Clock
}): Removals {
  const { store, accounts, requests, webhooks, events, now } = deps
  const queries = removalQueries(store.db)

  function requireIdle(accountId: string): void {
    if (queries.isBusy(accountId))
      throw conflict(
        'import.busy',
        'A file is being imported or taken back on this account. Try again when it is done.',
      )
  }

  const tell = (userId: string, accountId: string, movementId: string) =>
    store.afterCommit(() =>
      events.emit({
        type: 'import.updated',
        userId,
        accountId,
        data: { movement: movementId },
        occurredAt: iso(now()),
      }),
    )

  return {
    remove(userId, accountId, movementId) {
      const account = accounts.owned(userId, accountId)
      return store.write(() => {
        const out = queries.removal(accountId, movementId)
        if (out && out.restored_at === null) return shown(out)
        const movement = queries.movement(accountId, movementId)
        if (!movement) throw missing('movement.missing', 'Movement not found in this account')
        if (queries.isSighted(movementId))
          throw conflict(
            'movement.seenElsewhere',
            'The bank’s page or another system reports this movement too, so it is no slip of a file. It stays.',
          )
        const lineKey = queries.lineKey(movementId)
        if (lineKey === null)
          throw conflict(
            'movement.notFromFile',
            'The movement did not come from a file. What the bank or another system reports cannot be removed.',
          )
        requireIdle(accountId)
        requests.movementsLeave(userId, [movementId])
        webhooks.movementsRemoved([movementId])
        const row = queries.take(movement, lineKey, { userId, at: now() })
        if (account.mode === 'reconcile') requests.movementsArrived(accountId, [groupOf(movement)])
        tell(userId, accountId, movementId)
        return shown(row)
      })
    },

    restore(userId, accountId, movementId) {
      const account = accounts.owned(userId, accountId)
      store.write(() => {
        const out = queries.removal(accountId, movementId)
        if (!out) throw missing('movement.missing', 'No movement of this account was removed under this id')
        if (out.restored_at !== null) return
        requireIdle(accountId)
        if (!queries.putBack(out, { userId, at: now() }))
          throw conflict(
            'movement.thereAgain',
            'The same movement has arrived again meanwhile; there is nothing to put back.',
          )
        const movement = queries.movement(accountId, movementId)
        if (movement && account.mode === 'reconcile') requests.movementsArrived(accountId, [groupOf(movement)])
        tell(userId, accountId, movementId)
      })
    },

    list(userId, accountId) {
      accounts.owned(userId, accountId)
      return queries.list(accountId).map(shown)
    },
  }
}

const groupOf = ({ amount_minor: amountMinor, currency }: { amount_minor: number; currency: string }) => ({
  amountMinor,
  currency,
})

function shown({ movement, removed_at: removedAt }: RemovalRow): RemovedMovement {
  const was = JSON.parse(movement) as {
    id: string
    external_id: string
    amount_minor: number
    currency: string
    sender_name: string | null
    received_at: number
  }
  return {
    id: was.id,
    external_id: was.external_id,
    amount: minorToText(was.amount_minor),
    currency: was.currency,
    sender_name: was.sender_name,
    received_at: iso(was.received_at),
    removed_at: iso(removedAt),
  }
}
