import type { Database } from '../db/open.ts'
import { createPrepared } from '../db/prepared.ts'
import { type Run, type RunRow, runColumns, toRun } from './queries.ts'
import type { FailureType, Stage } from './types.ts'

export interface FailureFilter {
  readonly accountId?: string | undefined
  /** ms UTC; runs started at or after it. */
  readonly since?: number | undefined
  readonly stage?: Stage | undefined
  readonly failureType?: FailureType | undefined
  readonly limit: number
  readonly offset: number
}

export interface FailedRun {
  readonly run: Run
  readonly accountName: string
  readonly bank: string
}

/** Failed runs of every account of a user, newest first. */
export function createFailedRuns(db: Database) {
  const prepared = createPrepared(db)
  return (userId: string, filter: FailureFilter): { total: number; items: FailedRun[] } => {
    const { accountId, since, stage, failureType, limit, offset } = filter
    const conditions = [
      "f.status = 'failed'",
      "f.purpose = 'reading'",
      'a.user_id = @userId',
      ...(accountId === undefined ? [] : ['f.account_id = @accountId']),
      ...(since === undefined ? [] : ['f.started_at >= @since']),
      ...(stage === undefined ? [] : ['f.stage = @stage']),
      ...(failureType === undefined ? [] : ['f.failure_type = @failureType']),
    ]
    const from = `from (${runColumns}) f join accounts a on a.id = f.account_id join banks b on b.id = a.bank_id
      where ${conditions.join(' and ')}`
    const wanted = { userId, accountId, since, stage, failureType }
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const rows = prepared(
      `select f.*, a.name as account_name, b.code as bank ${from} order by f.started_at desc, f.id limit @limit offset @offset`,
    ).all({ ...given, limit, offset }) as (RunRow & { account_name: string; bank: string })[]
    const { total } = prepared(`select count(*) as total ${from}`).get(given) as { total: number }
    return { total, items: rows.map((row) => ({ run: toRun(row), accountName: row.account_name, bank: row.bank })) }
  }
}
