import { searchWords } from '../http/list-query.ts'
import type { Database } from './open.ts'

interface Wanted {
  readonly accountId?: string | undefined
  readonly q?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/**
 * What lists of an account's rows have in common, as clauses and their values: within the accounts of the user, by
 * account, by time (`from` inclusive, `to` exclusive, ms UTC) and by the words in `search_text`. `alias` names the table,
 * `time` its column. For one statement that runs at once: whose the accounts are may be otherwise in the next turn.
 */
export function createListConditions(db: Database) {
  const hasOthers = db.prepare<[string], number>('select exists (select 1 from accounts where user_id <> ?)').pluck()

  return (alias: string, time: string, userId: string, { accountId, q, from, to }: Wanted) => {
    const clauses: string[] = []
    const values: Record<string, unknown> = { userId, accountId, from, to }
    // Who owns them all is not asked for each row: a place deep in a million is then found in the index alone.
    if (hasOthers.get(userId)) clauses.push(`${alias}.account_id in (select id from accounts where user_id = @userId)`)
    if (accountId !== undefined) clauses.push(`${alias}.account_id = @accountId`)
    if (from !== undefined) clauses.push(`${alias}.${time} >= @from`)
    if (to !== undefined) clauses.push(`${alias}.${time} < @to`)
    for (const [i, word] of searchWords(q).entries()) {
      clauses.push(`instr(${alias}.search_text, @word${i}) > 0`)
      values[`word${i}`] = word
    }
    return { clauses, values }
  }
}

/** Clauses as one condition; all rows where there is none. */
export const allOf = (clauses: readonly string[]): string => (clauses.length === 0 ? 'true' : clauses.join(' and '))
