import { Button } from '@mantine/core'
import { IconKey, IconPointer } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { ask, useWaiting } from './store.ts'

/** The same as the badge, in the account's header. Where the boxes already stand it is not needed. */
export function WaitingButton({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const place = `/accounts/${accountId}/bank`
  const isThere = useLocation().pathname === place
  const waiting = useWaiting(accountId)
  if (!waiting || isThere) return null
  return waiting.type === 'otp' ? (
    <Button leftSection={<IconKey size={14} />} onClick={() => ask(accountId)}>
      {t('assistance.badge.otp')}
    </Button>
  ) : (
    <Button leftSection={<IconPointer size={14} />} onClick={() => void navigate(place)}>
      {t('assistance.toBankPage')}
    </Button>
  )
}
