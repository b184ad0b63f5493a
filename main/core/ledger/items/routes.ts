import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import { foldText } from '../../matching/fold.ts'
import type { createEntryList } from '../books/entry-list.ts'
import { entryBody, entrySchema } from '../books/journal-schemas.ts'
import type { Ledgers } from '../books/ledgers.ts'
import {
  actorOf,
  checkVersion,
  type ExpectedVersions,
  ledgerApi,
  ledgerFailures,
  refusedBy,
  versioned,
  versionOf,
} from '../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { createTableList } from '../table-list.ts'
import { type ItemRow, itemQueries, selectItems, toItem } from './item-queries.ts'
import { itemBody, itemSchema } from './present.ts'
import { closingReasons, type Items } from './service.ts'
import type { Item } from './types.ts'

const tags = ['Reconciliation items']
const base = '/v1/ledgers/reconciliation'
const { 400: bad, 404: gone } = ledgerFailures
const ofRun = { params: z.object({ runID: z.string() }) }
const ofItem = { params: z.object({ itemID: z.string() }) }
const version = z.number().int().optional()
/** What stands in the way of every decision. */
const undecided = ['run_closed', 'run_busy', 'version_conflict'] as const
const day = z.iso.date('must be a day, YYYY-MM-DD').optional()

const list = createRoute({
  method: 'get',
  path: `${base}/runs/{runID}/items`,
  tags,
  summary: 'Lines of the run’s statements, in the order of the file',
  request: {
    ...ofRun,
    query: listQuerySchema.extend({
      match_status: itemSchema.shape.match_status.optional(),
      q: z.string().max(200).optional().openapi({ description: 'Words in names, references and texts' }),
      parts: z.enum(['true', 'false']).optional().openapi({ description: 'Parts of batches too' }),
    }),
  },
  responses: { 200: json('Items', listAnswerSchema(itemSchema)), 400: bad, 404: gone },
})
const read = createRoute({
  method: 'get',
  path: `${base}/items/{itemID}`,
  tags,
  summary: 'One item with its parts',
  request: ofItem,
  responses: {
    200: json('The item', itemSchema.extend({ parts: z.array(itemSchema), raw: z.string().nullable() })),
    404: gone,
  },
})
const close = createRoute({
  method: 'post',
  path: `${base}/items/{itemID}/close`,
  tags,
  summary: 'Close an item without a partner in the books',
  request: {
    ...ofItem,
    body: body(
      z.object({
        ledger_id: z.union([z.string(), z.number()]).transform(String).nullable().optional(),
        reason: z
          .enum(closingReasons, { error: `must be one of ${closingReasons.join(', ')}` })
          .default('manual_review'),
        note: z.string().max(2000).nullable().optional(),
        version,
      }),
    ),
  },
  responses: {
    200: json('The item', itemSchema),
    400: bad,
    404: gone,
    409: refusedBy('item_already_matched', 'item_already_closed', ...undecided),
    422: refusedBy('direct_booking_forbidden', 'period_locked', 'ledger_inactive'),
  },
})
const reopen = createRoute({
  method: 'post',
  path: `${base}/items/{itemID}/reopen`,
  tags,
  summary: 'Open a closed item again; its posting is reversed',
  request: {
    ...ofItem,
    body: {
      ...body(z.object({ reason: z.string().max(2000).nullable().optional(), version }).nullish()),
      required: false,
    },
  },
  responses: {
    200: json('The item', itemSchema),
    400: bad,
    404: gone,
    409: refusedBy(...undecided),
    422: refusedBy('period_locked', 'ledger_inactive'),
  },
})
const setNote = createRoute({
  method: 'patch',
  path: `${base}/items/{itemID}/note`,
  tags,
  summary: 'Change the note of an item',
  request: { ...ofItem, body: body(z.object({ note: z.string().max(2000).nullable(), version })) },
  responses: { 200: json('The item', itemSchema), 400: bad, 404: gone, 409: refusedBy(...undecided) },
})
const glQuery = listQuerySchema.extend({ as_of: day, from: day })
const glOnly = createRoute({
  method: 'get',
  path: `${base}/runs/{runID}/gl-only`,
  tags,
  summary: 'Ledger entries with no accepted allocation in this or any other run',
  request: { ...ofRun, query: glQuery },
  responses: { 200: json('Ledger entries', listAnswerSchema(entrySchema)), 400: bad, 404: gone },
})
const glAll = createRoute({
  ...glOnly,
  path: `${base}/runs/{runID}/gl-all`,
  summary: 'All ledger entries of the run’s context with their status',
})

const keys = columnKeys('i', {
  id: 'text',
  source_file_id: 'text',
  statement_id: 'text',
  position: 'number',
  level: 'text',
  amount: 'number',
  booking_date: 'text',
  value_date: 'text',
  bank_status: 'text',
  is_reversal: 'boolean',
  counterparty_name: 'text',
  counterparty_account: 'text',
  bank_reference: 'text',
  remittance_text: 'text',
  match_status: 'text',
  closed_reason: 'text',
})

export interface ItemRouteDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly items: Items
  readonly listEntries: ReturnType<typeof createEntryList>
  /** The days of the books that a run looks at: earliest open entry to period end plus the profile's window (10.1). */
  readonly context: (run: Run) => { readonly from: string; readonly to: string }
}

/** "1234,56" finds the amount in either sign; anything else is looked for in names and texts. */
function searchScope(q: string | undefined, precision: number): { sql: string; params: (string | number)[] }[] {
  if (q === undefined || q.trim() === '') return []
  const amount = /^-?\d{1,13}(?:[.,]\d{1,4})?$/.exec(q.trim())
  const words = foldText(q).split(/\s+/u).filter(Boolean)
  const text = {
    sql: words.map(() => "i.search_text like ? escape '\\'").join(' and ') || '1',
    params: words.map((word) => `%${word.replace(/[\\%_]/g, (found) => `\\${found}`)}%`),
  }
  if (!amount) return [text]
  const [whole = '0', fraction = ''] = q.trim().replace('-', '').replace(',', '.').split('.')
  const minor = Number(`${whole}${fraction.padEnd(precision, '0').slice(0, precision)}`)
  return [{ sql: `(abs(i.amount) = ? or (${text.sql}))`, params: [minor, ...text.params] }]
}

/** Items of a run, what is done with them, and the books beside them (10.1). */
export function itemRoutes({ store, ledgers, runs, items, listEntries, context }: ItemRouteDeps) {
  const queries = itemQueries(store.db)
  const precise = (run: Run) => ledgers.find(run.userId, run.ledgerId).precisionOverride
  const shown = (item: Item, userId: string) => {
    const parent = item.parentId === null ? null : queries.byId(userId, item.parentId)
    return itemBody(item, parent, precise(runs.get(userId, item.runId)))
  }
  /** A decision that is in effect already is only repeated; any other must know the item as it is now. */
  function expectCurrent(userId: string, id: string, expected: ExpectedVersions, inEffect: (item: Item) => boolean) {
    const item = queries.byId(userId, id)
    if (item && !inEffect(item)) checkVersion(expected, item.version, () => shown(item, userId))
  }
  const listItems = createTableList<ItemRow, Item>(store.db, {
    select: selectItems,
    from: 'from items i',
    keys,
    usual: { sort: 'position', order: 'asc', tieBreak: 'i.created_at, i.id' },
    toBody: toItem,
  })
  const books = (run: Run, query: z.infer<typeof glQuery>, onlyOpen: boolean) => {
    const { as_of: asOf, from, ...rest } = query
    const family = ledgers.family(run.userId, run.ledgerId)
    const span = context(run)
    const scope = {
      sql: `e.ledger_id in (${family.map(() => '?').join(', ')}) and e.booking_date >= ? and e.booking_date <= ?${onlyOpen ? ' and e.allocated = 0' : ''}`,
      params: [...family, from ?? span.from, asOf ?? span.to],
    }
    const { data, ...counted } = listEntries(scope, rest)
    return { ...counted, data: data.map((entry) => entryBody(entry, precise(run))) }
  }

  return ledgerApi()
    .openapi(list, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      const { match_status: status, q, parts, ...query } = c.req.valid('query')
      const precision = precise(run) ?? 2
      const scopes = [
        { sql: 'i.run_id = ?', params: [run.id] as (string | number)[] },
        ...(parts === 'true' ? [] : [{ sql: 'i.parent_entry_id is null', params: [] }]),
        ...(status === undefined ? [] : [{ sql: 'i.match_status = ?', params: [status] }]),
        ...searchScope(q, precision),
      ]
      const scope = { sql: scopes.map(({ sql }) => sql).join(' and '), params: scopes.flatMap(({ params }) => params) }
      const { data, ...rest } = listItems(scope, query)
      return c.json({ ...rest, data: data.map((item) => shown(item, c.var.user.id)) }, 200)
    })
    .openapi(read, (c) => {
      const item = items.get(c.var.user.id, c.req.valid('param').itemID)
      const raw = store.db
        .prepare<[string], string | null>('select raw from source_entries where id = ?')
        .pluck()
        .get(item.id)
      const parts = queries.parts(item.id).map((part) => shown(part, c.var.user.id))
      return c.json(versioned(c, { ...shown(item, c.var.user.id), parts, raw: raw ?? null }), 200)
    })
    .openapi(close, (c) => {
      const { itemID } = c.req.valid('param')
      const input = c.req.valid('json')
      expectCurrent(
        c.var.user.id,
        itemID,
        versionOf(c, input.version),
        ({ closedReason }) => closedReason === input.reason,
      )
      const closing = { ledger: input.ledger_id, reason: input.reason, note: input.note }
      return c.json(versioned(c, shown(items.close(actorOf(c), itemID, closing), c.var.user.id)), 200)
    })
    .openapi(reopen, (c) => {
      const { itemID } = c.req.valid('param')
      const input = c.req.valid('json')
      expectCurrent(c.var.user.id, itemID, versionOf(c, input?.version), ({ closedAt }) => closedAt === null)
      return c.json(versioned(c, shown(items.reopen(actorOf(c), itemID, input?.reason ?? null), c.var.user.id)), 200)
    })
    .openapi(setNote, (c) => {
      const { itemID } = c.req.valid('param')
      const { note, version: expected } = c.req.valid('json')
      expectCurrent(c.var.user.id, itemID, versionOf(c, expected), (item) => item.note === note)
      return c.json(versioned(c, shown(items.setNote(actorOf(c), itemID, note), c.var.user.id)), 200)
    })
    .openapi(glOnly, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      return c.json(books(run, c.req.valid('query'), true), 200)
    })
    .openapi(glAll, (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      return c.json(books(run, c.req.valid('query'), false), 200)
    })
}
