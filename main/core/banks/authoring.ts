import { randomUUID } from 'node:crypto'
import type { Store } from '../db/store.ts'
import { AppError, conflict, invalid, missing } from '../errors.ts'
import type { Clock } from '../ports.ts'
import { type BankQueries, isOfficial } from './queries.ts'
import { checkScript } from './script-check.ts'
import type { Script } from './types.ts'

export interface NewScript {
  readonly bankId: string
  /** `x.y.z`, new in its scope. */
  readonly version: string
  readonly code: string
  /** The version that it was made from. */
  readonly baseScriptId: string | null
  /** Bound to one account of the caller; `null`: for every account of the caller at this bank. */
  readonly accountId: string | null
}

/** The life of a version that a user wrote (spec 2.5). A script that is not the caller's does not exist (9.6). */
export interface Authoring {
  /**
   * Stores a version in review. Throws 400 for code that could not run, 404 for a bank, base or account that is not
   * there, 409 for a version number that the scope has already.
   */
  add(userId: string, input: NewScript): Script
  /** `review` → `active`; the version that was active in the same scope becomes `deprecated`. 409 from any other status. */
  promote(scriptId: string, userId: string): void
  /** Any → `deprecated`; again changes nothing. */
  deprecate(scriptId: string, userId: string): void
  /** Back to `review`, the way to use an older version again. Throws 409 for the active one. */
  reopen(scriptId: string, userId: string): void
}

export interface AuthoringDeps {
  readonly store: Store
  readonly queries: BankQueries
  readonly now: Clock
  /** The version if the user may see it, else 404. */
  readonly script: (scriptId: string, userId: string) => Script
}

export function createAuthoring({ store, queries, now, script }: AuthoringDeps): Authoring {
  const changeable = (scriptId: string, userId: string): Script => {
    const found = script(scriptId, userId)
    if (isOfficial(found)) throw new AppError('forbidden', 'script.official', 'Forbidden')
    return found
  }
  const requireOwnAccount = (accountId: string, userId: string, bankId: string) => {
    const account = queries.accountKeys(accountId)
    if (account?.userId !== userId) throw missing('account.missing', 'Account not found')
    if (account.bankId !== bankId) throw invalid('script.otherBank', 'account_id is an account at another bank')
  }
  const requireBase = (scriptId: string, userId: string, bankId: string) => {
    if (script(scriptId, userId).bankId !== bankId)
      throw invalid('script.otherBank', 'base_script_id is a version for another bank')
  }

  return {
    add(userId, { bankId, version, code, baseScriptId, accountId }) {
      return store.write(() => {
        if (!queries.bank(bankId)) throw missing('bank.missing', 'Bank not found')
        if (accountId !== null) requireOwnAccount(accountId, userId, bankId)
        if (baseScriptId !== null) requireBase(baseScriptId, userId, bankId)
        checkScript(code)
        const owner = accountId === null ? { userId, accountId: null } : { userId: null, accountId }
        if (queries.isVersionTaken({ bankId, flowType: 'extract_transactions', ...owner }, version))
          throw conflict('script.versionTaken', `Version ${version} exists already. Choose a higher number.`)
        const id = randomUUID()
        queries.insertOwn({ id, bankId, version, baseScriptId, code, ...owner, at: now() })
        return script(id, userId)
      })
    },

    promote(scriptId, userId) {
      store.write(() => {
        const found = changeable(scriptId, userId)
        if (found.status !== 'review')
          throw conflict('script.notInReview', `Only scripts in review can be promoted (current: ${found.status})`)
        const former = queries.activeInScopeOf(found)
        if (former) queries.setScriptStatus(former, 'deprecated', now())
        queries.setScriptStatus(found.id, 'active', now())
      })
    },

    deprecate: (scriptId, userId) =>
      store.write(() => queries.setScriptStatus(changeable(scriptId, userId).id, 'deprecated', now())),

    reopen: (scriptId, userId) =>
      store.write(() => {
        const found = changeable(scriptId, userId)
        if (found.status === 'active')
          throw conflict('script.isActive', 'This version is active. Deprecate it or activate another one instead.')
        queries.setScriptStatus(found.id, 'review', now())
      }),
  }
}
