import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { onDesktop } from '../../desktop.ts'
import { useAct } from '../../shared/use-act.ts'
import { pauseAccount, readNow, useAccounts } from '../accounts/store.ts'

/** What the tray and toasts ask of the window, where there is a desktop. */
export function useDesktop(): void {
  const navigate = useNavigate()
  const act = useAct()
  useEffect(
    () =>
      onDesktop({
        openItem: ({ address }) => void navigate(address),
        trayCommand: ({ name }) => {
          const accounts = useAccounts.getState().accounts ?? []
          for (const account of accounts)
            void act(() => (name === 'run-all' ? readNow(account) : pauseAccount(account.id, true)))
        },
      }),
    [navigate, act],
  )
}
