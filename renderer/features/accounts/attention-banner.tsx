import { Box, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Account } from '../../api-types.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { attentionOf } from './health.ts'

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
  const cause = attention.kind === 'poll_failed' ? 'poll' : attention.cause
  const inCredentials = cause === 'wrong_password' || cause === 'no_credentials'
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
              {inCredentials && (
                <Button component={Link} to={`/accounts/${account.id}/settings/credentials`} variant="default">
                  {t('attention.toCredentials')}
                </Button>
              )}
              <Button variant="default" onClick={onRead} disabled={busy}>
                {t('accounts.readNowLong')}
              </Button>
            </>
          )
        }
      >
        {t(`remedy.${cause}`)}
      </Notice>
    </Box>
  )
}
