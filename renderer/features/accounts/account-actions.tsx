import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowRight, IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../api-types.ts'

interface Props {
  account: Account
  busy: boolean
  /** The marked row's buttons are stops for Tab. */
  reachable: boolean
  onRead: () => void
  onPause: () => void
  onOpen: () => void
}

/** Run now, Pause, Open: on hover, and by keys for the marked row. */
export function AccountActions({ account, busy, reachable, onRead, onPause, onOpen }: Props) {
  const { t } = useTranslation()
  const paused = account.paused_at !== null
  const tabIndex = reachable ? 0 : -1
  return (
    <>
      <Tooltip label={t('accounts.readNow')}>
        <ActionIcon
          tabIndex={tabIndex}
          aria-label={`${t('accounts.readNow')}: ${account.name}`}
          disabled={busy}
          onClick={onRead}
        >
          <IconRefresh size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={paused ? t('accounts.resume') : t('accounts.pause')}>
        <ActionIcon
          tabIndex={tabIndex}
          aria-label={`${paused ? t('accounts.resume') : t('accounts.pause')}: ${account.name}`}
          onClick={onPause}
        >
          {paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('common.open')}>
        <ActionIcon tabIndex={tabIndex} aria-label={`${t('common.open')}: ${account.name}`} onClick={onOpen}>
          <IconArrowRight size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
