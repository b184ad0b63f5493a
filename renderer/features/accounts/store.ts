import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Account, Bank, Run } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { createResource } from '../../shared/resource.ts'

interface AccountsState {
  /** `null` until the first answer. */
  readonly accounts: readonly Account[] | null
  readonly failure: Failure | null
  readonly banks: readonly Bank[] | null
  /** Accounts whose reading was asked for and has not begun yet. */
  readonly queued: ReadonlySet<string>
}

export const useAccounts = create<AccountsState>(() => ({
  accounts: null,
  failure: null,
  banks: null,
  queued: new Set(),
}))

export const useAccount = (id: string): Account | undefined =>
  useAccounts((state) => state.accounts?.find((account) => account.id === id))

const withAccount = (state: AccountsState, account: Account): Partial<AccountsState> => ({
  accounts: state.accounts?.map((each) => (each.id === account.id ? account : each)) ?? null,
})

/** A run that moves on replaces the shown one; news of an older run changes nothing. Pure, to be tested without a window. */
export function withRun(state: AccountsState, run: Run): Partial<AccountsState> {
  const queued = new Set(state.queued)
  queued.delete(run.account_id)
  const accounts = state.accounts?.map((account) => {
    if (account.id !== run.account_id) return account
    const shown = account.last_run
    return shown && shown.id !== run.id && shown.started_at > run.started_at ? account : { ...account, last_run: run }
  })
  return { accounts: accounts ?? null, queued }
}

export async function loadAccounts(): Promise<void> {
  try {
    useAccounts.setState({ accounts: await api.accounts(), failure: null })
  } catch (error) {
    useAccounts.setState({ failure: asFailure(error) })
  }
}

export async function loadBanks(): Promise<void> {
  useAccounts.setState({ banks: await api.banks() })
}

export const runChanged = (run: Run): void => useAccounts.setState((state) => withRun(state, run))

export async function addAccount(input: { bankId: string; name: string }): Promise<Account> {
  const account = await api.addAccount(input)
  await loadAccounts()
  return account
}

export async function deleteAccount(id: string, name: string): Promise<void> {
  await api.deleteAccount(id, name)
  useAccounts.setState(({ accounts }) => ({ accounts: accounts?.filter((account) => account.id !== id) ?? null }))
}

export async function pauseAccount(id: string, paused: boolean): Promise<void> {
  const account = await api.pauseAccount(id, paused)
  useAccounts.setState((state) => withAccount(state, account))
}

/** Run scrape now; on a blocked account the same button clears the block (spec 10.4). */
export async function readNow(account: Pick<Account, 'id' | 'scrapeBlockedAt'>): Promise<void> {
  useAccounts.setState(({ queued }) => ({ queued: new Set(queued).add(account.id) }))
  try {
    await (account.scrapeBlockedAt === null ? api.readNow(account.id) : api.restart(account.id))
  } catch (error) {
    useAccounts.setState(({ queued }) => ({ queued: new Set([...queued].filter((id) => id !== account.id)) }))
    throw error
  }
  await loadAccounts()
}

/** A person starts the session of an assisted persistent account. */
export async function reactivate(id: string): Promise<void> {
  await api.reactivate(id)
  await loadAccounts()
}

export async function killSession(id: string): Promise<void> {
  await api.killSession(id)
  await loadAccounts()
}

/** `null`: none. */
export async function setQuietHours(id: string, hours: { from: string; until: string } | null): Promise<void> {
  const account = await api.setQuietHours(id, hours)
  useAccounts.setState((state) => withAccount(state, account))
}

export const pollNow = (id: string): Promise<unknown> => api.pollNow(id)

/** The last readings of an account, newest first. */
export const recentRuns = createResource(async (id: string) => (await api.runs(id, { limit: 12, offset: 0 })).rows)
