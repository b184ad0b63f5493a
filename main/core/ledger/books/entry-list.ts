import type { Store } from '../../db/store.ts'
import type { ListKey } from '../list-query.ts'
import { createTableList } from '../table-list.ts'
import { type EntryRow, selectEntries, toEntry } from './journal-queries.ts'
import { opensLedger } from './opening.ts'
import type { Entry } from './types.ts'

/** What entries can be filtered and sorted by (10.2). Amounts are positive minor units, as published. */
const entryKeys = {
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
  reconciliation_status: {
    sql: "case when e.allocated = 0 then 'unreconciled' when e.allocated = e.signed then 'reconciled' else 'partial' end",
    kind: 'text',
  },
  is_opening: { sql: opensLedger, kind: 'boolean' },
} as const satisfies Record<string, ListKey>

/** Lists ledger entries of a scope (SQL over `e` and `l`), newest booking first. */
export const createEntryList = ({ db }: Store) =>
  createTableList<EntryRow, Entry>(db, {
    select: selectEntries,
    from: 'from ledger_entries e join ledgers l on l.id = e.ledger_id',
    keys: entryKeys,
    usual: { sort: 'booking_date', order: 'desc', tieBreak: 'e.id' },
    toBody: toEntry,
  })
