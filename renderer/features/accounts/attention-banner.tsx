import { Box, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Account } from '../../api-types.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { isAboutCredentials } from './cause.ts'
import { attentionOf } from './health.ts'
import { Remedy } from './remedy.tsx'
import { SessionActions } from './session-actions.tsx'

interface Props {
  account: Account
  busy: boolean
  onRead: () => void
  onPoll: () => void
}

/** What stands in the way of this account: since when, why, and the way out. The technical text folds out. */
export function AttentionBanner({ account, busy, onRead, onPoll }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const attention = attentionOf(account)
  if (!attention || account.last_run?.status === 'running') return null
  return (
    <Box mt="sm">
      <Notice
        tone={attention.kind === 'blocked' ? 'bad' : 'ask'}
        title={t(`attention.${attention.kind}`, {
          when: formats.relative(attention.since, now),
          date: formats.dateTime(attention.since, now),
        })}
        detail={attention.detail}
        actions={
          attention.kind === 'poll_failed' ? (
            <>
              <Button variant="default" onClick={onPoll}>
                {t('accounts.pollNow')}
              </Button>
              <Button component={Link} to={`/accounts/${account.id}/settings/orders`} variant="default">
                {t('attention.toOrders')}
              </Button>
            </>
          ) : (
            <>
              {isAboutCredentials(attention.cause) && (
                <Button component={Link} to={`/accounts/${account.id}/settings/credentials`} variant="default">
                  {t('attention.toCredentials')}
                </Button>
              )}
              {attention.kind === 'parked' ? (
                <SessionActions account={account} isRemedy />
              ) : (
                <Button variant="default" onClick={onRead} disabled={busy}>
                  {t('accounts.readNowLong')}
                </Button>
              )}
              {account.last_run?.status === 'failed' && (
                <Button component={Link} to={`/diagnostics/${account.id}/${account.last_run.id}`} variant="subtle">
                  {t('attention.toReport')}
                </Button>
              )}
            </>
          )
        }
      >
        <Remedy attention={attention} />
      </Notice>
    </Box>
  )
}
