import { Box, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Account } from '../../api-types.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { isAboutCredentials } from './cause.ts'
import { attentionOf } from './health.ts'
import { SessionActions } from './session-actions.tsx'

/** The reason as a sentence of its own: it is written to stand after a colon. */
const sentence = (words: string) => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`

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
                <SessionActions account={account} />
              ) : (
                <Button variant="default" onClick={onRead} disabled={busy}>
                  {t('accounts.readNowLong')}
                </Button>
              )}
            </>
          )
        }
      >
        {attention.kind === 'poll_failed' ? (
          t('attention.pollRemedy')
        ) : (
          <>
            {sentence(t(`reasons.${attention.cause.reason}`))} {t(`advice.${attention.cause.advice}`)}
          </>
        )}
      </Notice>
    </Box>
  )
}
