import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ask, askedNotice, useWaiting } from './store.ts'
import { useBankOpen } from './use-bank-open.ts'

/**
 * A login of the account that is on the screen needs a person: its page opens by itself, and where that is not to be
 * had, the dialog does. Settings are not left: what was typed there would be in question.
 */
export function useOpenByItself(accountId: string): void {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const waiting = useWaiting(accountId)
  const isOpen = useBankOpen(accountId)
  const place = `/accounts/${accountId}/bank`
  // Who is at the account needs no notice that leads there.
  useEffect(() => void notifications.hide(askedNotice(accountId)), [accountId])
  const show = useEffectEvent(() => {
    if (!waiting || pathname === place) return
    if (isOpen && !pathname.startsWith(`/accounts/${accountId}/settings`)) {
      ask(null)
      void navigate(place)
    } else if (waiting.type === 'otp') ask(accountId)
  })
  const id = waiting?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request, and once when the page opens late
  useEffect(() => show(), [id, isOpen])
}
