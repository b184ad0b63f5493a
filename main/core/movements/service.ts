import type { Account, Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { missing } from '../errors.ts'
import type { Events } from '../events.ts'
import { emitHints } from '../hints.ts'
import { orderedId } from '../ordered-id.ts'
import type { Clock, Log } from '../ports.ts'
import type { Requests } from '../requests/types.ts'
import type { Webhooks } from '../webhooks/types.ts'
import { createBatches, type StoreRows } from './batches.ts'
import { type IdentifiedMovement, identify, inOrderOfTime } from './identity.ts'
import { type ExportedMovement, type MovementFilter, type MovementItem, movementLists } from './list.ts'
import { movementQueries } from './queries.ts'
import { createSightings } from './sightings.ts'
import type { IncomingMovement, IngestOptions, IngestResult, Movement, Movements } from './types.ts'

/** What the routes of this feature may do beside what other features may ask. */
export interface MovementService extends Movements {
  /** `receive` for a caller who must own the account. */
  receiveAs(userId: string, accountId: string, rows: readonly IncomingMovement[]): Promise<IngestResult>
  /** Stores what the last run was given and could not store any more. */
  start(): Promise<void>
  /** Ends the slice at hand; what is left waits for the next start. */
  stop(): Promise<void>
  /** One page, newest bank time first, and how many there are in all. A foreign account is 404. */
  list(userId: string, filter: MovementFilter, page: { limit: number; offset: number }): MovementPage
  /** One movement as the lists show it; a foreign one is 404. */
  one(userId: string, movementId: string): MovementItem
  /** The whole filtered list, some hundred rows a call. */
  export(userId: string, filter: MovementFilter): () => ExportedMovement[]
  /** Sends the passthrough webhook of one movement again. */
  resend(userId: string, accountId: string, movementId: string): void
}

export interface MovementPage {
  readonly total: number
  readonly items: MovementItem[]
}

export interface MovementDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'owned'>
  readonly requests: Pick<Requests, 'movementsArrived'>
  readonly webhooks: Pick<Webhooks, 'movementsIngested' | 'resendMovement'>
  readonly events: Events
  /** Of the bank, in which its days are counted. */
  readonly timeZone: (account: Account) => string
  readonly now: Clock
  readonly log: Log
}

/** Rows that are stored and decided within some milliseconds. */
const mostAtOnce = 50

export function createMovements(deps: MovementDeps): MovementService {
  const { store, accounts, requests, webhooks, now, log } = deps
  const queries = movementQueries(store.db)
  const lists = movementLists(store.db)
  const sightings = createSightings(store.db)

  const checkAccount = (userId: string, { accountId }: MovementFilter) => {
    if (accountId !== undefined) accounts.owned(userId, accountId)
  }

  const storeRows: StoreRows = (account, rows, options, groupsOf) => {
    const accountId = account.id
    const at = now()
    const seen = options.importId ? null : sightings.find(accountId, rows, deps.timeZone(account), at)
    const inserted = inOrderOfTime(rows).flatMap((row): Movement[] => {
      const id = orderedId(at)
      if (seen?.has(row.externalId) || !queries.insert(id, accountId, row, at, options)) return []
      const { externalId, amountMinor, currency, senderName, receivedAt } = row
      const untouched = { excludedAt: null, notifiedAt: null }
      return [{ id, accountId, externalId, amountMinor, currency, senderName, receivedAt, ...untouched }]
    })
    if (account.mode === 'reconcile') requests.movementsArrived(accountId, groupsOf(inserted))
    if (inserted.length > 0) {
      if (account.mode === 'passthrough') webhooks.movementsIngested(accountId, inserted)
      const created = inserted.map(({ id }) => ({ id }))
      store.afterCommit(() => emitHints(deps, 'movement.created', account, created))
    }
    return inserted
  }
  const batches = createBatches({ store, accounts, storeRows, now, log })

  const logged = (accountId: string, result: IngestResult): IngestResult => {
    log.info('ingested', { account: accountId, ...result })
    return result
  }

  const storeAtOnce = (accountId: string, rows: readonly IdentifiedMovement[], options: IngestOptions) =>
    store.write(() => {
      const account = accounts.find(accountId)
      if (!account) throw missing('account.missing', 'Account not found')
      const inserted = storeRows(account, rows, options, (fresh) => fresh)
      return { inserted: inserted.length, duplicates: rows.length - inserted.length }
    })

  const receive: Movements['receive'] = async (accountId, rows, options = {}) => {
    const identified = identify(rows)
    const isMany = identified.length > mostAtOnce
    const result = isMany
      ? await batches.take(accountId, identified, options)
      : storeAtOnce(accountId, identified, options)
    return logged(accountId, result)
  }

  return {
    ingest(accountId, rows, options = {}) {
      const result = storeAtOnce(accountId, identify(rows), options)
      // An import brings its lines in many slices and says itself what they came to.
      return options.importId ? result : logged(accountId, result)
    },
    receive,
    async receiveAs(userId, accountId, rows) {
      accounts.owned(userId, accountId)
      return receive(accountId, rows)
    },
    start: () => batches.resume(),
    stop: () => batches.stop(),

    lastExternalId: queries.lastExternalId,

    list(userId, filter, { limit, offset }) {
      checkAccount(userId, filter)
      const total = lists.count(userId, filter)
      return { total, items: offset < total ? lists.page(userId, filter, limit, offset) : [] }
    },

    one(userId, id) {
      const [item] = lists.page(userId, { id }, 1, 0)
      if (!item) throw missing('movement.missing', 'Movement not found')
      return item
    },

    export(userId, filter) {
      checkAccount(userId, filter)
      return lists.pages(userId, filter)
    },

    resend(userId, accountId, movementId) {
      accounts.owned(userId, accountId)
      const movement = queries.find(accountId, movementId)
      if (!movement) throw missing('movement.missing', 'Movement not found for this account')
      webhooks.resendMovement(movement)
    },
  }
}
