import type { Database } from '../db/open.ts'
import { windowMs } from '../matching/assignment/limits.ts'
import { ratePair } from '../matching/assignment/rate-pair.ts'
import type { FreeMovement, OpenRequest } from '../matching/assignment/types.ts'
import { acceptance } from '../matching/names/limits.ts'
import type { PreparedName } from '../matching/names/types.ts'
import { refusalBook } from '../requests/refusals.ts'
import type { NewSuggestion } from './types.ts'

// The newest are the ones that a person still thinks about; so many are looked through in some tenths of a second.
const mostRequests = 2000
const mostMovements = 500
const waiting = `status in ('not_found', 'failed', 'ambiguous')`
const movementColumns =
  'id, sender_name as sender, reference_text as text, received_at as receivedAt, amount_minor as amountMinor, currency'

/** What suggestions are made of: requests that wait for money or a person, and free movements of their time. */
export function suggestionFacts(db: Database, prepare: (text: string | null) => PreparedName) {
  const requests = db.prepare(`
    select id, external_id as externalId, sender_name as name, amount_minor as amountMinor, currency,
           created_at as createdAt
      from requests where account_id = ? and ${waiting} order by created_at desc, id limit ${mostRequests}`)
  const movements = db.prepare(`
    select ${movementColumns} from movements
     where account_id = ? and received_at >= ? and excluded_at is null order by received_at desc, id limit ${mostMovements}`)
  const near = db.prepare(`
    select ${movementColumns} from movements
     where account_id = ? and currency = ? and amount_minor between ? and ? and amount_minor <> ? and received_at >= ?
       and excluded_at is null order by amount_minor limit 20`)
  // What a person took back is not offered again, unless it had been offered: then the offer stands as before.
  const isUnwanted = db
    .prepare(`
    select exists (select 1 from refused_pairs where request_id = @requestId and movement_id = @movementId)
        or exists (select 1 from suggestion_requests x join suggestions s on s.id = x.suggestion_id, json_each(s.movement_ids) m
                    where x.request_id = @requestId and s.kind = 'near_amount' and s.state = 'rejected' and m.value = @movementId)
        or exists (select 1 from matches where request_id = @requestId and bank_transaction_id = @movementId
                      and undone_at is not null)
       and not exists (select 1 from suggestion_requests x join suggestions s on s.id = x.suggestion_id, json_each(s.movement_ids) m
                        where x.request_id = @requestId and s.kind = 'near_amount' and s.state = 'open'
                          and m.value = @movementId)`)
    .pluck()
  const refusals = refusalBook(db)

  return {
    requests: (accountId: string) => requests.all(accountId) as OpenRequest[],
    movementsFor(accountId: string, open: readonly OpenRequest[]): FreeMovement[] {
      if (open.length === 0) return []
      const oldest = open.reduce((least, { createdAt }) => Math.min(least, createdAt), Number.POSITIVE_INFINITY)
      return movements.all(accountId, oldest - windowMs) as FreeMovement[]
    },
    /** Pairs that a person said do not belong together. */
    isRefused(accountId: string): (requestId: string, movementId: string) => boolean {
      const pairs = new Set(
        refusals.ofAccount(accountId).map(({ requestId, movementId }) => `${requestId} ${movementId}`),
      )
      return (requestId, movementId) => pairs.has(`${requestId} ${movementId}`)
    },
    /** The payer's transfer that misses the amount by least, within the tolerance. */
    near(accountId: string, request: OpenRequest, tolerance: number): NewSuggestion | null {
      const { currency, amountMinor, createdAt } = request
      const [low, high] = [amountMinor - tolerance, amountMinor + tolerance]
      const rows = near.all(accountId, currency, low, high, amountMinor, createdAt - windowMs) as FreeMovement[]
      const [best] = rows
        .map((movement) => ({ movement, candidate: ratePair(request, movement, { prepare }) }))
        .filter(
          ({ movement, candidate }) =>
            candidate.score >= acceptance && isUnwanted.get({ requestId: request.id, movementId: movement.id }) === 0,
        )
        .sort(
          (a, b) =>
            Math.abs(a.movement.amountMinor - amountMinor) - Math.abs(b.movement.amountMinor - amountMinor) ||
            b.candidate.score - a.candidate.score ||
            (a.movement.id < b.movement.id ? -1 : 1),
        )
      if (!best) return null
      const { movement, candidate } = best
      return {
        kind: 'near_amount',
        requestIds: [request.id],
        movementIds: [movement.id],
        score: candidate.score,
        evidence: {
          legs: [{ requestId: request.id, movementId: movement.id, settledMinor: movement.amountMinor, candidate }],
          differenceMinor: movement.amountMinor - amountMinor,
          chance: null,
          alternatives: 0,
        },
      }
    },
  }
}
