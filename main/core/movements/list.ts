import type { z } from '@hono/zod-openapi'
import { allOf, createListConditions } from '../db/list-conditions.ts'
import type { Database } from '../db/open.ts'
import { createPrepared } from '../db/prepared.ts'
import type { movementSchema } from '../http/payment-schemas.ts'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'

/** Which movements of a user to list. `from` inclusive, `to` exclusive, ms UTC of the bank's time. */
export interface MovementFilter {
  readonly id?: string | undefined
  readonly accountId?: string | undefined
  readonly q?: string | undefined
  /** Only those that no request has taken. */
  readonly free?: boolean | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface MovementItem extends z.infer<typeof movementSchema> {
  readonly account_id: string
  readonly account_name: string
  /** Brought by a file, and so removable. */
  readonly from_file: boolean
}

interface Row {
  readonly id: string
  readonly account_id: string
  readonly account_name: string
  readonly external_id: string
  readonly amount_minor: number
  readonly currency: string
  readonly sender_name: string | null
  readonly received_at: number
  readonly notified_at: number | null
  readonly excluded_at: number | null
  readonly request_id: string | null
  readonly request_external_id: string | null
  readonly import_id: string | null
}

const toItem = (row: Row): MovementItem => ({
  id: row.id,
  account_id: row.account_id,
  account_name: row.account_name,
  external_id: row.external_id,
  amount: minorToText(row.amount_minor),
  currency: row.currency,
  sender_name: row.sender_name,
  received_at: iso(row.received_at),
  notified_at: isoOrNull(row.notified_at),
  excluded_at: isoOrNull(row.excluded_at),
  from_file: row.import_id !== null,
  matched_request:
    row.request_id === null || row.request_external_id === null
      ? null
      : { id: row.request_id, external_id: row.request_external_id },
})

/** A row of the export: with the ids of every order that it pays. */
export interface ExportedMovement extends MovementItem {
  readonly orders: string | null
}
interface ExportRow extends Row {
  readonly orders: string | null
}

const exportPage = 500

const paidFor = `, (select group_concat(o.external_id, ' + ' order by o.created_at, o.external_id) from matches x join requests o on o.id = x.request_id
                     where x.bank_transaction_id = m.id and x.undone_at is null) as orders`

/** Lists of movements, newest bank time first, always within the accounts of one user. */
export function movementLists(db: Database) {
  const prepared = createPrepared(db)
  const common = createListConditions(db)

  function conditions(userId: string, filter: MovementFilter) {
    const { clauses, values } = common('m', 'received_at', userId, filter)
    if (filter.id !== undefined) clauses.push('m.id = @id')
    if (filter.free) clauses.push('m.excluded_at is null')
    return { where: allOf(clauses), values: { ...values, id: filter.id } }
  }

  // Without an account SQLite would sort everything the user has; the index of time gives the first page at once.
  const source = ({ id, accountId }: MovementFilter) =>
    `movements m ${id === undefined && accountId === undefined ? 'indexed by movements_everywhere' : ''}`

  // Names and matches are looked up for the rows of the page alone, not for those before it.
  const select = (filter: MovementFilter, where: string, limit: string, columns = '') => `
      with page as (select m.rowid as place from ${source(filter)} where ${where}
                     order by m.received_at desc, m.id ${limit})
    select m.id, m.account_id, a.name as account_name, m.external_id, m.amount_minor, m.currency, m.sender_name,
           m.received_at, m.notified_at, m.excluded_at, m.import_id, r.id as request_id, r.external_id as request_external_id${columns}
      from page
     cross join movements m on m.rowid = page.place
     cross join accounts a on a.id = m.account_id
      left join matches x on x.bank_transaction_id = m.id and x.is_primary = 1 and x.undone_at is null
      left join requests r on r.id = x.request_id
     order by m.received_at desc, m.id`

  return {
    count(userId: string, filter: MovementFilter): number {
      const { where, values } = conditions(userId, filter)
      return prepared(`select count(*) from movements m where ${where}`).pluck().get(values) as number
    },
    page(userId: string, filter: MovementFilter, limit: number, offset: number): MovementItem[] {
      const { where, values } = conditions(userId, filter)
      const rows = prepared(select(filter, where, 'limit @limit offset @offset')).all({ ...values, limit, offset })
      return (rows as Row[]).map(toItem)
    },
    /** Each call gives the next rows of the whole list; none at its end. */
    pages(userId: string, filter: MovementFilter): () => ExportedMovement[] {
      let last: Row | undefined
      const after = '(m.received_at < @lastAt or (m.received_at = @lastAt and m.id > @lastId))'
      return () => {
        const { where, values } = conditions(userId, filter)
        const sql = select(filter, last ? `${where} and ${after}` : where, `limit ${exportPage}`, paidFor)
        const rows = prepared(sql).all({ ...values, lastAt: last?.received_at, lastId: last?.id }) as ExportRow[]
        last = rows.at(-1)
        return rows.map((row) => ({ ...toItem(row), orders: row.orders }))
      }
    },
  }
}
