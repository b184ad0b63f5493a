import { UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import classes from '../accounts/accounts.module.css'
import { ask, askedNotice, useWaiting } from './store.ts'

/** *Code wanted*, or *Your turn* for a step in the page: leads to where it is answered. */
export function WaitingBadge({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const waiting = useWaiting(accountId)
  if (!waiting) return null
  return (
    <UnstyledButton
      className={classes.badge ?? ''}
      data-tone="ask"
      onClick={(event) => {
        event.stopPropagation()
        notifications.hide(askedNotice(accountId))
        if (waiting.type === 'otp') ask(accountId)
        else void navigate(`/accounts/${accountId}/bank`)
      }}
    >
      {t(`assistance.badge.${waiting.type}`)}
    </UnstyledButton>
  )
}
