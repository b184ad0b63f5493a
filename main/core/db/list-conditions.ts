import { searchWords } from '../http/list-query.ts'

interface Wanted {
  readonly accountId?: string | undefined
  readonly q?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/**
 * What lists of an account's rows have in common, as clauses and their values: within the accounts of the user, by
 * account, by time (`from` inclusive, `to` exclusive, ms UTC) and by the words in `search_text`. `alias` names the table,
 * `time` its column.
 */
export function listConditions(alias: string, time: string, userId: string, { accountId, q, from, to }: Wanted) {
  const clauses = [`${alias}.account_id in (select id from accounts where user_id = @userId)`]
  const values: Record<string, unknown> = { userId, accountId, from, to }
  if (accountId !== undefined) clauses.push(`${alias}.account_id = @accountId`)
  if (from !== undefined) clauses.push(`${alias}.${time} >= @from`)
  if (to !== undefined) clauses.push(`${alias}.${time} < @to`)
  for (const [i, word] of searchWords(q).entries()) {
    clauses.push(`instr(${alias}.search_text, @word${i}) > 0`)
    values[`word${i}`] = word
  }
  return { clauses, values }
}
