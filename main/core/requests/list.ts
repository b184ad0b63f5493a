import type { z } from '@hono/zod-openapi'
import { allOf, createListConditions } from '../db/list-conditions.ts'
import type { Database } from '../db/open.ts'
import { createPrepared } from '../db/prepared.ts'
import type { requestSchema } from '../http/payment-schemas.ts'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'
import type { RequestRow } from './queries.ts'
import type { RequestStatus } from './types.ts'

/** Which requests of a user to list. `from` inclusive, `to` exclusive, ms UTC of the registration. */
export interface RequestFilter {
  readonly accountId?: string | undefined
  readonly status?: RequestStatus | undefined
  readonly q?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export type RequestItem = z.infer<typeof requestSchema>

interface Row extends RequestRow {
  readonly bank: string
  readonly account_name: string
}

interface ExportRow extends Row {
  readonly movements: string | null
}

/** What every list says of a request. */
export const requestFacts = (row: RequestRow) => ({
  id: row.id,
  external_id: row.external_id,
  status: row.status,
  amount: minorToText(row.amount_minor),
  currency: row.currency,
  sender_name: row.sender_name,
  created_at: iso(row.created_at),
})

const toItem = (row: Row): RequestItem => ({
  ...requestFacts(row),
  account_id: row.account_id,
  last_checked_at: isoOrNull(row.last_checked_at),
  note: row.note,
  retry_count: row.retry_count,
  bank: row.bank,
  account_name: row.account_name,
})

/** A row of the export: with the bank's ids of the movements that paid it. */
export interface ExportedRequest extends RequestItem {
  readonly movements: string | null
}

const exportPage = 500

const paidBy = `, (select group_concat(m.external_id, ' + ' order by m.received_at, m.external_id) from matches x join movements m on m.id = x.bank_transaction_id
                    where x.request_id = r.id and x.undone_at is null) as movements`

/** Lists of requests, newest registration first, always within the accounts of one user. */
export function requestLists(db: Database) {
  const prepared = createPrepared(db)
  const common = createListConditions(db)

  function conditions(userId: string, filter: RequestFilter) {
    const { status } = filter
    const { clauses, values } = common('r', 'created_at', userId, filter)
    if (status !== undefined) clauses.push('r.status = @status')
    return { where: allOf(clauses), values: { ...values, status } }
  }

  // Without account and status SQLite would sort everything the user has; the index of time gives the first page at once.
  const source = ({ accountId, status }: RequestFilter) =>
    `requests r ${accountId === undefined && status === undefined ? 'indexed by requests_listed' : ''}`

  // Names are looked up for the rows of the page alone, not for those before it.
  const select = (from: string, where: string, limit: string, columns = '') => `
      with page as (select r.rowid as place from ${from} where ${where} order by r.created_at desc, r.id ${limit})
    select r.*, b.code as bank, a.name as account_name${columns}
      from page cross join requests r on r.rowid = page.place
     cross join accounts a on a.id = r.account_id cross join banks b on b.id = a.bank_id
     order by r.created_at desc, r.id`

  return {
    count(userId: string, filter: RequestFilter): number {
      const { where, values } = conditions(userId, filter)
      return prepared(`select count(*) from requests r where ${where}`).pluck().get(values) as number
    },
    page(userId: string, filter: RequestFilter, limit: number, offset: number): RequestItem[] {
      const { where, values } = conditions(userId, filter)
      const rows = prepared(select(source(filter), where, 'limit @limit offset @offset')).all({
        ...values,
        limit,
        offset,
      })
      return (rows as Row[]).map(toItem)
    },
    one(userId: string, requestId: string): RequestItem | null {
      const { where, values } = conditions(userId, {})
      const row = prepared(select('requests r', `${where} and r.id = @requestId`, '')).get({ ...values, requestId }) as
        | Row
        | undefined
      return row ? toItem(row) : null
    },
    /** Each call gives the next rows of the whole list; none at its end. */
    pages(userId: string, filter: RequestFilter): () => ExportedRequest[] {
      const after = '(r.created_at < @lastAt or (r.created_at = @lastAt and r.id > @lastId))'
      let last: Row | undefined
      return () => {
        const { where, values } = conditions(userId, filter)
        const sql = select(source(filter), last ? `${where} and ${after}` : where, `limit ${exportPage}`, paidBy)
        const rows = prepared(sql).all({ ...values, lastAt: last?.created_at, lastId: last?.id }) as ExportRow[]
        last = rows.at(-1)
        return rows.map((row) => ({ ...toItem(row), movements: row.movements }))
      }
    },
  }
}
