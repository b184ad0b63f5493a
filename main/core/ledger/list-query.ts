import { z } from '@hono/zod-openapi'
import { invalidRequest } from './errors.ts'

/** A column of a list: how the API calls it, the SQL it stands for, and how a filter's value is read. */
export interface ListKey {
  readonly sql: string
  readonly kind: 'text' | 'number' | 'boolean' | 'instant'
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
const isOperator = (name: string): name is keyof typeof operators => Object.hasOwn(operators, name)

function wholeNumber(text: string | undefined, name: string, least: number, most: number, otherwise: number): number {
  if (text === undefined) return otherwise
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  const reason = `must be a whole number from ${least} to ${most}`
  throw invalidRequest(`${name} ${reason}`, { [name]: reason })
}

function readValue(field: string, key: ListKey, value: unknown): string | number {
  if (key.kind === 'boolean' && typeof value === 'boolean') return value ? 1 : 0
  if (key.kind === 'number' && (typeof value === 'number' || /^-?\d{1,15}$/.test(String(value)))) return Number(value)
  if (key.kind === 'instant' && typeof value === 'string' && Number.isFinite(Date.parse(value)))
    return Date.parse(value)
  if (key.kind === 'text' && (typeof value === 'string' || typeof value === 'number')) return String(value)
  throw invalidRequest(`The filter on ${field} has a value of a wrong kind`, { [field]: `must be a ${key.kind}` })
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (found) => `\\${found}`)

function condition(field: string, key: ListKey, wanted: unknown): { sql: string; params: (string | number)[] } {
  if (wanted === null) return { sql: `${key.sql} is null`, params: [] }
  if (typeof wanted !== 'object') return { sql: `${key.sql} = ?`, params: [readValue(field, key, wanted)] }
  const parts = Object.entries(wanted).map(([operator, value]): { sql: string; params: (string | number)[] } => {
    if (isOperator(operator))
      return { sql: `${key.sql} ${operators[operator]} ?`, params: [readValue(field, key, value)] }
    if (operator === 'in' && Array.isArray(value) && value.length <= 500)
      return {
        sql: `${key.sql} in (${value.map(() => '?').join(', ')})`,
        params: value.map((one) => readValue(field, key, one)),
      }
    if (operator === 'contains' && typeof value === 'string')
      return { sql: `${key.sql} like ? escape '\\'`, params: [`%${escapeLike(value)}%`] }
    if (operator === 'is_null' && typeof value === 'boolean')
      return { sql: `${key.sql} is ${value ? '' : 'not '}null`, params: [] }
    throw invalidRequest(`The filter on ${field} uses "${operator}" in a way it does not know`, {
      [field]: 'must use eq, ne, gt, gte, lt, lte, in, contains or is_null',
    })
  })
  return { sql: parts.map(({ sql }) => sql).join(' and ') || '1', params: parts.flatMap(({ params }) => params) }
}

/** The filter as fields and what is wanted of them. Throws 400 for anything but a JSON object. */
export function readFilter(query: ListQuery): Record<string, unknown> {
  const refuse = () => invalidRequest('filter must be a JSON object', { filter: 'must be a JSON object' })
  let filter: unknown
  try {
    filter = JSON.parse(query.filter ?? '{}')
  } catch {
    throw refuse()
  }
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter)) throw refuse()
  return filter as Record<string, unknown>
}

/** `limit` (50, at most 500) and `offset`. */
export const readPage = (query: ListQuery) => ({
  limit: wholeNumber(query.limit, 'limit', 1, 500, 50),
  offset: wholeNumber(query.offset, 'offset', 0, Number.MAX_SAFE_INTEGER, 0),
})

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
  const key = (name: string, where: string): ListKey => {
    const found = Object.hasOwn(keys, name) ? keys[name] : undefined
    if (found) return found
    throw invalidRequest(`${where} names an unknown field: ${name}`, {
      [name]: `must be one of ${Object.keys(keys).join(', ')}`,
    })
  }
  const order = query.order ?? usual.order
  if (order !== 'asc' && order !== 'desc')
    throw invalidRequest('order must be asc or desc', { order: 'must be asc or desc' })
  const filter = readFilter(query)
  const conditions = Object.entries(filter).map(([name, wanted]) => condition(name, key(name, 'filter'), wanted))
  return {
    where: conditions.map(({ sql }) => ` and (${sql})`).join(''),
    params: conditions.flatMap(({ params }) => params),
    orderBy: `${key(query.sort ?? usual.sort, 'sort').sql} ${order}, ${usual.tieBreak} ${order}`,
    ...readPage(query),
  }
}
