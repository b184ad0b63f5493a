import type { z } from '@hono/zod-openapi'
import type { AliasBook } from '../aliases/types.ts'
import type { Database } from '../db/open.ts'
import { missing } from '../errors.ts'
import type { wantedBySchema } from '../http/payment-schemas.ts'
import { ratePair } from '../matching/assignment/rate-pair.ts'
import type { DecideSettings, FreeMovement } from '../matching/assignment/types.ts'
import { knownReferences } from './known-references.ts'
import { requestFacts } from './list.ts'
import { failedFilter, listed } from './listed-candidate.ts'
import { isSimilar } from './near-misses.ts'
import { isOpen, openRequest, type RequestRow, toRequest } from './queries.ts'
import { refusalLists, refusedBy } from './refusal-list.ts'

export type WantedBy = z.infer<typeof wantedBySchema>

const mostOfEach = 25
const mostListed = 10

/**
 * Open requests that a movement comes near, with all that speaks for and against each: why nothing took it. Those that
 * expect exactly its amount, and those of a similar payer that differ by up to 1 % or in the currency. A foreign movement
 * is 404.
 */
export function createWantedBy(deps: {
  readonly db: Database
  readonly settings: (accountId: string) => Partial<DecideSettings>
  readonly aliases: Pick<AliasBook, 'inUse'>
}): (userId: string, movementId: string) => WantedBy[] {
  const { db, settings, aliases } = deps
  const references = knownReferences(db)
  const refusals = refusalLists(db)
  const find = db.prepare(`
    select m.id, m.sender_name as sender, m.reference_text as text, m.received_at as receivedAt,
           m.amount_minor as amountMinor, m.currency, m.account_id as accountId
      from movements m join accounts a on a.id = m.account_id where m.id = ? and a.user_id = ?`)
  const open = `select * from requests where account_id = @accountId and ${isOpen}`
  const sources = [
    `${open} and currency = @currency and amount_minor = @amountMinor order by created_at limit ${mostOfEach}`,
    `${open} and currency = @currency and amount_minor between @lowest and @highest and amount_minor <> @amountMinor
      order by abs(amount_minor - @amountMinor) limit ${mostOfEach}`,
    `${open} and currency <> @currency and amount_minor = @amountMinor order by created_at limit ${mostOfEach}`,
  ].map((sql) => db.prepare(sql))

  return (userId, movementId) => {
    const movement = find.get(movementId, userId) as (FreeMovement & { readonly accountId: string }) | undefined
    if (!movement) throw missing('movement.missing', 'Movement not found')
    const { accountId, amountMinor, currency } = movement
    const tolerance = Math.floor(amountMinor / 100)
    const values = {
      accountId,
      currency,
      amountMinor,
      lowest: amountMinor - tolerance,
      highest: amountMinor + tolerance,
    }
    const options = {
      settings: settings(accountId),
      aliases: aliases.inUse(accountId),
      references: references(accountId),
    }
    return sources
      .flatMap((source) => source.all(values) as RequestRow[])
      .flatMap((row): WantedBy[] => {
        const request = toRequest(row)
        const pair = ratePair(openRequest(request), movement, options)
        const failed = failedFilter(request, movement)
        if (failed !== null && failed !== 'outside_window' && !isSimilar(pair)) return []
        const { score, reason, reasons } = listed(pair, failed)
        const refusal = refusedBy(refusals(row.id)).get(movement.id)
        return [
          {
            ...requestFacts(row),
            score: Math.round(score * 1e4) / 1e4,
            reason: refusal ? 'rejected' : reason,
            reasons: [...reasons] as WantedBy['reasons'],
            rejected: refusal ? { by: refusal.by, at: refusal.at } : null,
          },
        ]
      })
      .sort((a, b) => b.score - a.score || (a.created_at < b.created_at ? -1 : 1))
      .slice(0, mostListed)
  }
}
