import type { z } from '@hono/zod-openapi'
import type { AliasBook } from '../aliases/types.ts'
import type { Database } from '../db/open.ts'
import { createPrepared } from '../db/prepared.ts'
import { searchWords } from '../http/list-query.ts'
import type { candidateSchema } from '../http/payment-schemas.ts'
import { windowMs } from '../matching/assignment/limits.ts'
import { ratePair } from '../matching/assignment/rate-pair.ts'
import type { DecideSettings, Candidate as RatedPair } from '../matching/assignment/types.ts'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'
import { knownPayers } from './known-payers.ts'
import { knownReferences } from './known-references.ts'
import { failedFilter, listed } from './listed-candidate.ts'
import { isSimilar } from './near-misses.ts'
import { openRequest } from './queries.ts'
import { type RefusalItem, refusalLists, refusedBy } from './refusal-list.ts'
import type { PaymentRequest } from './types.ts'

export type CandidateItem = z.infer<typeof candidateSchema>

interface Row {
  readonly id: string
  readonly external_id: string
  readonly amount_minor: number
  readonly currency: string
  readonly sender_name: string | null
  readonly reference_text: string | null
  readonly received_at: number
  readonly notified_at: number | null
  readonly excluded_at: number | null
  readonly consumed_by: string | null
  readonly consumer_external_id: string | null
}

const mostOfEach = 25
const mostListed = 50

export interface CandidateSource {
  /**
   * What a person may choose from for a request, as things stand now: movements that fit, near misses, and those of the
   * same amount that another request has consumed. Fitting ones first, best name first.
   */
  of(request: PaymentRequest): CandidateItem[]
  /** Ids of those that could be the payment as it was ordered: equal amount, in time, free, and not refused. */
  fitting(request: PaymentRequest): string[]
  /** Free movements of the account that hold the words of `q`, newest first. */
  search(request: PaymentRequest, q: string): CandidateItem[]
}

export function createCandidates(deps: {
  readonly db: Database
  readonly settings: (accountId: string) => Partial<DecideSettings>
  readonly aliases: Pick<AliasBook, 'inUse'>
}): CandidateSource {
  const { db, settings, aliases } = deps
  const prepared = createPrepared(db)
  const references = knownReferences(db)
  const payers = knownPayers(db)
  const refusals = refusalLists(db)
  const select = `
    select m.id, m.external_id, m.amount_minor, m.currency, m.sender_name, m.reference_text, m.received_at, m.notified_at,
           m.excluded_at, x.request_id as consumed_by, r.external_id as consumer_external_id
      from movements m
      left join matches x on x.bank_transaction_id = m.id and x.is_primary = 1 and x.undone_at is null
      left join requests r on r.id = x.request_id
     where m.account_id = @account`
  const free = 'm.excluded_at is null'
  const sources = [
    `${select} and m.currency = @currency and m.amount_minor = @amount and ${free}
      order by m.received_at desc limit ${mostOfEach}`,
    `${select} and m.currency = @currency and m.amount_minor between @lowest and @amount - 1 and ${free}
      order by m.amount_minor desc limit ${mostOfEach}`,
    `${select} and m.currency = @currency and m.amount_minor between @amount + 1 and @highest and ${free}
      order by m.amount_minor limit ${mostOfEach}`,
    `${select} and m.currency <> @currency and m.amount_minor = @amount and ${free}
      and m.received_at >= @since order by m.received_at desc limit ${mostOfEach}`,
    // Consumed ones are in no index of amounts; the account's recent movements are read in order of time.
    `${select} and m.received_at >= @since and m.currency = @currency and m.amount_minor = @amount
      and m.excluded_at is not null order by m.received_at desc limit ${mostOfEach}`,
  ].map((sql) => db.prepare(sql))

  function rated(request: PaymentRequest, rows: readonly Row[]) {
    const open = openRequest(request)
    const options = {
      settings: settings(request.accountId),
      aliases: aliases.inUse(request.accountId),
      references: references(request.accountId),
      knowledge: payers(request.accountId),
    }
    const refused = refusedBy(refusals(request.id))
    return rows.map((row) => {
      const movement = {
        id: row.id,
        sender: row.sender_name,
        text: row.reference_text,
        amountMinor: row.amount_minor,
        currency: row.currency,
        receivedAt: row.received_at,
      }
      const pair = ratePair(open, movement, options)
      const item = toItem(row, request, pair, refused.get(row.id))
      return { item, place: place(item, pair) }
    })
  }

  function ranked(request: PaymentRequest) {
    const tolerance = Math.floor(request.amountMinor / 100)
    const values = {
      account: request.accountId,
      currency: request.currency,
      amount: request.amountMinor,
      lowest: request.amountMinor - tolerance,
      highest: request.amountMinor + tolerance,
      since: request.createdAt - windowMs,
    }
    const rows = sources.flatMap((source) => source.all(values) as Row[])
    return rated(request, rows)
      .sort(
        (a, b) =>
          a.place - b.place || b.item.score - a.item.score || (a.item.received_at < b.item.received_at ? 1 : -1),
      )
      .slice(0, mostListed)
  }

  return {
    of: (request) => ranked(request).map(({ item }) => item),
    fitting: (request) => ranked(request).flatMap(({ item, place: at }) => (at === 0 ? [item.id] : [])),

    search(request, q) {
      const words = searchWords(q)
      const clauses = words.map((_, i) => `and instr(m.search_text, @word${i}) > 0`)
      const values = Object.fromEntries(words.map((word, i) => [`word${i}`, word]))
      const sql = `${select} and ${free} ${clauses.join(' ')} order by m.received_at desc, m.id limit ${mostListed}`
      const rows = prepared(sql).all({ account: request.accountId, ...values }) as Row[]
      return rated(request, rows).map(({ item }) => item)
    },
  }
}

function toItem(row: Row, request: PaymentRequest, pair: RatedPair, refusal: RefusalItem | undefined): CandidateItem {
  const isTaken = row.consumed_by !== null && row.consumed_by !== request.id
  const movement = { amountMinor: row.amount_minor, currency: row.currency, receivedAt: row.received_at }
  const { score, reason, reasons } = listed(pair, failedFilter(request, movement))
  return {
    id: row.id,
    external_id: row.external_id,
    amount: minorToText(row.amount_minor),
    currency: row.currency,
    sender_name: row.sender_name,
    received_at: iso(row.received_at),
    notified_at: isoOrNull(row.notified_at),
    excluded_at: isoOrNull(row.excluded_at),
    matched_request:
      row.consumed_by === null || row.consumer_external_id === null
        ? null
        : { id: row.consumed_by, external_id: row.consumer_external_id },
    score: Math.round(score * 1e4) / 1e4,
    reason: isTaken ? 'taken' : refusal ? 'rejected' : reason,
    reasons: [...reasons] as CandidateItem['reasons'],
    consumed_by: row.consumed_by,
    rejected: refusal ? { by: refusal.by, at: refusal.at } : null,
  }
}

/** Fitting ones, near misses of the payer, other payers, the rest, what was rejected, what is taken. */
function place({ reason }: CandidateItem, pair: RatedPair): number {
  switch (reason) {
    case 'reference':
    case 'alias':
    case 'same_name':
    case 'likely_name':
    case 'weak_name':
    case 'unknown_name':
    case 'no_sender':
      return 0
    case 'outside_window':
    case 'other_amount':
    case 'other_currency':
      return isSimilar(pair) ? 1 : 3
    case 'other_name':
      return 2
    case 'rejected':
      return 4
    case 'taken':
      return 5
  }
}
