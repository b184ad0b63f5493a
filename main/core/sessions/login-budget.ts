import type { Store } from '../db/store.ts'
import type { Clock } from '../ports.ts'

/** Banks usually lock a user at the third wrong login: two may be spent, the third is the customer's own. */
export const submissionsAllowed = 2

/**
 * Submissions of one set of credentials without a confirmed success, counted on disk BEFORE the bank can see them: a
 * program that dies in between has counted one too many, never one too few.
 */
export interface LoginBudget {
  used(accountId: string): number
  /** Counts one submission in a transaction of its own; false when none is left: nothing may be typed then. */
  spend(accountId: string): boolean
  /** The bank let the login in, or other credentials were stored. */
  reset(accountId: string): void
  /** A person asks for another try: at most one counts as used. */
  allowOneMore(accountId: string): void
}

export function createLoginBudget({ store, now }: { store: Store; now: Clock }): LoginBudget {
  const { db } = store
  const used = db.prepare('select submissions from login_budgets where account_id = ?').pluck()
  const spend = db.prepare(`
    insert into login_budgets (account_id, submissions, updated_at) values (@accountId, 1, @at)
    on conflict (account_id) do update set submissions = submissions + 1, updated_at = @at
     where submissions < @allowed`)
  const lower = db.prepare(
    'update login_budgets set submissions = @to, updated_at = @at where account_id = @accountId and submissions > @to',
  )
  return {
    used: (accountId) => (used.get(accountId) as number | undefined) ?? 0,
    spend: (accountId) =>
      store.write(() => spend.run({ accountId, at: now(), allowed: submissionsAllowed }).changes > 0),
    reset: (accountId) => void store.write(() => lower.run({ accountId, to: 0, at: now() })),
    allowOneMore: (accountId) =>
      void store.write(() => lower.run({ accountId, to: submissionsAllowed - 1, at: now() })),
  }
}
