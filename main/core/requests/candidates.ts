import type { z } from '@hono/zod-openapi'
import type { Database } from '../db/open.ts'
import type { candidateSchema } from '../http/schemas.ts'
import { failedFilter, windowBefore } from '../matching/candidates.ts'
import { readName, scoreNames } from '../matching/names.ts'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'
import type { PaymentRequest } from './types.ts'

export type CandidateItem = z.infer<typeof candidateSchema>

interface Row {
  readonly id: string
  readonly external_id: string
  readonly amount_minor: number
  readonly currency: string
  readonly sender_name: string | null
  readonly received_at: number
  readonly notified_at: number | null
  readonly excluded_at: number | null
  readonly consumed_by: string | null
  readonly consumer_external_id: string | null
}

const mostOfEach = 25
const mostListed = 50

/**
 * What a person may choose from for a request, as things stand now: movements that fit, near misses, and those of the
 * same amount that another request has consumed. Fitting ones first, best name first.
 */
export function createCandidates(db: Database): (request: PaymentRequest) => CandidateItem[] {
  const select = `
    select m.id, m.external_id, m.amount_minor, m.currency, m.sender_name, m.received_at, m.notified_at, m.excluded_at,
           x.request_id as consumed_by, r.external_id as consumer_external_id
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

  return (request) => {
    const name = readName(request.senderName)
    const tolerance = Math.floor(request.amountMinor / 100)
    const values = {
      account: request.accountId,
      currency: request.currency,
      amount: request.amountMinor,
      lowest: request.amountMinor - tolerance,
      highest: request.amountMinor + tolerance,
      since: request.createdAt - windowBefore,
    }
    const rows = sources.flatMap((source) => source.all(values) as Row[])
    return rows
      .map((row) => toItem(row, request, scoreNames(name, readName(row.sender_name))))
      .sort((a, b) => place(a) - place(b) || b.score - a.score || (a.received_at < b.received_at ? 1 : -1))
      .slice(0, mostListed)
  }
}

function toItem(row: Row, request: PaymentRequest, { score, reason }: ReturnType<typeof scoreNames>): CandidateItem {
  const isTaken = row.consumed_by !== null && row.consumed_by !== request.id
  const movement = { amountMinor: row.amount_minor, currency: row.currency, receivedAt: row.received_at }
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
    reason: isTaken ? 'taken' : (failedFilter(request, movement) ?? reason),
    consumed_by: row.consumed_by,
  }
}

function place({ reason, score }: CandidateItem): number {
  switch (reason) {
    case 'same_name':
    case 'contained_name':
    case 'shared_words':
    case 'no_sender':
      return 0
    case 'outside_window':
    case 'other_amount':
    case 'other_currency':
      return score > 0 ? 1 : 3
    case 'other_name':
      return 2
    case 'taken':
      return 4
  }
}
