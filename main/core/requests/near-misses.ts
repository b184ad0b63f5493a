import type { Database } from '../db/open.ts'
import { bestFirst, type Candidate, failedFilter, windowBefore } from '../matching/candidates.ts'
import { type Name, scoreNames } from '../matching/names.ts'
import { type FreeMovement, freeColumns } from './evaluation-queries.ts'
import type { PaymentRequest } from './types.ts'

const mostListed = 10
const mostOfEach = 3

/**
 * The near misses of a request: free movements that fail one rule only. `others` are those of the group that bear another
 * name; added are those of another amount by up to 1 %, in another currency, or too early. Each look-up reads a few rows
 * of the index `movements_free`, so a miss stays as cheap as a match.
 */
export function createNearMisses(db: Database, readName: (raw: string | null) => Name) {
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

  function lookUp(request: PaymentRequest, known: readonly string[]): FreeMovement[] {
    const { accountId, currency, amountMinor } = request
    const tolerance = Math.floor(amountMinor / 100)
    const since = request.createdAt - windowBefore
    const rows = known.flatMap((code) => {
      if (code !== currency) return abroad.all(accountId, code, amountMinor, since)
      if (!isAnyNear.get(accountId, currency, amountMinor - tolerance, amountMinor + tolerance)) return []
      const early = earlier.all(accountId, currency, amountMinor, since)
      const below = less.all(accountId, currency, amountMinor - tolerance, amountMinor - 1)
      const above = more.all(accountId, currency, amountMinor + 1, amountMinor + tolerance)
      return [...below, ...above, ...early]
    })
    return rows as FreeMovement[]
  }

  return {
    /** Currencies of the account's free movements. */
    currencies: (accountId: string) => currencies.all({ accountId }) as string[],

    of(request: PaymentRequest, others: readonly Candidate[], known: readonly string[]): Candidate[] {
      const name = readName(request.senderName)
      const misses = lookUp(request, known).flatMap((row): Candidate[] => {
        const { score } = scoreNames(name, readName(row.senderName))
        const reason = failedFilter(request, row)
        const failsTwice = reason !== 'outside_window' && row.receivedAt < request.createdAt - windowBefore
        return score === 0 || reason === null || failsTwice ? [] : [{ id: row.id, score, reason }]
      })
      return [...misses.sort(bestFirst), ...others].slice(0, mostListed)
    },
  }
}
