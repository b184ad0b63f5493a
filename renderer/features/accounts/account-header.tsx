import { Anchor, Button, Group, Title } from '@mantine/core'
import { IconDownload, IconFileImport, IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Account, Mode } from '../../api-types.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { WaitingButton } from '../assistance/waiting-button.tsx'
import { bankName } from '../banks/bank-name.ts'
import { AccountStatus } from './account-status.tsx'
import classes from './accounts.module.css'
import { canPoll, isBusy } from './health.ts'
import { RecentRuns } from './recent-runs.tsx'
import { SessionActions } from './session-actions.tsx'

interface Props {
  account: Account
  mode: Mode | null
  queued: boolean
  /** One line, where the bank's page needs the room. */
  isCompact: boolean
  onRead: () => void
  onPoll: () => void
  onPause: () => void
}

/** Name, bank, mode and state of an account, and what can be done at once. */
export function AccountHeader({ account, mode, queued, isCompact, onRead, onPoll, onPause }: Props) {
  const { t } = useTranslation()
  const paused = account.paused_at !== null
  const busy = isBusy(account, queued)
  const status = !account.by_file && <AccountStatus account={account} queued={queued} />
  return (
    <>
      <div className={classes.headLine}>
        <Group gap="sm" style={{ minWidth: 0 }}>
          <Title order={1} style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {account.name}
          </Title>
          {isCompact && status}
        </Group>
        <Group gap="xs">
          <WaitingButton accountId={account.id} />
          <SessionActions account={account} />
          {canPoll(account, mode) && (
            <Button variant="default" leftSection={<IconDownload size={14} />} onClick={onPoll}>
              {t('accounts.pollNow')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={paused ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
            onClick={onPause}
          >
            {paused ? t('accounts.resume') : t('accounts.pause')}
          </Button>
          {account.by_file ? (
            <Button component={Link} to={`/accounts/${account.id}/import`} leftSection={<IconFileImport size={14} />}>
              {t('fileImport.open')}
            </Button>
          ) : (
            <Button leftSection={<IconRefresh size={14} />} onClick={onRead} disabled={busy}>
              {t('accounts.readNowLong')}
            </Button>
          )}
        </Group>
      </div>
      {!isCompact && (
        <div className={classes.headFacts}>
          <span>{bankName(t, { code: account.bank, name: account.bank_name })}</span>
          {mode !== null && (
            <span>
              {t(`mode.${mode}`)}{' '}
              <Anchor component={Link} to="/settings" inherit underline="always">
                {t('accounts.changeMode')}
              </Anchor>
            </span>
          )}
          {status}
          {mode === 'reconcile' && account.last_poll && (
            <span>
              {t('accounts.lastPoll')} <Moment at={account.last_poll.at} form="relative" />
            </span>
          )}
          {!account.by_file && <RecentRuns accountId={account.id} />}
        </div>
      )}
    </>
  )
}
