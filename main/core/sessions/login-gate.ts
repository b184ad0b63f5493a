import type { Page } from 'playwright'
import type { Credentials } from '../accounts/types.ts'
import type { BankProfile } from '../banks/types.ts'
import { changesOfLoginPage, hasFilledPassword } from '../browser/login-page.ts'
import type { PageActions } from '../browser/types.ts'
import { RunFailure } from './failures.ts'
import { type LoginBudget, submissionsAllowed } from './login-budget.ts'
import type { LoginWatch } from './login-watch.ts'
import { gateSecrets } from './secret-gate.ts'

export interface LoginGateDeps {
  readonly accountId: string
  readonly credentials: Credentials
  readonly profile: BankProfile
  readonly watch: Pick<LoginWatch, 'isConfirmed'>
  readonly budget: Pick<LoginBudget, 'spend'>
  /** The last look at the page, which ends with the run. */
  readonly beforeEnd: () => Promise<void>
  /** Ends the run: a script cannot catch what the program decides. */
  readonly stop: AbortController
}

export const budgetSpent = () =>
  new RunFailure(
    'login_failed',
    `login_failed: user name and password were sent to the bank ${submissionsAllowed} times without a confirmed login. Nothing more is sent, so that the bank does not lock the user. Check them at the bank, then use Run scrape now.`,
    { reason: 'login_budget_spent' },
  )

const pageChanged = (changes: readonly string[]) =>
  new RunFailure(
    'navigation_failed',
    `navigation_failed: the login page is not the known one, so nothing was typed: ${changes.join('; ')}`,
    { reason: 'page_changed' },
  )

/** Lets credentials through only into the known login page, and only while the login budget lasts. */
export function loginGate(deps: LoginGateDeps) {
  const { accountId, credentials, profile, watch, budget, stop } = deps
  const { login, loginUrl } = profile
  const end = async (failure: RunFailure): Promise<never> => {
    await deps.beforeEnd()
    stop.abort(failure)
    throw failure
  }
  return (actions: PageActions, page: Page): PageActions =>
    gateSecrets({
      actions,
      ...credentials,
      isConfirmed: () => watch.isConfirmed,
      hasFilledPassword: () => hasFilledPassword(page),
      async spend() {
        if (!budget.spend(accountId)) await end(budgetSpent())
      },
      async checkPage(isInFrame) {
        if (login === null || loginUrl === null) return
        const changes = isInFrame ? ['the form is in a frame'] : await changesOfLoginPage(page, login, loginUrl)
        if (changes.length > 0) await end(pageChanged(changes))
      },
    })
}
