import type { Database } from '../db/open.ts'
import { referenceKey } from '../matching/assignment/references.ts'
import type { OpenRequest } from '../matching/assignment/types.ts'
import { foldText } from '../matching/fold.ts'
import { minorToText } from '../money.ts'
import type { Group } from './group.ts'
import type { Order, PaymentRequest, RequestStatus } from './types.ts'

export interface RequestRow {
  readonly id: string
  readonly account_id: string
  readonly external_id: string
  readonly amount_minor: number
  readonly currency: string
  readonly sender_name: string | null
  readonly status: RequestStatus
  readonly retry_count: number
  readonly last_checked_at: number | null
  readonly created_at: number
  readonly note: string | null
}

export const toRequest = (row: RequestRow): PaymentRequest => ({
  id: row.id,
  accountId: row.account_id,
  externalId: row.external_id,
  amountMinor: row.amount_minor,
  currency: row.currency,
  senderName: row.sender_name,
  status: row.status,
  retryCount: row.retry_count,
  lastCheckedAt: row.last_checked_at,
  createdAt: row.created_at,
})

/** As the decision takes it. */
export const openRequest = (request: PaymentRequest): OpenRequest => ({
  id: request.id,
  externalId: request.externalId,
  name: request.senderName,
  amountMinor: request.amountMinor,
  currency: request.currency,
  createdAt: request.createdAt,
})

/** The open statuses as SQL, worded as in the partial index `requests_open` so that SQLite can use it. */
export const isOpen = `status in ('pending', 'not_found', 'failed', 'ambiguous')`

const searchText = (order: Order): string =>
  foldText(`${order.externalId} ${order.name} ${minorToText(order.amountMinor)} ${order.currency}`)

/** One request at a time: read, register, move. */
export function requestQueries(db: Database) {
  const find = db.prepare('select * from requests where id = ?')
  const ofUser = db.prepare(`
    select r.* from requests r join accounts a on a.id = r.account_id where r.id = ? and a.user_id = ?`)
  const insert = db.prepare(`
    insert into requests (id, account_id, external_id, amount_minor, currency, sender_name, created_at, last_seen_at, reference_key,
                          search_text)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (account_id, external_id) do nothing`)
  const update = db.prepare(`
    update requests set amount_minor = ?, currency = ?, sender_name = ?, search_text = ?, absent_since = null where id = ?`)
  const revive = db.prepare(`
    update requests set status = 'pending', amount_minor = ?, currency = ?, sender_name = ?, search_text = ?, created_at = ?,
           last_seen_at = ?, retry_count = 0, absent_since = null
     where id = ?`)
  const setStatus = db.prepare('update requests set status = ? where id = ?')
  const setNote = db.prepare('update requests set note = ? where id = ?')
  const note = db.prepare('select note from requests where id = ?').pluck()
  const waiting = db.prepare(`
    select sender_name as senderName, currency, amount_minor as amountMinor from requests where account_id = ? and ${isOpen}`)
  const matchedWith = db
    .prepare('select request_id from matches where bank_transaction_id = ? and undone_at is null limit 1')
    .pluck()
  // The text of an act names the movement; only the reference would take the act with it.
  const keepActs = db.prepare('update acts set movement_id = null where movement_id = ?')
  const stale = db.prepare(`
    select * from requests
     where account_id in (select id from accounts) and status in ('pending', 'not_found') and created_at <= ?
     order by created_at limit ?`)

  return {
    find(id: string): PaymentRequest | null {
      const row = find.get(id) as RequestRow | undefined
      return row ? toRequest(row) : null
    },
    ofUser(userId: string, id: string): PaymentRequest | null {
      const row = ofUser.get(id, userId) as RequestRow | undefined
      return row ? toRequest(row) : null
    },
    /** False when the account has this order already. */
    insert(id: string, accountId: string, order: Order, at: number): boolean {
      const { externalId, amountMinor, currency, name } = order
      const { changes } = insert.run(
        id,
        accountId,
        externalId,
        amountMinor,
        currency,
        name,
        at,
        at,
        referenceKey(externalId),
        searchText(order),
      )
      return changes === 1
    },
    update(id: string, order: Order): void {
      update.run(order.amountMinor, order.currency, order.name, searchText(order), id)
    },
    revive(id: string, order: Order, at: number): void {
      revive.run(order.amountMinor, order.currency, order.name, searchText(order), at, at, id)
    },
    setStatus(id: string, status: RequestStatus): void {
      setStatus.run(status, id)
    },
    setNote: (id: string, text: string | null) => void setNote.run(text, id),
    note: (id: string) => (note.get(id) as string | null | undefined) ?? null,
    /** Groups of the open requests of an account, with the names in them. */
    waiting: (accountId: string) => waiting.all(accountId) as (Group & { senderName: string | null })[],
    matchedWith: (movementId: string) => (matchedWith.get(movementId) as string | undefined) ?? null,
    /** What people did with a movement stays on record when it goes. */
    keepActsOf: (movementId: string) => void keepActs.run(movementId),
    /** Oldest first. */
    stale(createdUntil: number, limit: number): PaymentRequest[] {
      return (stale.all(createdUntil, limit) as RequestRow[]).map(toRequest)
    },
  }
}

export type RequestQueries = ReturnType<typeof requestQueries>
