import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isDesktop } from '../../desktop.ts'
import { useAccounts } from '../accounts/store.ts'
import { askedNotice } from '../assistance/store.ts'
import { startLive } from './live.ts'

/** Keeps the screen up to date while it is open, and says at once when an account stops or waits for somebody. */
export function useLive(): void {
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  useEffect(() => {
    const nameOf = (accountId: string) =>
      useAccounts.getState().accounts?.find(({ id }) => id === accountId)?.name ?? ''
    const show = (id: string, accountId: string, title: string, color: 'red' | 'yellow') => {
      const go = () => {
        notifications.hide(id)
        void navigate(`/accounts/${accountId}`)
      }
      notifications.show({
        id,
        title,
        message: (
          <Anchor component="button" size="sm" onClick={go}>
            {nameOf(accountId)}
          </Anchor>
        ),
        color,
        withBorder: true,
        autoClose: false,
        role: 'alert',
      })
    }
    return startLive({
      blocked(accountId) {
        // On the desktop the operating system tells it, also when the window is closed.
        if (!isDesktop()) show(accountId, accountId, i18n.t('accounts.needsAttention'), 'red')
      },
      asked(accountId) {
        // Who looks at the account sees it there.
        if (isDesktop() || window.location.hash.startsWith(`#/accounts/${accountId}`)) return
        show(askedNotice(accountId), accountId, i18n.t('assistance.toastTitle'), 'yellow')
      },
      answered(accountId, how) {
        notifications.hide(askedNotice(accountId))
        if (how === null) return
        const message = i18n.t(`assistance.ended.${how}`, { name: nameOf(accountId) })
        notifications.show({ withBorder: true, message, ...(how === 'expired' ? { color: 'red' } : {}) })
      },
    })
  }, [i18n, navigate])
}
