import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { isSeenAt } from '../../../main/core/inbox/seen.ts'
import { isDesktop } from '../../desktop.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { useAccounts } from '../accounts/store.ts'
import { askedNotice } from '../assistance/store.ts'
import { noticeText } from '../inbox/notice-text.ts'
import { areNoticesOn, showNotice } from '../inbox/notices.ts'
import { startLive } from './live.ts'

/** Who looks at the account or at the inbox sees it there. */
const isSeen = (accountId: string) =>
  isSeenAt(window.location.hash.slice(1), { kind: 'blocked', accountId, subjectId: accountId })

const doesSystemTell = () => isDesktop() || areNoticesOn()

/** Keeps the screen up to date while it is open, and says at once when an account stops or waits for somebody. */
export function useLive(): void {
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  const formats = useFormats()
  const { pathname } = useLocation()
  // What stands before the person needs no message beside it any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place decides what is seen
  useEffect(() => {
    for (const { id } of useAccounts.getState().accounts ?? [])
      if (isSeen(id)) for (const notice of [id, askedNotice(id)]) notifications.hide(notice)
  }, [pathname])
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
        // The system tells it, also when the window is closed.
        if (!doesSystemTell() && !isSeen(accountId))
          show(accountId, accountId, i18n.t('accounts.needsAttention'), 'red')
      },
      asked(accountId) {
        if (doesSystemTell() || isSeen(accountId)) return
        show(askedNotice(accountId), accountId, i18n.t('assistance.toastTitle'), 'yellow')
      },
      appeared(notice) {
        // On the desktop the program itself shows it.
        if (!isDesktop()) showNotice(notice, noticeText(notice, i18n.t, formats), (address) => void navigate(address))
      },
      answered(accountId, how) {
        notifications.hide(askedNotice(accountId))
        if (how === null) return
        const message = i18n.t(`assistance.ended.${how}`, { name: nameOf(accountId) })
        notifications.show({ withBorder: true, message, ...(how === 'expired' ? { color: 'red' } : {}) })
      },
    })
  }, [i18n, navigate, formats])
}
