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
  const select = `select ${freeColumns} from movements where account_id = @account`
  const free = 'and excluded_at is null'
  const less = db.prepare(`
    ${select} and currency = @currency and amount_minor between @lowest and @amount - 1 ${free}
     order by amount_minor desc limit ${mostOfEach}`)
  const more = db.prepare(`
    ${select} and currency = @currency and amount_minor between @amount + 1 and @highest ${free}
     order by amount_minor limit ${mostOfEach}`)
  const earlier = db.prepare(`
    ${select} and currency = @currency and amount_minor = @amount and received_at < @since ${free}
     order by received_at desc limit ${mostOfEach}`)
  const abroad = db.prepare(`
    ${select} and currency = @other and amount_minor = @amount and received_at >= @since ${free}
     order by received_at limit ${mostOfEach}`)
  // Steps from one currency to the next by index instead of reading every movement.
  const currencies = db
    .prepare(`
    with recursive used (code) as (
      select min(currency) from movements where account_id = @account and excluded_at is null
      union all
      select (select min(currency) from movements where account_id = @account and excluded_at is null and currency > code)
        from used where code is not null)
    select code from used where code is not null`)
    .pluck()

  function lookUp(request: PaymentRequest, currencies: readonly string[]): FreeMovement[] {
    const tolerance = Math.floor(request.amountMinor / 100)
    const values = {
      account: request.accountId,
      currency: request.currency,
      amount: request.amountMinor,
      lowest: request.amountMinor - tolerance,
      highest: request.amountMinor + tolerance,
      since: request.createdAt - windowBefore,
    }
    const rows = currencies.flatMap((code) => {
      if (code !== request.currency) return abroad.all({ ...values, other: code })
      const near = tolerance > 0 ? [...less.all(values), ...more.all(values)] : []
      return [...near, ...earlier.all(values)]
    })
    return rows as FreeMovement[]
  }

  return {
    /** Currencies of the account's free movements. */
    currencies: (accountId: string) => currencies.all({ account: accountId }) as string[],

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
