import { z } from '@hono/zod-openapi'
import { invalidRequest } from './errors.ts'
import { type Condition, type FieldKind, keyNamed, readFilter } from './list-filter.ts'

/** A column of a list: how the API calls it, the SQL it stands for, and how a filter's value is read. */
export interface ListKey {
  readonly sql: string
  readonly kind: FieldKind
}

/** Columns of one table under their own names, in the order that the list answers. */
export const columnKeys = <Name extends string>(alias: string, kinds: Readonly<Record<Name, ListKey['kind']>>) =>
  Object.fromEntries(
    Object.entries<ListKey['kind']>(kinds).map(([name, kind]) => [name, { sql: `${alias}.${name}`, kind }]),
  ) as Readonly<Record<Name, ListKey>>

const optional = (description: string) => z.string().optional().openapi({ description })
/** What a list that may be a file takes besides (12.2); `listExport` reads it before the list does. */
const asFile = {
  format: optional('json; csv or xlsx answer every row as a file, where the list has one'),
  columns: optional('Of a file: keys of its columns in their order, with commas'),
  headers: optional('Of a file: names of these columns in the words of another program'),
  lang: optional('Of a file: en or es'),
  separator: optional('Of a CSV file: comma or semicolon'),
  decimals: optional('Of a CSV file: point or comma'),
}

export const listQuerySchema = z.object({
  limit: z.string().optional().openapi({ description: '1 to 500, 50 unless given' }),
  offset: z.string().optional(),
  sort: z.string().optional().openapi({ description: 'One of the keys that the list answers' }),
  order: z.string().optional().openapi({ description: 'asc or desc' }),
  filter: z
    .string()
    .optional()
    .openapi({ description: 'JSON: field → value, or field → {eq, ne, gt, gte, lt, lte, in, contains, is_null}' }),
  ...asFile,
})
export type ListQuery = z.infer<typeof listQuerySchema>

/** The answer of every list of the ledger API. */
export interface ListAnswer<T> {
  readonly data: T[]
  readonly total: number
  readonly total_unfiltered: number
  readonly has_more: boolean
  readonly keys: string[]
}
export const listAnswerSchema = <T extends z.ZodType>(row: T) =>
  z.object({
    data: z.array(row),
    total: z.number().int(),
    total_unfiltered: z.number().int(),
    has_more: z.boolean(),
    keys: z.array(z.string()),
  })

/** A list query as SQL: `where` (with `and` in front, or empty), its parameters, `orderBy`, limit and offset. */
export interface ListSql {
  readonly where: string
  readonly params: readonly (string | number)[]
  readonly orderBy: string
  readonly limit: number
  readonly offset: number
}

const operators = { eq: '=', ne: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

function wholeNumber(text: string | undefined, name: string, least: number, most: number, otherwise: number): number {
  if (text === undefined) return otherwise
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  const reason = `must be a whole number from ${least} to ${most}`
  throw invalidRequest(`${name} ${reason}`, { [name]: reason })
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (found) => `\\${found}`)

function sqlOf(wanted: Condition<ListKey>): { sql: string; params: readonly (string | number)[] } {
  const { sql } = wanted.key
  switch (wanted.operator) {
    case 'in':
      return { sql: `${sql} in (${wanted.values.map(() => '?').join(', ')})`, params: wanted.values }
    case 'contains':
      return { sql: `${sql} like ? escape '\\'`, params: [`%${escapeLike(wanted.text)}%`] }
    case 'is_null':
      return { sql: `${sql} is ${wanted.isNull ? '' : 'not '}null`, params: [] }
    default:
      return { sql: `${sql} ${operators[wanted.operator]} ?`, params: [wanted.value] }
  }
}

/** `limit` (50, at most 500) and `offset`. */
export const readPage = (query: ListQuery) => ({
  limit: wholeNumber(query.limit, 'limit', 1, 500, 50),
  offset: wholeNumber(query.offset, 'offset', 0, Number.MAX_SAFE_INTEGER, 0),
})

/** asc or desc; 400 for anything else. */
export function readOrder(query: ListQuery, usual: 'asc' | 'desc'): 'asc' | 'desc' {
  const order = query.order ?? usual
  if (order === 'asc' || order === 'desc') return order
  throw invalidRequest('order must be asc or desc', { order: 'must be asc or desc' })
}

/**
 * Reads `limit` (50, at most 500), `offset`, `sort`, `order` and `filter` against the list's own keys. Throws 400
 * `invalid_request` that names the field for anything it does not know (ledger specification 10, case 131).
 * `tieBreak` makes the order total.
 */
export function readListQuery(
  query: ListQuery,
  keys: Readonly<Record<string, ListKey>>,
  usual: { readonly sort: string; readonly order: 'asc' | 'desc'; readonly tieBreak: string },
): ListSql {
  const order = readOrder(query, usual.order)
  const conditions = readFilter(query.filter, keys).map(sqlOf)
  return {
    where: conditions.map(({ sql }) => ` and (${sql})`).join(''),
    params: conditions.flatMap(({ params }) => params),
    orderBy: `${keyNamed(keys, query.sort ?? usual.sort, 'sort').sql} ${order}, ${usual.tieBreak} ${order}`,
    ...readPage(query),
  }
}
