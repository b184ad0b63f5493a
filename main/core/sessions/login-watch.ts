import type { Page } from 'playwright'
import type { Control } from '../bank-window/control.ts'
import type { LoginOutcome, LoginResult } from '../browser/types.ts'
import { within } from '../browser/within.ts'
import { second } from '../time.ts'
import type { Assistance } from './assistance.ts'
import { RunFailure } from './failures.ts'
import type { LoginBudget } from './login-budget.ts'

/** What the program knows of a login while its script goes on. */
export interface LoginWatch {
  /** The bank has let the login in. */
  readonly isConfirmed: boolean
  /** The bank is open; called again for every later proof of it. */
  confirm(): void
  /** What the page means by the outcomes of the bank's folder; throws when it says that this login has failed. */
  look(): Promise<LoginResult | null>
  /** The script has done its part and the bank is not open yet: a person has to act in the page. Once. */
  callPerson(outcome: LoginResult | null, deadlineMs: number): void
}

export interface LoginWatchDeps {
  readonly accountId: string
  readonly runId: string
  readonly assistance: Pick<Assistance, 'fulfil' | 'requestPage'>
  readonly budget: Pick<LoginBudget, 'reset'>
  readonly control: Pick<Control, 'acting' | 'take' | 'handBack'>
  readonly outcome: () => Promise<LoginResult | null>
}

/** Outcomes after which waiting for the bank to open is of no use. */
const hopeless: Partial<Record<LoginResult, () => RunFailure>> = {
  'wrong-credentials': () =>
    new RunFailure('login_failed', 'login_failed: the bank does not accept this user name or password', {
      reason: 'wrong_credentials',
    }),
  'account-locked': () => new RunFailure('account_locked', 'account_locked: the bank has locked this user'),
  'must-change-password': () =>
    new RunFailure('login_failed', 'login_failed: the bank wants a new password before it opens', {
      reason: 'must_change_password',
    }),
  maintenance: () =>
    new RunFailure('navigation_failed', 'navigation_failed: the bank is closed for maintenance', {
      reason: 'maintenance',
    }),
}

export function createLoginWatch(deps: LoginWatchDeps): LoginWatch {
  const { accountId, runId, assistance, budget, control } = deps
  let isConfirmed = false
  let isCalled = false
  return {
    get isConfirmed() {
      return isConfirmed
    },
    confirm() {
      isConfirmed = true
      budget.reset(accountId)
      assistance.fulfil(accountId)
      if (control.acting.actor === 'person' && control.acting.reason === 'step') control.handBack()
    },
    async look() {
      const outcome = await deps.outcome()
      const failure = outcome && hopeless[outcome]
      if (failure) throw failure()
      return outcome
    },
    callPerson(outcome, deadlineMs) {
      if (isCalled) return
      isCalled = true
      assistance.requestPage({ accountId, runId, prompt: outcome ?? 'login', deadlineMs })
      control.take({ reason: 'step', prompt: outcome ?? 'login' })
    },
  }
}

/** The first outcome whose mark is visible in the page; `null` when none is, or when the page does not answer. */
export async function outcomeOfPage(page: Page, outcomes: readonly LoginOutcome[]): Promise<LoginResult | null> {
  const isVisible = ({ visible }: LoginOutcome) =>
    page
      .locator(visible)
      .filter({ visible: true })
      .count()
      .then((count) => count > 0)
  const looked = Promise.all(outcomes.map(isVisible))
  try {
    const seen = await within(3 * second, () => new Error('no answer'), looked)
    return outcomes[seen.indexOf(true)]?.result ?? null
  } catch {
    // A page that is going elsewhere or hangs means nothing.
    return null
  }
}
