import { createPrepared } from '../../db/prepared.ts'
import type { Store } from '../../db/store.ts'
import { type ListAnswer, type ListKey, type ListQuery, readListQuery } from '../list-query.ts'
import { type EntryRow, selectEntries, toEntry } from './journal-queries.ts'
import type { Entry } from './types.ts'

/** What entries can be filtered and sorted by (10.2). Amounts are positive minor units, as published. */
export const entryKeys = {
  id: { sql: 'e.id', kind: 'text' },
  ledger_id: { sql: 'e.ledger_id', kind: 'text' },
  code: { sql: 'l.code', kind: 'text' },
  transaction_id: { sql: 'e.transaction_id', kind: 'text' },
  type: { sql: 'e.type', kind: 'text' },
  event: { sql: 'e.event', kind: 'text' },
  amount: { sql: 'e.amount', kind: 'number' },
  signed_amount: { sql: 'e.signed', kind: 'number' },
  open_amount: { sql: '(e.signed - e.allocated)', kind: 'number' },
  currency: { sql: 'e.currency', kind: 'text' },
  timestamp: { sql: 'e.at', kind: 'instant' },
  booking_date: { sql: 'e.booking_date', kind: 'text' },
  value_date: { sql: 'e.value_date', kind: 'text' },
  due_date: { sql: 'e.due_date', kind: 'text' },
  description: { sql: 'e.description', kind: 'text' },
  document_no: { sql: 'e.document_no', kind: 'text' },
  external_document_no: { sql: 'e.external_document_no', kind: 'text' },
  counterparty_name: { sql: 'e.counterparty_name', kind: 'text' },
  source: { sql: 'e.source', kind: 'text' },
} as const satisfies Record<string, ListKey>

export interface EntryScope {
  /** SQL with `?` for its parameters, over `e` and `l`; starts with the user. */
  readonly sql: string
  readonly params: readonly (string | number)[]
}

/** Lists ledger entries of a scope by the common list query, newest booking first. */
export function createEntryList({ db }: Store) {
  const prepared = createPrepared(db)
  const count = (where: string, params: readonly (string | number)[]) =>
    prepared(`select count(*) as n from ledger_entries e join ledgers l on l.id = e.ledger_id where ${where}`)
      .pluck()
      .get(...params) as number
  return (scope: EntryScope, query: ListQuery): ListAnswer<Entry> => {
    const list = readListQuery(query, entryKeys, { sort: 'booking_date', order: 'desc', tieBreak: 'e.id' })
    const where = scope.sql + list.where
    const params = [...scope.params, ...list.params]
    const rows = prepared(`${selectEntries} where ${where} order by ${list.orderBy} limit ? offset ?`).all(
      ...params,
      list.limit,
      list.offset,
    ) as EntryRow[]
    const total = count(where, params)
    return {
      data: rows.map(toEntry),
      total,
      total_unfiltered: list.where === '' ? total : count(scope.sql, scope.params),
      has_more: list.offset + rows.length < total,
      keys: Object.keys(entryKeys),
    }
  }
}
