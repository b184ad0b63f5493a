import { type Comparison, type Condition, type FieldKind, keyNamed, readFilter } from './list-filter.ts'
import { type ListAnswer, type ListQuery, readOrder, readPage } from './list-query.ts'

/** A field that rows in memory are filtered and sorted by. */
export interface RowKey<Row> {
  readonly kind: FieldKind
  readonly of: (row: Row) => string | number | boolean | null
}

type Value = string | number
const holds: Record<Comparison, (found: Value, wanted: Value) => boolean> = {
  eq: (found, wanted) => found === wanted,
  ne: (found, wanted) => found !== wanted,
  gt: (found, wanted) => found > wanted,
  gte: (found, wanted) => found >= wanted,
  lt: (found, wanted) => found < wanted,
  lte: (found, wanted) => found <= wanted,
}

const compare = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true })

function fieldOf<Row>(row: Row, key: RowKey<Row>): Value | null {
  const value = key.of(row)
  return typeof value === 'boolean' ? Number(value) : value
}

function fits<Row>(row: Row, wanted: Condition<RowKey<Row>>): boolean {
  const value = fieldOf(row, wanted.key)
  if (wanted.operator === 'is_null') return (value === null) === wanted.isNull
  if (value === null) return false
  if (wanted.operator === 'in') return wanted.values.includes(value)
  if (wanted.operator === 'contains') return String(value).toLowerCase().includes(wanted.text.toLowerCase())
  return holds[wanted.operator](value, wanted.value)
}

/**
 * A short list that is in memory anyway, by the common list query (10): refused and answered as `createTableList` does.
 * Without `sort` the rows keep their order, or have it reversed. `toBody` is called for the page only.
 */
export function listRows<Row, T>(
  rows: readonly Row[],
  query: ListQuery,
  keys: Readonly<Record<string, RowKey<Row>>>,
  toBody: (row: Row) => T,
): ListAnswer<T> {
  const conditions = readFilter(query.filter, keys)
  const sign = readOrder(query, 'asc') === 'desc' ? -1 : 1
  const sort = query.sort === undefined ? null : keyNamed(keys, query.sort, 'sort')
  const { limit, offset } = readPage(query)
  const found = rows.filter((row) => conditions.every((wanted) => fits(row, wanted)))
  const ordered = sort
    ? found.toSorted((a, b) => sign * compare(fieldOf(a, sort) ?? '', fieldOf(b, sort) ?? ''))
    : sign < 0
      ? found.toReversed()
      : found
  const data = ordered.slice(offset, offset + limit).map(toBody)
  return {
    data,
    total: found.length,
    total_unfiltered: rows.length,
    has_more: offset + data.length < found.length,
    keys: Object.keys(keys),
  }
}
