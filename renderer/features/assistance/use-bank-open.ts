import { useEffect } from 'react'
import { api } from '../../api.ts'
import { createResource, useLoaded } from '../../shared/resource.ts'
import { useAccount } from '../accounts/store.ts'

const bankWindows = createResource(api.bankWindow.state)

/** Whether a browser lives for the account, so that its page can be looked at. Asked anew at each step of a reading. */
export function useBankOpen(accountId: string): boolean {
  const run = useAccount(accountId)?.last_run
  const step = run?.status === 'running' ? `${run.id} ${run.stage}` : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what makes the answer old
  useEffect(() => bankWindows.refresh(accountId), [accountId, step])
  const live = useLoaded(bankWindows, accountId).data?.live ?? false
  return live && step !== null
}
