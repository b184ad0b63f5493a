import type { Database } from '../db/open.ts'
import { createPrepared } from '../db/prepared.ts'
import { type ListAnswer, type ListKey, type ListQuery, readListQuery } from './list-query.ts'

export interface TableList<Row, T> {
  /** `select … from …` without `where`. */
  readonly select: string
  /** `from …` of the same, for counting. */
  readonly from: string
  readonly keys: Readonly<Record<string, ListKey>>
  readonly usual: { readonly sort: string; readonly order: 'asc' | 'desc'; readonly tieBreak: string }
  readonly toBody: (row: Row) => T
}

/** What a list is limited to before the caller's own filter: SQL with `?` and its parameters. */
export interface Scope {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

/** A list of rows by the common list query (10): filtered, sorted and paged in the database. */
export function createTableList<Row, T>(db: Database, table: TableList<Row, T>) {
  const prepared = createPrepared(db)
  const count = (where: string, params: readonly (string | number)[]) =>
    prepared(`select count(*) ${table.from} where ${where}`)
      .pluck()
      .get(...params) as number
  return (scope: Scope, query: ListQuery): ListAnswer<T> => {
    const list = readListQuery(query, table.keys, table.usual)
    const where = scope.sql + list.where
    const params = [...scope.params, ...list.params]
    const rows = prepared(`${table.select} where ${where} order by ${list.orderBy} limit ? offset ?`).all(
      ...params,
      list.limit,
      list.offset,
    ) as Row[]
    const total = count(where, params)
    return {
      data: rows.map(table.toBody),
      total,
      total_unfiltered: list.where === '' ? total : count(scope.sql, scope.params),
      has_more: list.offset + rows.length < total,
      keys: Object.keys(table.keys),
    }
  }
}
