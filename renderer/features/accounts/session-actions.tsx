import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconPlugConnected, IconPower } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import { killSession, reactivate } from './store.ts'

interface Props {
  account: Account
  /** What the person is led to, not one action among others. */
  isRemedy?: boolean
}

/** Start or Reactivate for a session that a person opens, Kill for one that lives (spec 10.4). */
export function SessionActions({ account, isRemedy = false }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  if (account.session_type !== 'persistent') return null
  const { sessionStatus: session, assistedPersistent } = account
  const isLive = session === 'running' || session === 'starting'
  const kill = () =>
    modals.openConfirmModal({
      title: t('accounts.killTitle', { name: account.name }),
      children: <Text size="sm">{t(assistedPersistent ? 'accounts.killAssisted' : 'accounts.killSimple')}</Text>,
      labels: { confirm: t('accounts.kill'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void act(() => killSession(account.id), t('accounts.killed', { name: account.name })),
    })
  if (isLive)
    return (
      <Button variant="default" leftSection={<IconPower size={14} />} onClick={kill}>
        {t('accounts.kill')}
      </Button>
    )
  if (!assistedPersistent || account.scrapeBlockedAt !== null) return null
  return (
    <Button
      variant={isRemedy ? 'filled' : 'default'}
      leftSection={<IconPlugConnected size={14} />}
      onClick={() => void act(() => reactivate(account.id))}
    >
      {session === 'needs_attention' ? t('accounts.reactivate') : t('accounts.startSession')}
    </Button>
  )
}
