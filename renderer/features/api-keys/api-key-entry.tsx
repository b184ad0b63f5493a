import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Account, ApiKey } from '../../api-types.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './api-keys.module.css'
import { wordsOf } from './scope-words.ts'

interface Props {
  apiKey: ApiKey
  accounts: readonly Account[]
  onRevoke: () => void
}

/** One key: what it is called, what it may do on which accounts, when it was made and last used. */
export function ApiKeyEntry({ apiKey, accounts, onRevoke }: Props) {
  const { t } = useTranslation()
  const { list } = useFormats()
  const isRevoked = apiKey.revoked_at !== null
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? t('apiKeys.goneAccount')
  return (
    <li className={classes.entry} data-revoked={isRevoked || undefined}>
      <div className={classes.what}>
        <div className={classes.names}>
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {apiKey.name}
          </Text>
          <code className={classes.prefix} title={t('apiKeys.prefixHint')}>
            rbk_{apiKey.prefix}_…
          </code>
        </div>
        <Text size="sm">
          {list(apiKey.scopes.map((scope) => t(`apiKeys.scope.${wordsOf[scope]}.short`)))}
          {' · '}
          {apiKey.account_ids === null ? t('apiKeys.allAccounts') : list(apiKey.account_ids.map(nameOf))}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {t('apiKeys.created')} <Moment at={apiKey.created_at} />
          {' · '}
          {apiKey.last_used_at === null ? (
            t('apiKeys.neverUsed')
          ) : (
            <>
              {t('apiKeys.lastUsed')} <Moment at={apiKey.last_used_at} form="relative" />
            </>
          )}
        </Text>
      </div>
      {apiKey.revoked_at === null ? (
        <Button variant="default" onClick={onRevoke} aria-label={`${t('apiKeys.revoke')}: ${apiKey.name}`}>
          {t('apiKeys.revoke')}
        </Button>
      ) : (
        <Text size="sm" component="div">
          <StatusMark kind="ended">
            {t('apiKeys.revoked')} <Moment at={apiKey.revoked_at} />
          </StatusMark>
        </Text>
      )}
    </li>
  )
}
