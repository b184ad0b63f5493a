import type { LoginResult } from '../browser/types.ts'
import type { Assistance } from './assistance.ts'

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
}

export function createLoginWatch(deps: LoginWatchDeps): LoginWatch {
  const { accountId, runId, assistance } = deps
  let isConfirmed = false
  let isCalled = false
  return {
    get isConfirmed() {
      return isConfirmed
    },
    confirm() {
      isConfirmed = true
      assistance.fulfil(accountId)
    },
    look: async () => null,
    callPerson(outcome, deadlineMs) {
      if (isCalled) return
      isCalled = true
      assistance.requestPage({ accountId, runId, prompt: outcome ?? 'login', deadlineMs })
    },
  }
}
