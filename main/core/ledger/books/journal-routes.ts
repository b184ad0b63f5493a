import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import type { Clock } from '../../ports.ts'
import { localDay } from '../../time.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, refusedBy, versioned, versionOf } from '../http.ts'
import { listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { money, moneySchema } from '../money.ts'
import type { createEntryList } from './entry-list.ts'
import {
  correctionBody,
  entryBody,
  entrySchema,
  journalBody,
  type OverrideOf,
  transactionBody,
  transactionSchema,
} from './journal-schemas.ts'
import type { Journals } from './journals.ts'
import type { Ledgers } from './ledgers.ts'
import { readCorrections, readJournal } from './read-bodies.ts'
import type { Entry, Transaction } from './types.ts'

const tags = ['Ledgers']
const base = '/v1/ledgers'
const byId = { params: z.object({ id: z.string() }) }
const { 400: bad, 404: gone } = ledgerFailures
const unbookable = refusedBy('journal_unbalanced', 'direct_booking_forbidden', 'period_locked', 'ledger_inactive')

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
  422: unbookable,
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
  responses: {
    200: json('The journal', transactionSchema),
    400: bad,
    404: gone,
    409: refusedBy('version_conflict'),
    422: unbookable,
  },
})
const removeJournal = createRoute({
  method: 'delete',
  path: `${base}/journals/{id}`,
  tags,
  summary: 'Remove a journal that no accepted match uses',
  request: byId,
  responses: {
    204: { description: 'Removed' },
    400: bad,
    404: gone,
    409: refusedBy('transaction_in_use', 'version_conflict'),
  },
})
export const trialSchema = z.object({
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

export interface JournalRouteDeps {
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly listEntries: ReturnType<typeof createEntryList>
  readonly now: Clock
}

/** `/v1/ledgers/journals`, `/entries` and `/trial-balance` (10.2). */
export function journalRoutes({ ledgers, journals, listEntries: list, now }: JournalRouteDeps) {
  const today = () => localDay(now())
  const overridesOf = (userId: string): OverrideOf => {
    const known = new Map(ledgers.all(userId).map(({ id, precisionOverride }) => [id, precisionOverride]))
    return (ledgerId) => known.get(ledgerId) ?? null
  }
  const shown = (userId: string, transaction: Transaction, entries: readonly Entry[]) =>
    transactionBody(transaction, entries, overridesOf(userId))

  return ledgerApi()
    .openapi(listEntries, (c) => {
      const { ledger_id: reference, ...query } = c.req.valid('query')
      const user = c.var.user.id
      const scope = reference
        ? { sql: 'e.user_id = ? and e.ledger_id = ?', params: [user, ledgers.find(user, reference).id] }
        : { sql: 'e.user_id = ?', params: [user] }
      const { data, ...rest } = list(scope, query)
      const overrideOf = overridesOf(user)
      return c.json({ ...rest, data: data.map((entry) => entryBody(entry, overrideOf(entry.ledgerId))) }, 200)
    })
    .openapi(getEntry, (c) => {
      const entry = journals.entry(c.var.user.id, c.req.valid('param').id)
      return c.json(versioned(c, entryBody(entry, overridesOf(c.var.user.id)(entry.ledgerId))), 200)
    })
    .openapi(postJournal, (c) => {
      const journal = readJournal(c.req.valid('json'), c.var.user.id, ledgers, today())
      const { transaction, entries, isNew } = journals.post(actorOf(c), journal)
      return c.json(versioned(c, shown(c.var.user.id, transaction, entries)), isNew ? 201 : 200)
    })
    .openapi(postEntries, (c) => {
      const journal = readJournal(c.req.valid('json'), c.var.user.id, ledgers, today())
      const { transaction, entries, isNew } = journals.post(actorOf(c), journal)
      return c.json(versioned(c, shown(c.var.user.id, transaction, entries)), isNew ? 201 : 200)
    })
    .openapi(getJournal, (c) => {
      const { transaction, entries } = journals.get(c.var.user.id, c.req.valid('param').id)
      return c.json(versioned(c, shown(c.var.user.id, transaction, entries)), 200)
    })
    .openapi(correctJournal, (c) => {
      const { transaction, entries } = journals.get(c.var.user.id, c.req.valid('param').id)
      const input = c.req.valid('json')
      checkVersion(versionOf(c, input.version), transaction.version, () => shown(c.var.user.id, transaction, entries))
      const corrected = journals.correct(
        actorOf(c),
        transaction.id,
        readCorrections(input, entries, overridesOf(c.var.user.id)),
      )
      return c.json(versioned(c, shown(c.var.user.id, corrected.transaction, corrected.entries)), 200)
    })
    .openapi(removeJournal, (c) => {
      const { transaction, entries } = journals.get(c.var.user.id, c.req.valid('param').id)
      checkVersion(versionOf(c, undefined), transaction.version, () => shown(c.var.user.id, transaction, entries))
      journals.remove(actorOf(c), transaction.id)
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
}
