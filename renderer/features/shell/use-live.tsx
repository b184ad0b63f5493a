import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isDesktop } from '../../desktop.ts'
import { useAccounts } from '../accounts/store.ts'
import { startLive } from './live.ts'

/** Keeps the screen up to date while it is open, and says at once when an account stops. */
export function useLive(): void {
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  useEffect(() => {
    const go = (accountId: string) => {
      notifications.hide(accountId)
      void navigate(`/accounts/${accountId}`)
    }
    return startLive((accountId) => {
      // On the desktop the operating system tells it, also when the window is closed.
      if (isDesktop()) return
      const name = useAccounts.getState().accounts?.find(({ id }) => id === accountId)?.name ?? ''
      notifications.show({
        id: accountId,
        title: i18n.t('accounts.needsAttention'),
        message: (
          <Anchor component="button" size="sm" onClick={() => go(accountId)}>
            {name}
          </Anchor>
        ),
        color: 'red',
        withBorder: true,
        autoClose: false,
        role: 'alert',
      })
    })
  }, [i18n, navigate])
}
