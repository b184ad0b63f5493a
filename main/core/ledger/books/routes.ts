import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import type { Clock } from '../../ports.ts'
import { iso } from '../../time.ts'
import { invalidRequest } from '../errors.ts'
import { actorOf, ledgerApi, ledgerFailures, versionOf } from '../http.ts'
import { listAnswerSchema, listQuerySchema, readFilter, readPage } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import type { createEntryList } from './entry-list.ts'
import type { Journals } from './journals.ts'
import type { Ledgers } from './ledgers.ts'
import { readCorrections, readJournal } from './read-bodies.ts'
import {
  correctionBody,
  entryBody,
  entrySchema,
  journalBody,
  ledgerBody,
  ledgerChangeBody,
  ledgerInput,
  ledgerSchema,
  newLedgerBody,
  transactionBody,
  transactionSchema,
} from './schemas.ts'
import type { Ledger } from './types.ts'

const tags = ['Ledgers']
const base = '/v1/ledgers'
const byId = { params: z.object({ id: z.string() }) }
const { 400: bad, 404: gone, 409: clash, 422: unprocessable } = ledgerFailures

const listLedgers = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'The chart of accounts',
  request: { query: listQuerySchema },
  responses: { 200: json('Ledgers by code', listAnswerSchema(ledgerSchema)), 400: bad },
})
const createLedger = createRoute({
  method: 'post',
  path: base,
  tags,
  summary: 'Add a ledger',
  request: { body: body(newLedgerBody) },
  responses: { 201: json('The new ledger', ledgerSchema), 400: bad, 409: clash },
})
const getLedger = createRoute({
  method: 'get',
  path: `${base}/{id}`,
  tags,
  summary: 'One ledger by id, code or number',
  request: byId,
  responses: { 200: json('The ledger', ledgerSchema), 404: gone },
})
const changeLedger = createRoute({
  method: 'patch',
  path: `${base}/{id}`,
  tags,
  summary: 'Change a ledger',
  request: { ...byId, body: body(ledgerChangeBody) },
  responses: { 200: json('The ledger', ledgerSchema), 400: bad, 404: gone, 409: clash },
})
const removeLedger = createRoute({
  method: 'delete',
  path: `${base}/{id}`,
  tags,
  summary: 'Remove a ledger that nothing refers to',
  request: byId,
  responses: { 204: { description: 'Removed' }, 404: gone, 409: clash },
})
const listEntries = createRoute({
  method: 'get',
  path: `${base}/entries`,
  tags,
  summary: 'Ledger entries',
  request: { query: listQuerySchema.extend({ ledger_id: z.string().optional() }) },
  responses: { 200: json('Entries, newest booking first', listAnswerSchema(entrySchema)), 400: bad, 404: gone },
})
const getEntry = createRoute({
  method: 'get',
  path: `${base}/entries/{id}`,
  tags,
  summary: 'One ledger entry',
  request: byId,
  responses: { 200: json('The entry', entrySchema), 404: gone },
})
const journalAnswers = {
  200: json('The journal that the client id named before', transactionSchema),
  201: json('The booked journal', transactionSchema),
  400: bad,
  404: gone,
  422: unprocessable,
}
const postJournal = createRoute({
  method: 'post',
  path: `${base}/journals`,
  tags,
  summary: 'Book a balanced journal',
  request: { body: body(journalBody) },
  responses: journalAnswers,
})
const postEntries = createRoute({
  ...postJournal,
  path: `${base}/entries`,
  summary: 'Book entries: the same as a journal',
})
const getJournal = createRoute({
  method: 'get',
  path: `${base}/journals/{id}`,
  tags,
  summary: 'One journal with its entries',
  request: byId,
  responses: { 200: json('The journal', transactionSchema), 404: gone },
})
const correctJournal = createRoute({
  method: 'patch',
  path: `${base}/journals/{id}`,
  tags,
  summary: 'Correct entries of a journal; it must balance afterwards',
  request: { ...byId, body: body(correctionBody) },
  responses: { 200: json('The journal', transactionSchema), 400: bad, 404: gone, 422: unprocessable },
})
const removeJournal = createRoute({
  method: 'delete',
  path: `${base}/journals/{id}`,
  tags,
  summary: 'Remove a journal that no accepted match uses',
  request: byId,
  responses: { 204: { description: 'Removed' }, 404: gone, 409: clash },
})
const trialSchema = z.object({
  at: z.string(),
  balanced: z.boolean(),
  total_debit_lcy: z.string(),
  total_credit_lcy: z.string(),
  rows: z.array(
    z.object({
      ledger_id: z.string(),
      code: z.string(),
      description: z.string(),
      type: z.string(),
      debit: moneySchema,
      credit: moneySchema,
      balance: moneySchema,
      debit_lcy: z.string(),
      credit_lcy: z.string(),
    }),
  ),
})
const trialBalance = createRoute({
  method: 'get',
  path: `${base}/trial-balance`,
  tags,
  summary: 'Debits, credits and balance of every ledger up to a day',
  request: { query: z.object({ at: z.iso.date('at must be a day, YYYY-MM-DD').optional() }) },
  responses: { 200: json('Trial balance', trialSchema), 400: bad },
})

const ledgerKeys = [
  'id',
  'num_id',
  'code',
  'description',
  'type',
  'currency_code',
  'is_reconcilable',
  'active',
] as const
type LedgerBody = z.infer<typeof ledgerSchema>

/** A chart is small: its list is filtered and sorted here, by equality and `contains`. */
function listChart(rows: readonly LedgerBody[], query: z.infer<typeof listQuerySchema>) {
  const keys = Object.fromEntries(ledgerKeys.map((key) => [key, key])) as Record<string, keyof LedgerBody>
  const key = (name: string) => {
    const found = Object.hasOwn(keys, name) ? keys[name] : undefined
    if (found) return found
    throw invalidRequest(`Unknown field: ${name}`, { [name]: `must be one of ${ledgerKeys.join(', ')}` })
  }
  const wanted = Object.entries(readFilter(query)).map(([name, value]) => [key(name), value] as const)
  const holds = (row: LedgerBody) =>
    wanted.every(([name, value]) => {
      if (typeof value === 'object' && value !== null && 'contains' in value)
        return String(row[name]).toLowerCase().includes(String(value.contains).toLowerCase())
      return row[name] === value
    })
  const sort = key(query.sort ?? 'code')
  const sign = query.order === 'desc' ? -1 : 1
  return rows
    .filter(holds)
    .sort((a, b) => sign * String(a[sort]).localeCompare(String(b[sort]), 'en', { numeric: true }))
}

export interface BookRouteDeps {
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly listEntries: ReturnType<typeof createEntryList>
  readonly now: Clock
}

/** `/v1/ledgers`: the chart, journals, entries and the trial balance (10.2). */
export function bookRoutes({ ledgers, journals, listEntries: list, now }: BookRouteDeps) {
  const shown = (ledger: Ledger, chart: readonly Ledger[]) =>
    ledgerBody(
      ledger,
      ledgers.balance(ledger.id),
      chart.filter(({ parentId }) => parentId === ledger.id).map(({ id }) => id),
    )
  const one = (ledger: Ledger) => shown(ledger, ledgers.all(ledger.userId))
  const today = () => iso(now()).slice(0, 10)

  return ledgerApi()
    .openapi(listLedgers, (c) => {
      const query = c.req.valid('query')
      const chart = ledgers.all(c.var.user.id)
      const rows = listChart(
        chart.map((ledger) => shown(ledger, chart)),
        query,
      )
      const { limit, offset } = readPage(query)
      const page = rows.slice(offset, offset + limit)
      const hasMore = offset + page.length < rows.length
      return c.json(
        { data: page, total: rows.length, total_unfiltered: chart.length, has_more: hasMore, keys: [...ledgerKeys] },
        200,
      )
    })
    .openapi(createLedger, (c) => {
      const input = c.req.valid('json')
      const ledger = ledgers.create(actorOf(c), {
        ...ledgerInput(input),
        code: input.code,
        type: input.type,
        currency: input.currency_code,
      })
      return c.json(one(ledger), 201)
    })
    .openapi(listEntries, (c) => {
      const { ledger_id: reference, ...query } = c.req.valid('query')
      const user = c.var.user.id
      const scope = reference
        ? { sql: 'e.user_id = ? and e.ledger_id = ?', params: [user, ledgers.find(user, reference).id] }
        : { sql: 'e.user_id = ?', params: [user] }
      const { data, ...rest } = list(scope, query)
      return c.json({ ...rest, data: data.map((entry) => entryBody(entry)) }, 200)
    })
    .openapi(getEntry, (c) => c.json(entryBody(journals.entry(c.var.user.id, c.req.valid('param').id)), 200))
    .openapi(postJournal, (c) => {
      const journal = readJournal(c.req.valid('json'), c.var.user.id, ledgers, today())
      const { transaction, entries, isNew } = journals.post(actorOf(c), journal)
      return c.json(transactionBody(transaction, entries), isNew ? 201 : 200)
    })
    .openapi(postEntries, (c) => {
      const journal = readJournal(c.req.valid('json'), c.var.user.id, ledgers, today())
      const { transaction, entries, isNew } = journals.post(actorOf(c), journal)
      return c.json(transactionBody(transaction, entries), isNew ? 201 : 200)
    })
    .openapi(getJournal, (c) => {
      const { transaction, entries } = journals.get(c.var.user.id, c.req.valid('param').id)
      return c.json(transactionBody(transaction, entries), 200)
    })
    .openapi(correctJournal, (c) => {
      const { id } = c.req.valid('param')
      const { entries } = journals.get(c.var.user.id, id)
      const corrected = journals.correct(actorOf(c), id, readCorrections(c.req.valid('json'), entries))
      return c.json(transactionBody(corrected.transaction, corrected.entries), 200)
    })
    .openapi(removeJournal, (c) => {
      journals.remove(actorOf(c), c.req.valid('param').id)
      return c.body(null, 204)
    })
    .openapi(trialBalance, (c) => {
      const at = c.req.valid('query').at ?? '9999-12-31'
      const totals = new Map(journals.trialBalance(c.var.user.id, at).map((row) => [row.ledger_id, row]))
      const rows = ledgers.all(c.var.user.id).flatMap((ledger) => {
        const row = totals.get(ledger.id)
        if (!row) return []
        const shownAs = (minor: number) => money(minor, ledger.currency, ledger.precisionOverride)
        return [
          {
            ledger_id: ledger.id,
            code: ledger.code,
            description: ledger.description,
            type: ledger.type,
            debit: shownAs(row.debit),
            credit: shownAs(row.credit),
            balance: shownAs(row.debit - row.credit),
            debit_lcy: String(row.debit_lcy),
            credit_lcy: String(row.credit_lcy),
          },
        ]
      })
      const debit = rows.reduce((sum, row) => sum + BigInt(row.debit_lcy), 0n)
      const credit = rows.reduce((sum, row) => sum + BigInt(row.credit_lcy), 0n)
      return c.json(
        { at, balanced: debit === credit, total_debit_lcy: String(debit), total_credit_lcy: String(credit), rows },
        200,
      )
    })
    .openapi(getLedger, (c) => c.json(one(ledgers.find(c.var.user.id, c.req.valid('param').id)), 200))
    .openapi(changeLedger, (c) => {
      const input = c.req.valid('json')
      const version = versionOf(c, input.version)
      return c.json(one(ledgers.change(actorOf(c), c.req.valid('param').id, ledgerInput(input), version)), 200)
    })
    .openapi(removeLedger, (c) => {
      ledgers.remove(actorOf(c), c.req.valid('param').id)
      return c.body(null, 204)
    })
}
