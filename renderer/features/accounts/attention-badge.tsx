import { HoverCard, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Account } from '../../api-types.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import classes from './accounts.module.css'
import { isAboutCredentials } from './cause.ts'
import { type Attention, attentionOf } from './health.ts'
import { Remedy } from './remedy.tsx'

/** The remedy lies in the settings for credentials and for the endpoint, elsewhere at the top of the account. */
const remedyAt = (account: Account, attention: Attention): string => {
  if (attention.kind === 'poll_failed') return `/accounts/${account.id}/settings/orders`
  return isAboutCredentials(attention.cause)
    ? `/accounts/${account.id}/settings/credentials`
    : `/accounts/${account.id}`
}

/** *Needs attention*: says the cause and the remedy, and leads to it. */
export function AttentionBadge({ account }: { account: Account }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const attention = attentionOf(account)
  if (!attention) return null
  return (
    <HoverCard width={340} shadow="md" openDelay={150} withinPortal>
      <HoverCard.Target>
        <Link
          to={remedyAt(account, attention)}
          onClick={(event) => event.stopPropagation()}
          className={classes.badge ?? ''}
          data-tone={attention.kind === 'blocked' ? 'bad' : 'ask'}
        >
          {t('accounts.needsAttention')}
        </Link>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Stack gap={6}>
          <Text size="sm" fw={600}>
            {t(`attention.${attention.kind}`, {
              when: formats.relative(attention.since, now),
              date: formats.dateTime(attention.since, now),
            })}
          </Text>
          <Text size="sm">
            <Remedy attention={attention} />
          </Text>
        </Stack>
      </HoverCard.Dropdown>
    </HoverCard>
  )
}
