import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Assistance, CoreEvent } from '../../api-types.ts'
import { loadAccounts, useAccounts } from '../accounts/store.ts'

/** What a login waits for, and what became of the codes before: a reload knows only how often was asked. */
export interface Waiting extends Assistance {
  /** Codes that the bank refused while this window looked on. */
  readonly refusals: number
  /** The bank was asked for another message, since no code came. */
  readonly isResent: boolean
}

interface AssistanceState {
  readonly byAccount: Readonly<Record<string, Waiting>>
  /** Whose code is asked for in the dialog. */
  readonly asked: string | null
}

export const useAssistance = create<AssistanceState>(() => ({ byAccount: {}, asked: null }))

export const useWaiting = (accountId: string): Waiting | undefined =>
  useAssistance((state) => state.byAccount[accountId])

/** The notice that an account waits, by which it is taken away again. */
export const askedNotice = (accountId: string): string => `asked-${accountId}`

export const ask = (accountId: string | null): void => useAssistance.setState({ asked: accountId })

/** Pure, so that the part that can be wrong is tested without a window. */
export function withWaiting(
  state: AssistanceState,
  accountId: string,
  found: Assistance | null,
  hint: { isResent: boolean } = { isResent: false },
): Partial<AssistanceState> {
  const { [accountId]: before, ...others } = state.byAccount
  if (!found) return { byAccount: others, asked: state.asked === accountId ? null : state.asked }
  const again = before?.id === found.id && found.attempts > before.attempts
  const same = before?.id === found.id ? before : null
  const refusals = (same?.refusals ?? 0) + (again && !hint.isResent ? 1 : 0)
  const isResent = again ? hint.isResent : (same?.isResent ?? false)
  return { byAccount: { ...others, [accountId]: { ...found, refusals, isResent } } }
}

async function load(accountId: string, hint?: { isResent: boolean }): Promise<void> {
  // Without an answer the next event or the next reconnect asks again.
  const found = await api.assistance(accountId).catch(() => undefined)
  if (found !== undefined) useAssistance.setState((state) => withWaiting(state, accountId, found, hint))
}

export const assistanceRequested = ({ accountId, data }: CoreEvent): Promise<void> =>
  load(accountId, { isResent: data.resent === true })

export const assistanceEnded = (accountId: string): void =>
  useAssistance.setState((state) => withWaiting(state, accountId, null))

/** After a start or a lost line: only an account whose browser is open can wait for somebody. */
export async function loadWaiting(): Promise<void> {
  await loadAccounts()
  const open = useAccounts.getState().accounts?.filter(({ last_run }) => last_run?.status === 'running') ?? []
  const known = Object.keys(useAssistance.getState().byAccount)
  await Promise.all([...new Set([...open.map(({ id }) => id), ...known])].map((id) => load(id)))
}

export const submitCode = (accountId: string, code: string): Promise<unknown> => api.submitCode(accountId, code)
