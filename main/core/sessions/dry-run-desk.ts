import type { Account, Accounts } from '../accounts/types.ts'
import type { BankService } from '../banks/service.ts'
import { AppError, conflict, invalid } from '../errors.ts'
import type { DryRun } from './dry-run.ts'
import { type LoginBudget, submissionsAllowed } from './login-budget.ts'
import type { SessionService } from './service.ts'

export interface DryRunDesk {
  /**
   * Tries a version in review at the bank of an own account. Throws 404 for what is not the caller's, 400 for an account
   * that the version cannot read, 409 when it must not run now, with what to do.
   */
  start(userId: string, scriptId: string, accountId: string): DryRun
  /** Those of one version, newest first; 404 when it is not the caller's. */
  list(userId: string, scriptId: string): DryRun[]
}

export interface DryRunDeskDeps {
  readonly banks: Pick<BankService, 'script' | 'codeOf'>
  readonly accounts: Pick<Accounts, 'owned' | 'credentials'>
  readonly budget: Pick<LoginBudget, 'used'>
  readonly sessions: Pick<SessionService, 'dryRun' | 'dryRuns'>
}

export function createDryRunDesk({ banks, accounts, budget, sessions }: DryRunDeskDeps): DryRunDesk {
  /** A login that would certainly be spent in vain is not begun. */
  const requireReady = (account: Account) => {
    if (account.scrapeBlockedAt !== null)
      throw conflict(
        'dryRun.blocked',
        `The account is blocked: ${account.scrapeBlockedReason}. Remove the cause and restart it first.`,
      )
    if (accounts.credentials(account.id) === null)
      throw conflict(
        'dryRun.noCredentials',
        'The account has no user name and password of the bank. Enter them in its settings.',
      )
    if (budget.used(account.id) >= submissionsAllowed)
      throw conflict(
        'dryRun.budgetSpent',
        'User name and password were sent without success as often as the bank can be trusted to take it. Check them at the bank, then restart the account.',
      )
  }

  return {
    start(userId, scriptId, accountId) {
      const script = banks.script(scriptId, userId)
      const account = accounts.owned(userId, accountId)
      if (account.bankId !== script.bankId || (script.accountId !== null && script.accountId !== account.id))
        throw invalid('dryRun.otherAccount', 'account_id is not an account that this version reads')
      if (script.status !== 'review')
        throw conflict('dryRun.notInReview', `Only scripts in review can be tried (current: ${script.status})`)
      const code = banks.codeOf(script)
      if (code === null)
        throw new AppError('unavailable', 'script.unreadable', 'The code of this version cannot be read')
      requireReady(account)
      return sessions.dryRun(account, { id: script.id, version: script.version, code })
    },
    list: (userId, scriptId) => sessions.dryRuns(banks.script(scriptId, userId).id, userId),
  }
}
