import type { Database } from '../db/open.ts'
import type { AssistanceType } from './assistance-queries.ts'

/** A login that waits for a person. Instants in ms UTC. */
export interface WaitingLogin {
  readonly id: string
  readonly accountId: string
  readonly type: AssistanceType
  readonly descriptor: Readonly<Record<string, unknown>>
  readonly since: number
  readonly expiresAt: number
}

interface Row extends Omit<WaitingLogin, 'descriptor'> {
  readonly descriptor: string
}

/** The logins of all accounts of a user that wait for a code or for a step in the bank's page. */
export function waitingLogins(db: Database): (userId: string) => WaitingLogin[] {
  const waiting = db.prepare(`
    select id, account_id as accountId, type, descriptor, created_at as since, expires_at as expiresAt
      from assistance_requests
     where status = 'pending' and account_id in (select id from accounts where user_id = ?)`)
  return (userId) => (waiting.all(userId) as Row[]).map((row) => ({ ...row, descriptor: JSON.parse(row.descriptor) }))
}
