import type { Database } from '../db/open.ts'
import { suggestionScore, windowMs } from '../matching/assignment/limits.ts'
import { ratePair } from '../matching/assignment/rate-pair.ts'
import type { Candidate, OpenRequest } from '../matching/assignment/types.ts'
import type { PreparedName } from '../matching/names/types.ts'
import { freeColumns, type StoredMovement } from './evaluation-queries.ts'
import { bestFirst, failedFilter, type ListedCandidate, listed } from './listed-candidate.ts'

const mostOfEach = 3

/**
 * The near misses of a request: free movements of a fitting name that fail one rule only: of another amount by up to
 * 1 %, in another currency, or too early. Each look-up reads a few rows of the index `movements_free`, so a miss stays
 * as cheap as a match.
 */
export function createNearMisses(db: Database, prepare: (text: string | null) => PreparedName) {
  // By position: naming the parameters would cost more than the look-ups.
  const select = `select ${freeColumns} from movements where account_id = ? and currency = ?`
  const free = 'and excluded_at is null'
  // An ORDER BY makes a look-up that finds nothing five times as dear, so one without asks first.
  const isAnyNear = db.prepare(`${select} and amount_minor between ? and ? ${free} limit 1`)
  const less = db.prepare(`
    ${select} and amount_minor between ? and ? ${free} order by amount_minor desc limit ${mostOfEach}`)
  const more = db.prepare(`
    ${select} and amount_minor between ? and ? ${free} order by amount_minor limit ${mostOfEach}`)
  const earlier = db.prepare(`
    ${select} and amount_minor = ? and received_at < ? ${free} order by received_at desc limit ${mostOfEach}`)
  const abroad = db.prepare(`
    ${select} and amount_minor = ? and received_at >= ? ${free} order by received_at limit ${mostOfEach}`)
  // Steps from one currency to the next by index instead of reading every movement.
  const currencies = db
    .prepare(`
    with recursive used (code) as (
      select min(currency) from movements where account_id = @accountId and excluded_at is null
      union all
      select (select min(currency) from movements where account_id = @accountId and excluded_at is null and currency > code)
        from used where code is not null)
    select code from used where code is not null`)
    .pluck()

  function lookUp(accountId: string, request: OpenRequest, known: readonly string[]): StoredMovement[] {
    const { currency, amountMinor } = request
    const tolerance = Math.floor(amountMinor / 100)
    const since = request.createdAt - windowMs
    const rows = known.flatMap((code) => {
      if (code !== currency) return abroad.all(accountId, code, amountMinor, since)
      if (!isAnyNear.get(accountId, currency, amountMinor - tolerance, amountMinor + tolerance)) return []
      const early = earlier.all(accountId, currency, amountMinor, since)
      const below = less.all(accountId, currency, amountMinor - tolerance, amountMinor - 1)
      const above = more.all(accountId, currency, amountMinor + 1, amountMinor + tolerance)
      return [...below, ...above, ...early]
    })
    return rows as StoredMovement[]
  }

  return {
    /** Currencies of the account's free movements. */
    currencies: (accountId: string) => currencies.all({ accountId }) as string[],

    of(accountId: string, request: OpenRequest, known: readonly string[]): ListedCandidate[] {
      const misses = lookUp(accountId, request, known).flatMap((row): ListedCandidate[] => {
        const reason = failedFilter(request, row)
        const failsTwice = reason !== 'outside_window' && row.receivedAt < request.createdAt - windowMs
        if (reason === null || failsTwice) return []
        const candidate = ratePair(request, row, { prepare })
        return isSimilar(candidate) ? [listed(candidate, reason)] : []
      })
      return misses.sort(bestFirst)
    },
  }
}

/** The payer may be the same one. */
export const isSimilar = ({ score, reasons }: Candidate): boolean =>
  score >= suggestionScore && !reasons.some((reason) => reason.code === 'name' && reason.level === 'different')
