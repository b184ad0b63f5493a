import { setImmediate } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'
import { Hono, type MiddlewareHandler } from 'hono'
import type { ApiEnv } from '../../http/api.ts'
import type { Workers } from '../../worker/workers.ts'
import { invalidRequest } from '../errors.ts'
import { fileHeaders, separatorOf, writingQuery } from '../reports/routes.ts'
import type { Currency, Section } from '../reports/table.ts'
import { csvSection } from '../reports/write-csv.ts'
import { bookLists } from './book-columns.ts'
import type { ExportColumn, ExportList } from './columns.ts'
import { cellsOf, currencyIn, type ListRow } from './row-cells.ts'
import { runLists } from './run-columns.ts'
import type { SheetOrder } from './sheet-task.ts'
import { sortedRows } from './sort-rows.ts'

/** Lists of a run, with the run's id and the list's name; and those of the books, by their name or none for the chart. */
const listPath = /^\/v1\/ledgers\/reconciliation\/runs\/([^/]+)\/([a-z-]+)$/
const bookPath = /^\/v1\/ledgers(?:\/(?:reconciliation\/)?([a-z-]+))?$/
const rowsPerPage = 200

const querySchema = z.object({
  format: z.enum(['csv', 'xlsx'], { error: 'must be json, csv or xlsx' }),
  columns: z.string().optional(),
  /** Names for the columns in another program's words, in the same order. */
  headers: z.string().max(2000).optional(),
  sort: z.string().optional(),
  order: z.enum(['asc', 'desc'], { error: 'must be asc or desc' }).optional(),
  ...writingQuery,
})
/** What only the file is about; everything else is the list's own query: filter, sort, search. */
const ofTheFile = ['format', 'columns', 'headers', 'lang', 'separator', 'decimals', 'limit', 'offset']
const ofTheOrder = ['sort', 'order']

type User = ApiEnv['Variables']['user']

/**
 * `format=csv|xlsx` on a list of a run or of the books (12.2): every row under the list's own filter and sort, in the columns that were
 * asked for. The list's own route answers page by page, so a file never says anything else than the list. `lists` are
 * those routes.
 */
export function listExport({ lists, workers }: { lists: Hono<ApiEnv>; workers: Workers }): MiddlewareHandler<ApiEnv> {
  const inner = new Hono<ApiEnv>()
  inner.use(async (c, next) => {
    c.set('user', (c.env as unknown as { user: User }).user)
    await next()
  })
  inner.route('/', lists)
  inner.onError((error) => {
    throw error
  })

  async function rowsOf(url: URL, user: User): Promise<ListRow[]> {
    const rows: ListRow[] = []
    for (;;) {
      url.searchParams.set('limit', String(rowsPerPage))
      url.searchParams.set('offset', String(rows.length))
      const response = await inner.fetch(new Request(url), { user })
      // The trial balance is no list: it has all its rows at once.
      const page = (await response.json()) as { data?: ListRow[]; rows?: ListRow[]; has_more?: boolean }
      rows.push(...(page.data ?? page.rows ?? []))
      if (page.has_more !== true) return rows
      await setImmediate()
    }
  }

  return async (c, next) => {
    const format = c.req.query('format')
    if (c.req.method !== 'GET' || format === undefined || format === 'json') return next()
    const { name, list, fileName } = listAt(c.req.path)
    if (!list) return next()
    const query = readQuery(c.req.query())
    const columns = chosen(list, query.columns)
    const headers = namedHeaders(query.headers, columns.length)
    const url = new URL(c.req.path, 'http://list')
    const ours = list.sortedHere ? [...ofTheFile, ...ofTheOrder] : ofTheFile
    for (const [key, value] of new URL(c.req.url).searchParams)
      if (!ours.includes(key)) url.searchParams.append(key, value)
    const all = await rowsOf(url, c.var.user)
    const rows = list.sortedHere ? sortedRows(all, list, query) : all
    const currency: Currency = rows.map(currencyIn).find((found) => found !== null) ?? { code: '', precision: 2 }
    const section: Section = {
      key: name,
      title: list.title[query.lang],
      columns: columns.map(({ key, kind, title }, at) => ({
        key,
        kind,
        width: 12,
        title: headers?.[at] ?? title[query.lang],
      })),
      rows: rows.map((row) => cellsOf(row, columns)),
      currencies: rows.map(currencyIn),
    }
    const file =
      query.format === 'xlsx'
        ? new Uint8Array(await workers.run<Uint8Array>('ledger.sheet', { section, currency } satisfies SheetOrder))
        : `\ufeff${csvSection(section, { currency, separator: separatorOf(query), commaDecimals: query.decimals === 'comma' })}`
    return new Response(file, { headers: fileHeaders(query.format, fileName) })
  }
}

/** The list that a path names, and how its file is called. */
function listAt(path: string): { name: string; list: ExportList | undefined; fileName: string } {
  const [, runId, ofRun = ''] = listPath.exec(path) ?? []
  if (runId !== undefined) return { name: ofRun, list: known(runLists, ofRun), fileName: `${ofRun}-${runId}` }
  const [found, name = 'chart'] = bookPath.exec(path) ?? []
  return { name, list: found === undefined ? undefined : known(bookLists, name), fileName: name }
}
const known = (lists: Readonly<Record<string, ExportList>>, name: string) =>
  Object.hasOwn(lists, name) ? lists[name] : undefined

function readQuery(query: Record<string, string>) {
  const parsed = querySchema.safeParse(query)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
  throw invalidRequest(Object.entries(fields)[0]?.join(' ') ?? 'Invalid request', fields)
}

function namedHeaders(text: string | undefined, count: number): readonly string[] | null {
  if (text === undefined || text === '') return null
  const headers = text.split(',').map((header) => header.trim())
  if (headers.length === count) return headers
  throw invalidRequest(`headers names ${headers.length} columns, the file has ${count}`, {
    headers: 'must name every column',
  })
}

/** The columns by their keys, in the order asked for. */
function chosen(list: ExportList, keys: string | undefined): readonly ExportColumn[] {
  if (keys === undefined || keys === '') return list.columns
  return keys.split(',').map((key) => {
    const column = list.columns.find((one) => one.key === key.trim())
    if (column) return column
    const known = list.columns.map((one) => one.key).join(', ')
    throw invalidRequest(`columns names an unknown column: ${key}`, { columns: `must be of ${known}` })
  })
}
